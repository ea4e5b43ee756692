import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'corrective-and-preventative-measures/tasks',
  section: 'Corrective and preventative measures',
  met: [
    '```\nAdd an alert for full disks.\nWrite down how logs are deleted.\n```',
    '- Add an alert.\n- Write a test.',
    '1. Patch nginx\n2. Add monitoring',
    'Tasks:\nPatch the server\nAdd an alert',
    'TODO: write a test for the parser.',
    '| Task | Owner |\n|---|---|\n| Add alert | Ann |',
    'Action items:\n\nAdd a linter to the pipeline.',
    '**To-do list**\n\nUpdate the docs.',
    '- [ ] Add a test for the parser',
    'Set up alerts for memory\nAdd unit tests\nReview the deploy process',
    'List of tasks:\n* patch\n* test',
    'What we will do:\n\n* Patch the server today\n* Add monitoring',
    'Immediate actions: Add alert. Fix the docs.',
    'Task 1: Patch the server\nTask 2: Add an alert',
    'Fix the config of all hosts.\n\nCreate a dashboard for errors.',
  ],
  unmet: [
    '```\ndf -h\ndu -sh /var/log\n```',
    '*Add what is to be done*\n\n*Name who does it*',
    'TASK 1\nWe are flooded with news, and nobody finds the time to read all of it.',
    'We should monitor more.',
    'To prevent this we will improve our tests and communicate better in the future.',
    'Better monitoring is needed and testing should be done before each deployment.',
  ],
};
