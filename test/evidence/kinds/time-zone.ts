import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'issue-summary/time-zone',
  section: 'Issue Summary',
  met: [
    'From 10:00 to 11:00 UTC.',
    'at 10:00 (EAT)',
    '10:00 PM Pacific Time',
    '3:00pm WAT',
    '10:00 GMT+3',
    '10:00 (GMT +1)',
    'All times are in West Africa Time. From 10:00 to 11:00',
    'at 10:00 East African Time',
    '10:00 Nairobi time',
    '2024-01-01T10:00:00Z',
    '10:00 AM Eastern Standard Time',
    '10:00 hrs CAT',
    '10:00 am (West African Time)',
    '10:00 AM IST to 11:00 AM IST',
    'Time zone: EST. Start 10:00',
    '10:00 Central European Time',
    '10:00 EST/EDT',
    'Date: Tue, 1 Nov 2022, 07:32 GMT',
  ],
  unmet: [
    'From 10:00 to 11:00.\n\nHTTP/1.1 500 Internal Server Error\nDate: Tue, 1 Nov 2022 07:32:16 GMT\nServer: nginx/1.18.0',
    'From 10:00 to 11:00.',
    'from 10 AM to 11 AM',
    'From 10:00 AM, the API was down.',
    '10:00 IT staff arrived',
  ],
};
