import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'timeline/detected-when',
  section: 'Timeline',
  met: [
    '- 09:12 UTC - The error was realized when a page stayed blank.',
    '| Time | Event |\n|---|---|\n| Mar 1, ~13:08 UTC | Pods observed stuck in `Pending`, investigation begins |',
    '- 9:00 AM - Outage detected',
    '- 9:00 Alert triggers',
    '- 9:00 Users report that the site is down',
    '- 9:00: Incident first noticed',
    '- 9:00 The issue was identified',
    '- 9:00 Customer complaints',
    '- 9:00 We became aware of the problem',
    '- 9:00 an engineer sees the site is down',
    '- 9:00 [Detection] latency',
    'At 9:00 AM the problem was discovered by the team.',
    '- Detected at: 9:00',
    '- 23:34 Intrusion detected',
    '- 9:00 Engineer discovered that nginx was running as root',
  ],
  unmet: [
    '- Issue detected by an engineer',
    '- 9:00 Deployment starts',
    '- 9:00 Outage begins',
    '- 9:30 Fix deployed',
    '- 9:00 Engineers restart the server',
    '- 9:00 Site goes down\n- 4:00 PM: Discovered a typographical error in the settings file',
    '- 9:00 The curtain of errors is raised',
  ],
};
