import assert from 'node:assert/strict';
import type {CompletionItem} from 'vscode-languageserver';
import {TextEdit} from 'vscode-languageserver';
import {sectionCompletions} from '../../server/features/completion.ts';
import {isTemplateFile, templateCompletions, templateDiagnostics} from '../../server/features/template-file.ts';
import {judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {defaults} from '../../server/settings.ts';
import {builtInTemplate, templateIds} from '../../server/templates/all.ts';

/** Takes the caret `|` out of a text. */
function withCaret(marked: string): {text: string; caret: number; document: LspDocument} {
  const caret = marked.indexOf('|');
  const text = marked.slice(0, caret) + marked.slice(caret + 1);
  return {text, caret, document: new LspDocument('file:///pm.md', 'markdown', 1, text)};
}

function sectionsAt(marked: string, template = 'classic', snippets = true): CompletionItem[] {
  const {text, caret, document} = withCaret(marked);
  const found = builtInTemplate(template);
  const chosen = found && {template: found, source: 'the test'};
  const judgement = judge(text, {settings: defaults, path: 'postmortem', forced: true, template: chosen});
  assert.ok(judgement);
  return sectionCompletions({...judgement, document, problems: []}, caret, snippets);
}

/** The text after the item of that label is taken. */
function taking(label: string, marked: string, items: readonly CompletionItem[]): string {
  const {text, document} = withCaret(marked);
  const edit = items.find(item => item.label === label)?.textEdit;
  assert.ok(TextEdit.is(edit), `${label} is not among ${items.map(item => item.label).join(', ')}`);
  const {start, end} = document.span(edit.range);
  return text.slice(0, start) + edit.newText + text.slice(end);
}

const labels = (items: readonly CompletionItem[]) => items.map(({label}) => label);

describe('completion of sections', () => {
  const begun =
    '# Postmortem: late mail\n\n## Issue Summary\n\nMail was late.\n\n|\n\n## Timeline\n\n- 10:00 UTC - Queue.\n';

  it('keeps a byte-order mark before what is taken', () => {
    const begin = {line: 0, character: 1};
    for (const {textEdit} of sectionsAt('|\uFEFF'))
      assert.deepEqual(textEdit, {...textEdit, range: {start: begin, end: begin}});
  });

  it('offers the sections of the template that are not there yet', () => {
    assert.deepEqual(labels(sectionsAt(begun)), ['Root cause and resolution', 'Corrective and preventative measures']);
    assert.deepEqual(labels(sectionsAt('# Late mail\n\n## Summary\n\nx\n\n## Impact\n\nx\n\n#|\n', 'elastic')), [
      'Background',
      'Chain of Events',
      'Root Cause',
      'Resolution',
      'Action Items',
    ]);
  });

  it('writes the heading at the level of the document, with tab stops', () => {
    assert.equal(
      taking('Root cause and resolution', begun, sectionsAt(begun)),
      begun.replace(
        '|',
        `## Root cause and resolution\n\n\${1:{{ What caused the issue, in detail? \\}\\}}\n\n\${2:{{ How was it fixed, in detail? \\}\\}}`,
      ),
    );
    const deep = '# A\n\n## Late mail\n\n### Issue Summary\n\nx\n\n### Tim|\n';
    assert.equal(
      taking('Timeline', deep, sectionsAt(deep)),
      `# A\n\n## Late mail\n\n### Issue Summary\n\nx\n\n### Timeline\n\n- \${1:{{ HH:MM UTC \\}\\}} - \${2:{{ what happened, in one or two sentences \\}\\}}\n`,
    );
  });

  it('writes the heading alone where the client knows no tab stops', () => {
    const text = '## Issue Summary\n\nx\n\ntime|\n';
    assert.equal(
      taking('Timeline', text, sectionsAt(text, 'classic', false)),
      '## Issue Summary\n\nx\n\n## Timeline\n',
    );
  });

  it('fits what is typed', () => {
    const [first] = sectionsAt('## Issue Summary\n\nx\n\n## Ti|\n');
    assert.equal(first?.filterText, '## Timeline');
  });

  it('offers the whole scaffold in an empty document', () => {
    for (const id of templateIds) assert.equal(labels(sectionsAt('|', id))[0], 'Postmortem', id);
    assert.ok(!labels(sectionsAt(begun)).includes('Postmortem'));
  });

  for (const place of ['- |', 'Mail, late |', '> |', '```\n|\n```', '<!--\n|\n-->', 'a. |'])
    it(`offers nothing at: ${JSON.stringify(place)}`, () => {
      assert.deepEqual(labels(sectionsAt(`## Issue Summary\n\n${place}\n`)), []);
    });
});

describe('a template in the editor', () => {
  const file = (front: string) => `---\n${front}---\n\n# Review of {{ title }}\n\n## Impact\n\n## 5 Whys: why?\n`;
  const offered = (front: string) => {
    const {document, caret} = withCaret(file(front));
    return labels(templateCompletions(document, caret));
  };

  it('is known by its front matter', () => {
    assert.ok(isTemplateFile(file('sections:\n  Impact: {}\n')));
    assert.ok(!isTemplateFile(file('template: classic\n')));
    assert.ok(!isTemplateFile('# Review\n\nsections:\n'));
  });

  it('completes keys where they may stand', () => {
    assert.deepEqual(offered('|\n'), ['id', 'name', 'description', 'words', 'order', 'sections']);
    assert.deepEqual(offered('words:\n  m|\n'), ['min', 'max']);
    assert.deepEqual(offered('sections:\n  |\n'), ['Impact', '"5 Whys: why?"']);
    assert.deepEqual(offered('sections:\n  Impact:\n    |\n').slice(0, 3), ['id', 'aliases', 'parts']);
    assert.deepEqual(offered('sections:\n  Impact:\n    requirements:\n      share:\n        |\n').slice(0, 2), [
      'question',
      'example',
    ]);
  });

  it('completes values', () => {
    assert.deepEqual(offered('order: |\n'), ['fixed', 'free']);
    assert.deepEqual(offered('sections:\n  Impact:\n    presence: o|\n'), ['required', 'optional']);
    assert.deepEqual(offered('sections:\n  Impact:\n    repeatable: |\n'), ['true', 'false']);
    const kinds = offered('sections:\n  Impact:\n    requirements:\n      share:\n        evidence: |\n');
    assert.ok(kinds.includes('affected-share') && kinds.includes('phrases'));
    assert.deepEqual(offered('name: |\n'), []);
  });

  it('completes nothing below the front matter', () => {
    const {document} = withCaret(`${file('order: fixed\n')}|`);
    assert.deepEqual(templateCompletions(document, document.text.length), []);
  });

  it('shows its mistakes, those in the kinds of evidence too', () => {
    const text = file(
      'sections:\n  Impact:\n    requirements:\n      share:\n        question: How many?\n        evidence: afected-share\n  Cause: {}\n',
    );
    const document = new LspDocument('file:///team.md', 'markdown', 1, text);
    assert.deepEqual(
      templateDiagnostics(document).map(({message, range}) => [range.start.line, message]),
      [
        [7, "No heading 'Cause' in this template; its headings are: Impact, 5 Whys: why?"],
        [6, "There is no kind of evidence 'afected-share'; did you mean 'affected-share'?"],
      ],
    );
  });
});
