import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'root-cause-and-resolution/cause',
  section: 'Root cause and resolution',
  met: [
    'The root cause was an expired certificate.',
    'Root cause: the proxy',
    'A full disk.',
    'The proxy listened on port 8080, not on port 80.',
    '### Root cause\n\nA typo.\n\n### Resolution\n\nIt was mended.',
    '### Cause\n\nThe proxy had lost its way.',
    'Pictures will follow. The problem was one line in the settings file that had a typo.',
  ],
  unmet: ['x', 'Pictures will follow.', 'We restarted nginx.', '> will fill here', 'Root cause: to be filled in later'],
};
