import assert from 'node:assert/strict';
import fc from 'fast-check';
import {type Circumstances, judge} from '../server/judge.ts';
import {mend} from '../server/mend.ts';
import {fixAll} from '../server/rules/fix-all.ts';
import {lostWords} from '../server/rules/words-lost.ts';
import {defaults} from '../server/settings.ts';
import {builtInTemplates} from '../server/templates/all.ts';
import {documents} from './corpus/documents.ts';
import {mixture} from './corpus/mixture.ts';

const usual: Circumstances = {settings: defaults, path: 'postmortem'};
const marking: Circumstances = {...usual, settings: {...defaults, rules: {'missing-section': 'off'}}};

describe('mending a postmortem as editor and command line do', () => {
  for (const {name, text} of documents()) {
    it(`comes to rest with ${name}, whatever template it is recognised by then`, function () {
      this.timeout(20_000);
      holdRest(text, usual);
    });
  }

  it('comes to rest where headings make another template be recognised', () => {
    const text = '### Summary\n\nThe queue was full.\n\n**Documentation improvements**\n\nTell how to empty it.\n';
    const before = judge(text, marking);
    const fixed = before && fixAll(before.reading, marking.settings).text;
    const after = fixed && judge(fixed, marking);
    assert.ok(before && after && before.report.template !== after.report.template);
    holdRest(text, marking);
  });

  it('adds no section of another template than that by which the text was judged', () => {
    for (const titles of [
      ['Overview', 'Root Cause', 'Detection', 'Action Items', 'Trigger', 'Date'],
      ['Background', 'Detection', 'Where We Got Lucky', 'What went well', 'Action Items', 'Customer impact'],
    ]) {
      const sections = titles.map(each => `## ${each}\n\nThe styles were gone.\n`).join('\n');
      const text = `# Postmortem: no styles\n\n${sections}`;
      const before = judge(text, usual);
      assert.ok(before);
      const own = before.report.template.sections.map(({title}) => title.toLowerCase());
      const known = new Set([...own, ...titles.map(each => each.toLowerCase()), 'postmortem: no styles']);
      const mended = judge(mend(before), usual)?.reading.headings.map(heading => heading.text.toLowerCase());
      assert.deepEqual(
        mended?.filter(each => !known.has(each)),
        [],
      );
    }
  });

  it('comes to rest with any mixture of the titles of all templates', function () {
    this.timeout(120_000);
    const titles = builtInTemplates().flatMap(({sections}) => sections.map(({title}) => title));
    const shaped = fc.tuple(fc.constantFrom('## X\n', '**X**\n\n', 'X:\n', '### X\n'), fc.constantFrom(...titles));
    const sections = fc
      .array(shaped, {maxLength: 9})
      .map(all =>
        all.map(([shape, title]) => `${shape.replace('X', title)}The queue of the mail server was full.\n\n`).join(''),
      );
    fc.assert(
      fc.property(fc.oneof({weight: 3, arbitrary: sections}, mixture()), fc.constantFrom(usual, marking), holdRest),
      {
        numRuns: 200,
        endOnFailure: true,
      },
    );
  });
});

function holdRest(text: string, circumstances: Circumstances): void {
  const before = judge(text, circumstances);
  if (!before) return;
  const mended = mend(before);
  assert.deepEqual(lostWords(text, mended), []);
  const after = judge(mended, circumstances);
  if (after) assert.equal(mend(after), mended, text);
}
