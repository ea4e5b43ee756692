import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'timeline/actions',
  section: 'Timeline',
  met: [
    '- 9:00 Logs checked',
    '- 9:00 Team digs into the logs',
    '- 9:00 Ran strace',
    '- 9:00 Assumed DDoS',
    '- 9:00 Rebooted server',
    '- 9:00 Engineer inspects the queue',
    '- 9:00 opened the nginx config file',
  ],
  unmet: [
    '- 9:00 This is about a web stack debugging project.',
    '- 9:10 Somebody who tried to log in saw an error.',
    '- 9:10 Users tried to reload the page.',
    '- 9:00 Outage begins',
    '- 9:30 Outage ends',
  ],
};
