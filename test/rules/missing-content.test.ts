import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {missingContent} from '../../server/rules/missing-content.ts';
import {findings} from '../../server/rules/run.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const text = `# Postmortem: the ferry timetable was empty

## Issue Summary

From 05:30 to 06:45 UTC on 2 May 2024 the page with the timetable was empty for all visitors.

## Timeline

- 05:30 UTC - The nightly import runs.
- 05:55 UTC - A passenger calls the harbour office.
- 06:45 UTC - The import is run again by hand and the page fills.

## Root cause and resolution

The importer took an empty file for a valid one. We ran it again with the file of the day before.

## Corrective and preventative measures

- Refuse files without departures.
- Alert when the page shows none.
`;

function found(source: string, requirements: Readonly<Record<string, boolean>> = {}) {
  const settings = {rules: {}, words: {}, requirements};
  return findings(makeReport(source, defaultTemplate()), settings, [missingContent]);
}

describe('missing-content', () => {
  it('asks the open questions of a section in one finding on its title, with an example for each', () => {
    const [summary, timeline, ...others] = found(text);
    assert.deepEqual(others, []);
    assert.ok(summary && timeline);
    assert.equal(text.slice(summary.span.start, summary.span.end), 'Issue Summary');
    assert.equal(summary.message, "'Issue Summary' leaves open: What was the root cause, in one sentence?");
    assert.equal(summary.severity, 'information');
    assert.match(timeline.message, /wrong\? To which team or person was it escalated\?$/);
    assert.match(timeline.related?.at(-1)?.message ?? '', /^For example: The on-call engineer/);
  });

  it('adds prompts below what is there, never answers', () => {
    const fix = found(text)[1]?.fixes?.[0];
    assert.ok(fix);
    assert.equal(fix.title, 'Add the missing parts');
    assert.equal(fix.safe, false);
    const fixed = applyEdits(text, fix.edits);
    assert.ok(fixed.includes('and the page fills.\n\n<!--\nWhich paths turned out to be wrong?\n'));
    assert.deepEqual(
      found(fixed).map(({message}) => message),
      found(text).map(({message}) => message),
    );
    assert.match(
      fix.edits[0]?.snippet ?? '',
      /- \$\{1:\{\{ HH:MM UTC \\\}\\\}\} - \$\{2:\{\{ Which paths turned out to be wrong\? \\\}\\\}\}/,
    );
  });

  it('does not ask what the settings switch off', () => {
    const switches = {
      'issue-summary/root-cause': false,
      'timeline/misleading-paths': false,
      'timeline/escalation': false,
    };
    assert.deepEqual(found(text, switches), []);
  });

  it('leaves drafts and empty sections alone', () => {
    assert.deepEqual(found(`---\nstatus: draft\n---\n\n${text}`), []);
    assert.ok(!found(text.replace(/- 05:30[^#]*/, '')).some(({message}) => message.startsWith("'Timeline'")));
  });

  it('says nothing of entries that are plain lines: another rule mends them', () => {
    const plain = found(text.replaceAll(/^- (?=\d)/gm, ''));
    assert.ok(plain.every(({message}) => !message.includes('bullet')));
    const table = text
      .replaceAll(/^- (\d\d:\d\d UTC) - (.*)$/gm, '| $1 | $2 |')
      .replace('| 05:30', '| Time | Event |\n|---|---|\n| 05:30');
    assert.ok(found(table).some(({message}) => message.includes('bullet')));
  });

  it('says nothing of how entries are written where another rule tells of that', () => {
    for (const entry of ['- $2', '- $2 That was at $1 UTC, they say.', '$2', '$1 UTC - $2']) {
      const written = text.replaceAll(/^- (\d\d:\d\d) UTC - (.*)$/gm, entry);
      const report = makeReport(written, defaultTemplate());
      const bullets = report.requirements.find(({requirement}) => requirement.evidence === 'timeline-bullets');
      assert.equal(bullets?.met, false, 'it is not met all the same');
      const all = findings(report, {rules: {}, words: {}});
      const open = all.filter(({rule, message}) => rule === 'missing-content' && message.includes('bullet'));
      const told = all.filter(({rule}) => rule === 'timeline-format');
      assert.equal(open.length + Math.min(told.length, 1), 1, written);
    }
  });

  it('adds nothing where another section begins on the last line', () => {
    const glued = text.replace(
      'of the day before.\n\n## Corrective and preventative measures\n',
      'of the day before. Corrective and preventative measures:\n',
    );
    for (const {fixes} of found(glued))
      for (const fix of fixes ?? []) assert.ok(applyEdits(glued, fix.edits).includes('day before. Corrective'));
  });
});
