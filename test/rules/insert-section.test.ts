import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {read} from '../../server/model/read.ts';
import {applyEdits} from '../../server/model/text.ts';
import {fixAll} from '../../server/rules/fix-all.ts';
import {insertSections} from '../../server/rules/structure/insert-section.ts';
import {defaults} from '../../server/settings.ts';
import {builtInTemplate, defaultTemplate} from '../../server/templates/all.ts';
import {loadTemplate} from '../../server/templates/load.ts';

describe('insertSections', () => {
  it('puts a section between the ones that the template has around it', () => {
    const text = '# T\n\n### Issue Summary\n\nDown.\n\n### Root cause and resolution\n\nA cable.\n';
    const [edit] = insert(text, 'timeline');
    assert.equal(edit?.start, text.indexOf('### Root'));
    assert.match(applyEdits(text, insert(text, 'timeline')), /Down\.\n\n### Timeline\n\n<!--\n[^>]*\n-->\n\n### Root/);
  });

  it('numbers tab stops through all sections', () => {
    const edits = insert('## Timeline\n\n- 10:00 UTC - a\n', 'issue-summary', 'root-cause-and-resolution');
    const numbers = edits.flatMap(({snippet = ''}) =>
      [...snippet.matchAll(/\$\{(\d+):/g)].map(match => Number(match[1])),
    );
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    assert.ok(numbers.length >= 6);
  });

  it('escapes what snippets would take for their own syntax', () => {
    const source = `## Cost in $ {net} \\ gross\n\n<!--\nHow much, in \${currency}?\n-->\n`;
    const {template} = loadTemplate(source, 'cost.md');
    const report = makeReport('', template);
    const [edit] = insertSections(report, template.sections) ?? [];
    assert.ok(edit?.snippet?.startsWith('## Cost in \\$ {net\\} \\\\ gross\n'), edit?.snippet);
    assert.match(edit?.snippet ?? '', /\$\{1:\{\{ How much, in \\\$currency\? \\\}\\\}\}/);
    assert.ok(edit?.text.startsWith('## Cost in $ {net} \\ gross\n'));
  });

  it('keeps prompts from closing their comment', () => {
    const {template} = loadTemplate('## Cost\n\nWhat --> was it?\n', 'cost.md');
    const prompts = {...template, sections: template.sections.map(spec => ({...spec, prompts: ['What --> was it?']}))};
    const [edit] = insertSections(makeReport('', prompts), prompts.sections) ?? [];
    assert.equal(edit?.text.indexOf('-->'), edit?.text.lastIndexOf('-->'));
  });

  it("keeps what ends a site's page at its end", () => {
    const end = '{% include column.html %}\n<div>\n  Status: done\n</div>\n{% include end.html %}\n';
    const text = `{% include start.html %}\n\n## Issue Summary\n\nDown.\n\n${end}`;
    assert.match(applyEdits(text, insert(text, 'timeline')), /Down\.\n\n## Timeline\n[^{]*\n\{% include column/);
    assert.ok(applyEdits(text, insert(text, 'timeline')).endsWith(end));
  });

  it('writes the line ends of the document', () => {
    const [edit] = insert('## Issue Summary\r\n\r\nDown.\r\n', 'timeline');
    assert.doesNotMatch(edit?.text ?? '', /[^\r]\n/);
    assert.doesNotMatch(edit?.snippet ?? '', /[^\r]\n/);
    const text = '## Timeline\r\n\r\n- 10:00 UTC - a\r\n\r\n## Root cause\r\n\r\nA cable.\r\n';
    assert.match(applyEdits(text, insert(text, 'corrective-and-preventative-measures')), /cable\.\r\n\r\n## Corr/);
  });

  it('writes titles in title case where all others are', () => {
    const text = '## Issue Summary\n\nDown.\n\n## Corrective and Preventative Measures\n\n- Cables.\n';
    const titles = (source: string) =>
      insert(source, 'root-cause-and-resolution').map(edit => edit.text.trim().split('\n')[0]);
    assert.deepEqual(titles(text), ['## Root Cause and Resolution']);
    assert.deepEqual(titles(text.replace('Measures', 'measures')), ['## Root cause and resolution']);
    assert.deepEqual(titles('## Issue Summary\n\nDown.\n'), ['## Root cause and resolution']);
    const added = makeReport(applyEdits(text, insert(text, 'root-cause-and-resolution')), defaultTemplate());
    assert.equal(added.sections[2]?.titles[0]?.match, 'title');
  });

  it('gives a summary without a title its heading alone', () => {
    const text = `# The outage of the map\n\n${'The map was blank for an hour. '.repeat(5)}\n\n## Timeline\n\n- 10:00 UTC - a\n`;
    assert.deepEqual(
      insert(text, 'issue-summary').map(edit => edit.text),
      ['## Issue Summary\n\n'],
    );
    assert.ok(applyEdits(text, insert(text, 'issue-summary')).includes('## Issue Summary\n\nThe map was blank'));
  });

  const entries = '- 10:05 UTC - The queue grows.\n- 10:20 UTC - Ana restarts it.\n- 10:40 UTC - It is empty.\n';
  const cause =
    '## Root cause and resolution\n\nA cable.\n\n## Corrective and preventative measures\n\n- A new cable.\n';

  it('gives a timeline without a title its heading alone, in front of its entries', () => {
    for (const timeline of [
      entries,
      entries.replaceAll(/- (\d\d:\d\d UTC) - /g, '## $1\n\n').replaceAll('\n## ', '\n\n## '),
      entries.replaceAll(/\n- /g, '\n\n').replace('- ', ''),
    ]) {
      const text = `## Issue Summary\n\nDown.\n\n${timeline}\n${cause}`;
      const titled = text.replace(timeline, `## Timeline\n\n${timeline}`);
      assert.equal(applyEdits(text, insert(text, 'timeline')), titled);
      assert.equal(fixAll(read(text, defaultTemplate()), defaults).text, titled);
    }
  });

  it('takes no times for a timeline of which only a part, or more than it, would be below the heading', () => {
    for (const text of [
      `## Issue Summary\n\nDown.\n\n${entries}\nNobody lost anything.\n\n${cause}`,
      `## Issue Summary\n\n- Down.\n${entries}\n${cause}`,
      `## Issue Summary\n\n> Down.\n>\n${entries.replaceAll(/^/gm, '> ').trimEnd()}\n\n${cause}`,
      `## Issue Summary\n\nDown.\n\n${cause}\n${entries}`,
      `## Issue Summary\n\nDown.\n\n${entries.slice(0, entries.lastIndexOf('- 10'))}\n${cause}`,
    ])
      assert.match(applyEdits(text, insert(text, 'timeline')), /## Timeline\n\n<!--/, text);
  });

  it('inserts nested sections one level below the section they belong to', () => {
    const template = builtInTemplate('google-sre') ?? defaultTemplate();
    const nested = template.sections.find(({parent}) => parent !== undefined);
    const parent = template.sections.find(({id}) => id === nested?.parent);
    assert.ok(nested && parent);
    const text = `# T\n\n## ${parent.title}\n\nText.\n`;
    const [edit] = insertSections(makeReport(text, template), [nested]) ?? [];
    assert.ok(edit?.text.startsWith(`\n### ${nested.title}\n`), edit?.text);
  });

  it('gives no edit behind a fence that is not closed', () => {
    const report = makeReport('## Issue Summary\n\n```\nlog\n', defaultTemplate());
    assert.equal(insertSections(report, defaultTemplate().sections.slice(1, 2)), undefined);
  });
});

function insert(text: string, ...ids: string[]) {
  const template = defaultTemplate();
  const specs = template.sections.filter(({id}) => ids.includes(id));
  return insertSections(makeReport(text, template), specs) ?? assert.fail('nothing to insert');
}
