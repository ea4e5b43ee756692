import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {judge} from '../../server/judge.ts';
import {applyEdits} from '../../server/model/text.ts';
import {defaults} from '../../server/settings.ts';
import {isBeside} from '../beside.ts';

const files = ['test/fixtures/conflicted-readme.md', '../shared/brief/003_700d24dd5e4ad29c.txt'];

for (const file of files.filter(isBeside)) {
  describe(`an exercise in conflict with a report: ${file}`, () => {
    const text = readFileSync(file, 'utf8');
    const name = /^>{7} (.*)$/m.exec(text)?.[1] ?? '';

    for (const path of ['postmortem', 'unknown'] as const) {
      describe(path === 'postmortem' ? 'in a folder of postmortems' : 'anywhere', () => {
        const circumstances = {settings: defaults, path};
        const [conflict, ...others] = judge(text, circumstances)?.findings ?? [];

        it('is reported as a conflict that names both sides, and nothing else', () => {
          assert.deepEqual(others, []);
          assert.equal(conflict?.rule, 'merge-conflict');
          assert.equal(conflict?.severity, 'error');
          assert.equal(conflict?.message, `Merge conflict between 'HEAD' and '${name}'`);
          assert.deepEqual(
            conflict?.fixes?.map(({title}) => title),
            ["Keep 'HEAD'", `Keep '${name}'`, 'Keep both'],
          );
        });

        const side = (index: number) => applyEdits(text, conflict?.fixes?.[index]?.edits ?? []);

        it('is no postmortem when the exercise is kept', () => {
          assert.ok(!/^[<=>]{7}/m.test(side(0).replace(/^=+$/m, '')));
          assert.equal(judge(side(0), circumstances), undefined);
        });

        it('is a clean incident report when the report is kept', () => {
          const judgement = judge(side(1), circumstances);
          assert.equal(judgement?.report.template.id, 'incident-report');
          assert.equal(judgement.reason, 'recognised by its sections');
          assert.ok(judgement.report.sections.every(({status}) => status === 'present'));
          assert.deepEqual(
            judgement.findings.map(({message}) => message),
            [],
          );
        });

        it('is an incident report that lacks what is taken out of it', () => {
          const report = side(1);
          const lacking = report.slice(0, report.indexOf('## Lessons Learned')).replace(/^ *- \*\*Deadline.*\n/gm, '');
          const messages = judge(lacking, circumstances)?.findings.map(({message}) => message) ?? [];
          assert.equal(messages.length, 2, messages.join('\n'));
          assert.match(messages[0] ?? '', /By when is each of them due\?/);
          assert.match(messages[1] ?? '', /^Section 'Lessons Learned' is missing/);
        });
      });
    }
  });
}
