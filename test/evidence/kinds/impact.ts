import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'issue-summary/impact',
  section: 'Issue Summary',
  met: [
    'The site was down.',
    'Users could not log in.',
    'Pages took 30 seconds to load.',
    'The API answered with 500.',
    'The shop was unreachable.',
    'Customers were not able to pay.',
    'Login was impossible.',
    'Our mail service stopped.',
    'All requests failed.',
    'The web page displayed an error.',
    'the website went offline',
    'Users were getting 502s',
    'website performance was poor',
    'Nobody received any mail',
    'Customers had a bad experience and slow page loads',
    'Impact: users could not book',
    'Impact: an outage of the shop',
    'There was an outage of our website.',
    'An outage of two hours hit most customers.',
  ],
  unmet: [
    'The outage started at 07:30 pm and was resolved by 07:55 pm.',
    'Duration of the outage: 10:00 to 11:00 UTC',
    'The downtime was over at noon.',
    'This document tells of the events of Monday.',
    'It happened on Monday from 10:00 to 11:00 UTC.',
  ],
};
