import assert from 'node:assert/strict';
import {MarkupContent} from 'vscode-languageserver';
import {codeLenses} from '../../server/features/code-lens.ts';
import {hover} from '../../server/features/hover.ts';
import type {Postmortem} from '../../server/features/postmortem.ts';
import {judge} from '../../server/judge.ts';
import {LspDocument} from '../../server/lsp.ts';
import {defaults, type Settings} from '../../server/settings.ts';
import {loadTemplate} from '../../server/templates/load.ts';

const text = `# Postmortem: parcels went to the wrong dock

## Issue Summary

From 06:00 to 08:30 CET on 9 April 2024 the sorter failed and sent every parcel to dock 4.

## Timeline

- 06:00 CET - The new table of docks goes live.
- 06:20 CET - A driver calls: all lorries but his are empty.
- 08:30 CET - The old table is restored from the backup.
`;

function postmortem(
  settings: Partial<Settings> = {},
  source = text,
  uri = 'file:///incidents/2024-04-09-docks.md',
): Postmortem {
  const judgement = judge(source, {settings: {...defaults, ...settings}, path: 'postmortem', forced: true});
  assert.ok(judgement);
  return {...judgement, document: new LspDocument(uri, 'markdown', 1, source), problems: []};
}

function valueAt(line: number, about: Postmortem, markdown = true): string {
  const found = hover(about, {line, character: 5}, markdown);
  assert.ok(found && MarkupContent.is(found.contents));
  return found.contents.value;
}

describe('hover on the title of a section', () => {
  it('lists what is said, with a link to its line, and what is not, with an example', () => {
    const value = valueAt(6, postmortem());
    assert.match(value, /^\*\*Timeline\*\* — \d+ words · \d of 7 answered/);
    assert.ok(value.includes('[line 10](file:///incidents/2024-04-09-docks.md#L10)'));
    assert.match(
      value,
      /- ✗ \*\*To which team or person was it escalated\\\?\*\* {2}\n {2}\*For example:\* The on\\-call/,
    );
  });

  it('is plain text for clients that show no Markdown', () => {
    const value = valueAt(6, postmortem(), false);
    assert.ok(value.includes('✓ How was it detected, by an alert, an engineer or a customer? (line 10)'));
    assert.ok(value.includes('✗ To which team or person was it escalated?'));
  });

  it('leaves out what the settings switch off', () => {
    const value = valueAt(6, postmortem({requirements: {'timeline/escalation': false}}), false);
    assert.ok(!value.includes('escalated'));
  });

  it('says nothing elsewhere', () => {
    assert.equal(hover(postmortem(), {line: 4, character: 60}, true), null);
  });

  it('shows a template of strangers as text: no links, commands or HTML', () => {
    const hostile = `---
sections:
  Facts:
    requirements:
      a: {question: '[x](command:evil) <img src=x> **b**', example: '\`c\` ![i](http://e)', evidence: impact}
---

## Facts
`;
    const {template} = loadTemplate(hostile, 'facts.md');
    const source = '## Facts\n\nAll is well.\n';
    const judgement = judge(source, {
      settings: defaults,
      path: 'postmortem',
      forced: true,
      template: {template, source: ''},
    });
    assert.ok(judgement);
    const value = valueAt(0, {
      ...judgement,
      document: new LspDocument('file:///a.md', 'markdown', 1, source),
      problems: [],
    });
    assert.ok(value.includes('\\[x\\]\\(command\\:evil\\) \\<img src\\=x\\> \\*\\*b\\*\\*'));
    assert.ok(value.includes('\\`c\\` \\!\\[i\\]\\(http\\:\\/\\/e\\)'));
  });

  it('links to files whose names have brackets and spaces', () => {
    assert.ok(valueAt(6, postmortem({}, text, 'file:///a (b).md')).includes('](file:///a%20%28b%29.md#L10)'));
  });
});

describe('code lenses', () => {
  it('stand over each section that is there: words, and how many of its questions are answered', () => {
    const lenses = codeLenses(postmortem()).map(({range, command}) => [range.start.line, command?.title]);
    const counts = lenses.filter(([, title]) => String(title).includes('words'));
    assert.deepEqual(counts, [
      [2, '21 words · 3 of 5 answered'],
      [6, '31 words · 4 of 7 answered'],
    ]);
  });
});
