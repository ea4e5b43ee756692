import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'issue-summary/duration',
  section: 'Issue Summary',
  met: [
    'On 26 April, between the hours of 1900 and 2100 UTC, the API was slow.',
    'From 0915-1010 CET nobody could log in.',
    'From 10:00 AM to 11:30 AM UTC the site was down.',
    'Start: 10:00\nEnd: 11:30',
    'Outage began at 10:00 UTC and ended at 11:30 UTC.',
    'The outage lasted 90 minutes, starting at 10:00 UTC.',
    'On May 3, between 10:00 and 11:30 WAT the API failed.',
    '10:00–11:30 UTC, 3 May',
    'The site went down at 09:00 and was back at 10:15.',
    'Duration: 2 hours (10:00 - 12:00 GMT)',
    'Duration of outage: 08:00 - 10:00',
    'The service was unavailable for 45 minutes on 5 May 2024 from 3:15 PM.',
    'At 3:00 PM EAT the site crashed. Service was restored by 5 PM EAT.',
    '- **Start time:** 3 May 2024 10:00\n- **End time:** 3 May 2024 12:00',
    'Jan 12 2024 10:00 to Jan 12 2024 14:00',
    'The outage took place on 2024-03-03 from 10:00hrs till 12:00hrs.',
    'Started: 11pm\nResolved: 1am',
  ],
  unmet: [
    'Builds of 1900 and 2100 requests were slow on 3 May.',
    'The site was down.',
    'On 3 May 2024 the site was down.',
    'At 10:00 UTC the site went down.',
    'The site went down on Monday and users complained.',
    'Duration:',
    'At 10:00 the site answered:\nHTTP/1.1 200 OK\nDate: Tue, 1 Nov 2022 07:32:16 GMT\nConnection: close',
  ],
};
