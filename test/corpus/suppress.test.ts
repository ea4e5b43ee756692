import fc from 'fast-check';
import {documents} from './documents.ts';
import {mixture} from './mixture.ts';
import {holdsSuppressions} from './suppressions.ts';

describe('"Ignore this here"', () => {
  for (const document of documents()) {
    it(`silences each finding in ${document.name} and changes nothing else`, function () {
      this.timeout(20_000);
      holdsSuppressions(document.text);
    });
  }

  const awkward = [
    '>',
    '---\ntitle: x\n---\n*\n',
    '|\n- [ ] task\\\n',
    '\t # Heading\n - \nThe outage was caused by that bug, triggered by an unexpected response during\n[the GitHub outage][gh-outage] happening at the same time.\n\n',
    'The outage was caused by that bug.\n*\n',
    '<!-- postmortem-disable-next-line section-title -->',
  ];
  for (const text of awkward) it(`is safe in ${JSON.stringify(text)}`, () => holdsSuppressions(text));

  it('is safe in any mixture of lines and titles', function () {
    this.timeout(120_000);
    fc.assert(fc.property(mixture(), holdsSuppressions), {numRuns: 150, endOnFailure: true});
  });
});
