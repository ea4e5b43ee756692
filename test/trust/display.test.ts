import assert from 'node:assert/strict';
import type {CompletionItem, Hover, MarkupContent} from 'vscode-languageserver';
import {plainText} from '../../client/texts.ts';
import {outlineTree} from '../../client/views/outline-tree.ts';
import {statusTexts} from '../../client/views/status-text.ts';
import {wordCountText} from '../../client/views/word-count-text.ts';
import {humanReport} from '../../server/cli/human.ts';
import {harmless} from '../../server/cli/output.ts';
import {codeLenses} from '../../server/features/code-lens.ts';
import {sectionCompletions} from '../../server/features/completion.ts';
import {diagnostics} from '../../server/features/diagnostics.ts';
import {hover} from '../../server/features/hover.ts';
import {inlayHints} from '../../server/features/inlay-hints.ts';
import {outlineReport} from '../../server/features/outline-report.ts';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {timelineDiagram} from '../../server/features/timeline-diagram.ts';
import {timelinePicture} from '../../server/features/timeline-picture.ts';
import {judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {defaults} from '../../server/settings.ts';
import {loadTemplate} from '../../server/templates/load.ts';

/** What strangers would like to be more than text, in Markdown, HTML, SVG, Mermaid and on a terminal. */
const attacks = [
  '[x](command:workbench.action.terminal.new)',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</text><a href="javascript:alert(1)">y</a>',
  '</main></svg><svg onload=alert(1)>',
  '<https://evil.example>',
  '`code` **bold** _soft_ ~~gone~~ $(trash) &lt;b&gt;',
  '%%{init: {"securityLevel": "loose"}}%%',
  ': done, 2024-01-01 00:00, 1m; click a href "javascript:alert(1)"',
  '\u001b]52;c;AAAA\u0007 \u009b31m \u202e',
  '\u001b[8mhidden\u001b[31m red',
  '| a | b |',
];

const uri = 'file:///incidents/one.md';
const all = {start: {line: 0, character: 0}, end: {line: 1000, character: 0}};

/** A postmortem, and the template that it has, which say the attack wherever they can. */
function about(attack: string): Postmortem {
  const quoted = JSON.stringify(attack);
  const front = `name: ${quoted}
sections:
  Facts:
    aliases: [${quoted}]
    requirements:
      impact: {question: ${quoted}, example: ${quoted}, evidence: impact}
  Timeline: {presence: required}
  Causes: {presence: required}`;
  const source = `---\n${front}\n---\n\n# Incident\n\n## Facts\n\n<!-- ${attack.replaceAll('--', '')} -->\n\n## Timeline\n\n## Causes\n`;
  const {template} = loadTemplate(source, 'ours.md');
  const text = `# Incident ${attack}

## Facts

${attack} The shop was down from 09:00 to 11:00 UTC on 3 May 2024 for 20 % of the customers.

## Timeline

- 2024-05-03 09:00 UTC - Began ${attack}
- 2024-05-03 09:20 UTC ${attack} - Detected by the alert ${attack}
- 2024-05-03 10:20 UTC - In code even HTML is words: \`${attack}\`
- 2024-05-03 11:00 UTC - Resolved. ${attack}
`;
  const judgement = judge(text, {
    settings: defaults,
    path: 'postmortem',
    forced: true,
    template: {template, source: attack},
  });
  assert.ok(judgement);
  return {...judgement, document: new LspDocument(uri, 'markdown', 1, text), problems: [attack]};
}

/** Every hover that there is. */
function hovers(postmortem: Postmortem): string[] {
  const lines = postmortem.report.text.split('\n');
  const at = lines.flatMap((text, line) => Array.from({length: text.length}, (_, character) => ({line, character})));
  const values = at
    .map(position => hover(postmortem, position, true))
    .filter((found): found is Hover => found !== null);
  return [...new Set(values.map(({contents}) => (contents as MarkupContent).value))];
}

/** Markdown without its escapes and our own marks: what is left that Markdown would make something of. */
function marksIn(markdown: string): string {
  return markdown
    .replaceAll(/\\[!-/:-@[-`{-~]/g, '')
    .replaceAll(/\[line \d+\]\(file:\/\/\/incidents\/one\.md#L\d+\)/g, '')
    .replaceAll(/^- (?:✓|✗)?|^\$\([a-z-]+\) |\*\*|\*For example:\*|&emsp;|^\|.*?\||\|/gm, '');
}

const t = (text: string, ...values: (string | number)[]) =>
  text.replaceAll(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

describe('Text of strangers is shown as text', () => {
  for (const attack of attacks) {
    const name = JSON.stringify(attack);

    it(`in hovers and tooltips: ${name}`, () => {
      const postmortem = about(attack);
      const report = outlineReport(postmortem);
      assert.ok(report);
      const nodes = outlineTree(report, {textOf: () => attack, t});
      const tooltips = nodes.flatMap(node => [node, ...node.children]).map(({tooltip}) => tooltip);
      const shown = [...hovers(postmortem), ...tooltips, wordCountText(report, undefined, t).tooltip];
      assert.ok(shown.length > 5);
      for (const markdown of shown)
        assert.doesNotMatch(marksIn(markdown), /[<>[\]`_~]|\]\(|\$\(|&\w+;|:\/\//, markdown);
    });

    it(`in messages and the status bar: ${name}`, () => {
      const report = outlineReport(about(attack));
      assert.ok(report);
      const shown = [...Object.values(statusTexts(report, t)), plainText(attack)];
      assert.ok(shown.length > 3);
      // What the editor makes a link or an icon of.
      for (const text of shown) assert.doesNotMatch(text, /\]\(|\$\(/);
      assert.equal(plainText(attack).replaceAll('\u200b', ''), attack);
    });

    it(`in the picture: ${name}`, () => {
      const svg = timelinePicture(about(attack))?.svg ?? '';
      assert.match(svg, /^<svg /);
      const allowed = new Set([
        'svg',
        'g',
        'text',
        'tspan',
        'rect',
        'circle',
        'line',
        'path',
        'title',
        'polyline',
        'desc',
      ]);
      for (const [element, tag = '', attributes = ''] of svg.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)) {
        assert.ok(allowed.has(tag), element);
        assert.doesNotMatch(
          attributes.replaceAll(/"[^"]*"/g, '""'),
          /\s(?:on\w+|href|xlink:href|style|src)=/i,
          element,
        );
      }
      assert.ok(!svg.includes('\u001b'));
    });

    it(`in the diagram: ${name}`, () => {
      const edits = timelineDiagram(about(attack))?.edits ?? [];
      const lines = edits.flatMap(({newText}) => newText.split('\n')).filter(line => line.trim() !== '');
      assert.ok(lines.length > 0);
      const known =
        /^(?:```(?:mermaid)?|%% Postmortem timeline [0-9a-f]{8}|gantt|\s+(?:dateFormat|axisFormat|todayMarker|section) [\w%: -]+|\s+[^:;#%`<>{}"\\]* :(?:[a-z]+, )?\d{4}-\d\d-\d\d \d\d:\d\d, \d+m)$/;
      for (const line of lines) assert.match(line, known);
    });

    it(`with no command of its own: ${name}`, () => {
      const postmortem = about(attack);
      for (const {command} of codeLenses(postmortem))
        assert.ok(['', 'postmortem.refreshTimelineDiagram'].includes(command?.command ?? ''));
      for (const hint of inlayHints(postmortem, all))
        assert.equal(typeof hint.tooltip !== 'object' && typeof hint.label, 'string');
      const items: CompletionItem[] = sectionCompletions(postmortem, postmortem.report.text.length, true);
      for (const {documentation, command} of items) {
        assert.notEqual(typeof documentation, 'object', 'plain text');
        assert.equal(command, undefined);
      }
      for (const {message, codeDescription} of diagnostics(postmortem, true)) {
        assert.equal(typeof message, 'string');
        assert.match(codeDescription?.href ?? '', /^https:\/\/[\w./-]+\/rules\/[\w-]+\.md(?:#[\w-]+)?$/);
      }
    });

    it(`on a terminal: ${name}`, () => {
      assert.doesNotMatch(harmless(`a ${attack}\n\tb`), /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/u);
      const painted = [...humanReport(about(attack), true)].join('');
      const strange = /(?!\n|\u001b\[(?:0|3[0-7]|90)m)[\p{Cc}\p{Bidi_Control}]/u;
      assert.doesNotMatch(harmless(painted, true), strange);
      assert.ok(!painted.includes('\u001b[8m') && !painted.includes('\u001b[31m red'));
    });
  }
});
