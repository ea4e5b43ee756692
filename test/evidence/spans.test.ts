import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

/** Documents in which the evidence of one requirement is marked. */
const cases: readonly [what: string, requirement: string, text: string][] = [
  [
    'two times with "to" between',
    'issue-summary/duration',
    '## Issue Summary\n\nNobody could print from ⟦09:10 to 10:45⟧ CET.\n',
  ],
  [
    'start and end as fields',
    'issue-summary/duration',
    '## Issue Summary\n\n- **Start:** 4 May 2024, 09:10\n- **End:** 4 May 2024, ⟦10:45⟧\n',
  ],
  [
    'a length beside a start',
    'issue-summary/duration',
    '## Issue Summary\n\nAt 09:10 CET the printers stopped for ⟦95 minutes⟧.\n',
  ],
  [
    'a range as an entry of the timeline',
    'issue-summary/duration',
    '## Issue Summary\n\nNobody could print.\n\n## Timeline\n\n- **First incident**: ⟦15:30-18:00⟧ UTC\n',
  ],
  [
    'start and end as fields of the timeline',
    'issue-summary/duration',
    '## Issue Summary\n\nNobody could print.\n\n## Timeline\n\nStart time: 4 May 2024, 09:10 CET\n\nEnd time: 4 May 2024, ⟦10:45⟧ CET\n',
  ],
  ['a zone beside a time', 'issue-summary/time-zone', '## Issue Summary\n\nIt began at 09:10 ⟦CET⟧.\n'],
  [
    'a zone in the title of the timeline',
    'issue-summary/time-zone',
    '## Issue Summary\n\nPrinters stopped.\n\n## Timeline (all times in ⟦UTC⟧)\n\n- 09:10 - Printing stops.\n',
  ],
  [
    'the sentence that names the cause',
    'issue-summary/root-cause',
    '## Issue Summary\n\nNobody could print. ⟦The printers had been renamed, which broke every saved queue.⟧ It is fixed.\n',
  ],
  [
    'a field that names the cause',
    'issue-summary/root-cause',
    '## Issue Summary\n\n**Impact:** nobody could print.\n\n**⟦Root cause:** renamed queues⟧\n',
  ],
  [
    'what stands behind a label for the impact, not the outage of which it tells when it was',
    'issue-summary/impact',
    '## Issue Summary\n\n- **Duration:** The outage of the print service lasted from 09:10 to 10:45 CET.\n- **⟦Impact:** Nobody could print.⟧\n',
  ],
  [
    'the share of users',
    'issue-summary/affected-share',
    '## Issue Summary\n\nPrinting failed. ⟦A third of the staff could not print labels.⟧\n',
  ],
  [
    'a share told further down',
    'issue-summary/affected-share',
    '## Issue Summary\n\nPrinting failed.\n\n## Timeline\n\n- ⟦09:10 CET - 40 % of the users see errors.⟧\n',
  ],
  [
    'what people did, rather than what systems do',
    'timeline/actions',
    '## Timeline\n\n- 09:10 CET - Monitoring reports a full queue.\n- ⟦09:20 CET - The engineer inspects the printers.⟧\n',
  ],
  [
    'the last step that helped, not a misleading one behind it',
    'timeline/resolution',
    '## Timeline\n\n- ⟦09:20 CET - The engineer restarts the queue.⟧\n- Misleading path: two printers were replaced.\n',
  ],
  [
    'the entry that tells of the alert',
    'timeline/detected-how',
    '## Timeline\n\n- 09:10 - Printing stops.\n- ⟦09:15 - The alert on the print queue fires.⟧\n',
  ],
  [
    'whom it was handed to, on a line below its label',
    'timeline/escalation',
    '## Timeline\n\n- **Escalation:**\n  - ⟦The print service team⟧\n',
  ],
  [
    'a suspicion that the cause does not bear out',
    'timeline/misleading-paths',
    '## Timeline\n\n- ⟦09:20 - The engineers suspect the new switch.⟧\n\n## Root cause\n\nSaved queues still had the old names.\n',
  ],
  [
    'the first entry with its time',
    'timeline/bullets',
    '## Timeline\n\n- ⟦09:10 - Printing stops.⟧\n- 10:45 - It works again.\n',
  ],
  [
    'what was done, in the section about it',
    'root-cause-and-resolution/fix',
    '## Root cause and resolution\n\nThe queues had old names. ⟦We renamed them with a script.⟧\n',
  ],
  [
    'the sentence that names the cause, not the title above it',
    'root-cause-and-resolution/cause',
    'Root Cause and Resolution\n\nRoot Cause\n⟦The cause was a script that renamed the queues.⟧\n\nResolution\nWe renamed them again.\n',
  ],
  [
    'what stands behind a label for it, before what was done earlier on',
    'root-cause-and-resolution/fix',
    '## Root cause and resolution\n\nThe rules were changed and queues were moved.\n\n⟦Resolution: We renamed the queues.⟧\n',
  ],
  [
    'what was done, before a sentence that names the cause',
    'root-cause-and-resolution/fix',
    '## Root cause and resolution\n\nThe cause was a script that renamed the queues and restarted them. ⟦We renamed the queues again.⟧\n',
  ],
  [
    'the first task',
    'corrective-and-preventative-measures/tasks',
    '## Corrective and preventative measures\n\nRenames must be seen.\n\n- ⟦Test one print after each rename.⟧\n- Alert on full queues.\n',
  ],
];

describe('evidence', () => {
  for (const [what, requirement, marked] of cases)
    it(`is ${what}`, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const {requirements} = makeReport(text, defaultTemplate());
      const evidence = requirements.find(state => state.requirement.id === requirement)?.evidence;
      assert.ok(evidence);
      const {start, end} = evidence;
      assert.equal(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, marked);
    });
});
