import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {addTimelineEntry} from '../../server/features/add-timeline-entry.ts';
import {convertTimeZone} from '../../server/features/convert-time-zone.ts';
import {insertSection} from '../../server/features/insert-section.ts';
import {outlineReport} from '../../server/features/outline-report.ts';
import {mend} from '../../server/mend.ts';
import {longestText, mostLines} from '../../server/model/markdown/limits.ts';
import {read} from '../../server/model/read.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {missingContent} from '../../server/rules/missing-content.ts';
import {missingSection} from '../../server/rules/missing-section.ts';
import {findings} from '../../server/rules/run.ts';
import {defaults} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {holdsSpans} from '../fuzz/holds.ts';
import {hostileInputs, largeInputs} from '../fuzz/hostile-inputs.ts';
import {now, open} from '../fuzz/requests.ts';

const classic = defaultTemplate();
const limitsOf = (text: string) => read(text, classic).limits.map(({kind}) => kind);

describe('limits of what is read while one types', () => {
  it('do not concern a long postmortem', () => {
    const text =
      '## Timeline\n\n- 10:05 UTC - **The** pager goes off, see `log.txt` and [the graph](https://example.com).\n\n'.repeat(
        1200,
      );
    assert.deepEqual(limitsOf(text), []);
  });

  it('do not concern a long table, nor a long block of a log', () => {
    assert.deepEqual(
      limitsOf(`| Time | Event | Who |\n| - | - | - |\n${'| 10:05 | Queue grows | Ana |\n'.repeat(400)}`),
      [],
    );
    assert.deepEqual(limitsOf(`\`\`\`\n${'10:05 full\n'.repeat(1400)}\`\`\`\n`), []);
  });

  const dense: [string, string][] = [
    ['marks without end', '*a_ '.repeat(3000)],
    ['open links', '[a](b '.repeat(2000)],
    ['deep quotes', `${'>'.repeat(5000)} x`],
    ['deep lists', `${'- '.repeat(2000)}x`],
    ['lists indented ever deeper', Array.from({length: 300}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['a table of thousands of rows', `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(4000)}`],
    ['a table of a thousand columns', ['| a ', '| - ', '| 1 '].map(cell => `${cell.repeat(1000)}|`).join('\n')],
    ['short lines without end', 'key: \n'.repeat(1600)],
    ['one endless line', 'word '.repeat(20_000)],
  ];
  for (const [name, text] of dense) {
    it(`read ${name} line by line, and say so`, () => {
      assert.deepEqual(limitsOf(`## Timeline\n\n${text}\n\n## Issue Summary\n\nStill found.\n`), ['simple']);
      const report = makeReport(`# A\n\n${text}\n\n## Issue Summary\n\nStill found.\n`, classic);
      assert.equal(report.sections[0]?.status, 'present');
      const [found] = findings(report, defaults).filter(({rule}) => rule === 'unread-text');
      assert.match(found?.message ?? '', /^Lines? \d+ (to \d+ are|is) read without tables/);
    });
  }

  it('count no words in gaps, of titles neither', () => {
    assert.equal(read('# Postmortem: {{ title of it }}\n\nDown {{ for how long }}.\n', classic).words.total, 2);
  });

  it('count the words of what is read line by line', () => {
    assert.equal(read('word '.repeat(20_000), classic).words.total, 20_000);
  });

  it('cut a text that is too long at a line, and say at which', () => {
    const text = '## Timeline\n\nA line of text.\n\n'.repeat(40_000);
    const report = makeReport(text, classic);
    assert.equal(report.prose.length, text.length);
    assert.ok(report.lines.every(line => line.end <= longestText));
    const [found] = findings(report, defaults).filter(({rule}) => rule === 'unread-text');
    assert.equal(
      found?.message,
      `Analysed up to line ${report.lines.length}: the document is too long to be read to its end`,
    );
  }).timeout(30_000);

  it('let nothing be missed that may stand in what is not read', () => {
    const {report, findings: found, ...postmortem} = open('## Timeline\n\nA line of text.\n\n'.repeat(10_000));
    const missed: string[] = [missingSection.code, missingContent.code];
    assert.deepEqual(
      found.filter(({rule}) => missed.includes(rule)),
      [],
    );
    assert.equal(report.draft, false);
    assert.equal(mend({report, findings: found, ...postmortem}), report.text);
  }).timeout(30_000);

  it('leave a text alone of which the end is not read, and say why', () => {
    const cut = open(
      `## Timeline (UTC)\n\n${'- 2024-05-03 10:05 UTC - The queue grows.\n'.repeat(6000)}\n## Issue Summary\n\nx\n`,
    );
    const refusal = {version: 1, edits: [], reason: 'not-all-read'};
    assert.deepEqual(inOneGo(convertTimeZone(cut, 'Asia/Tokyo')), refusal);
    assert.deepEqual(inOneGo(addTimelineEntry(cut, {now, zone: 'UTC'})), refusal);
    const absent = cut.report.sections.find(({titles}) => titles.length === 0);
    assert.ok(absent);
    assert.equal(insertSection(cut, absent.spec.id), null);
    assert.ok(cut.findings.length > 0 && cut.findings.every(({fixes}) => fixes === undefined));
  }).timeout(30_000);

  it('are silenced by name, and not by a comment that silences whatever there is', () => {
    const rulesOf = (comment: string) =>
      open(`<!-- ${comment} -->\n\n${'Some text.\n\n'.repeat(6000)}`).findings.map(({rule}) => rule);
    assert.ok(rulesOf('postmortem-disable').includes('unread-text'));
    assert.ok(!rulesOf('postmortem-disable unread-text').includes('unread-text'));
  }).timeout(30_000);

  it('leave sections out of the outline that may stand in what is not read', () => {
    const cut = open(`## Timeline\n\n- 10:05 UTC - Queue grows.\n\n${'Some text.\n\n'.repeat(6000)}`);
    assert.deepEqual(
      outlineReport(cut).sections.map(({id, status}) => [id, status]),
      [['timeline', 'present']],
    );
  }).timeout(30_000);

  it('call no section empty of which the text is not read', () => {
    const before = 'Some text.\n\n'.repeat(2499);
    const {report, findings: found} = open(`${before}## Timeline\n\n${'- 10:05 UTC - Queue grows.\n'.repeat(9)}`);
    assert.equal(report.lines.length, 5001);
    assert.equal(report.sections.find(({spec}) => spec.id === 'timeline')?.status, 'present');
    assert.ok(!found.some(({rule}) => rule === 'empty-section'));
    const whole = open(`${before.slice(0, -'Some text.\n\n'.length)}## Timeline\n\n`);
    assert.equal(whole.report.sections.find(({spec}) => spec.id === 'timeline')?.status, 'empty');
  }).timeout(30_000);

  it('are told of beside a merge conflict', () => {
    const conflict = '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n';
    const found = open(`${conflict}${'Some text.\n\n'.repeat(6000)}`).findings.map(({rule}) => rule);
    assert.deepEqual(found, ['merge-conflict', 'unread-text']);
  }).timeout(30_000);

  it('survive NUL, lone surrogates and every line end', () => {
    const text = '## Timeline\r- \0 \ud800 10:05\r\n\u2028\u0085\f\v- x\n';
    assert.equal(read(text, classic).prose.length, text.length);
    assert.equal(read(text, classic).sections[1]?.status, 'present');
  });
});

describe('hostile input', () => {
  for (const {name, make} of largeInputs) {
    it(`is judged, and its author told where it is cut: ${name}`, () => {
      const text = make();
      const judgement = open(text);
      holdsSpans(judgement);
      const told = judgement.findings.map(({message}) => /^Analysed up to line (\d+):/.exec(message)?.[1]);
      const isCut = judgement.report.limits.some(({kind}) => kind === 'unread');
      assert.equal(isCut, text.length > longestText || text.split(/\r\n?|\n/).length > mostLines);
      assert.ok(isCut ? told.includes(String(judgement.report.lines.length)) : told.every(line => line === undefined));
    }).timeout(60_000);
  }

  for (const {name, make} of hostileInputs) {
    it(`is judged: ${name}`, () => {
      holdsSpans(open(make().slice(0, 6000)));
    }).timeout(60_000);
  }
});
