import type {Sentences} from './sentences.ts';

export const sentences: Sentences = {
  requirement: 'timeline/bullets',
  section: 'Timeline',
  met: [
    '- 9:00 a\n- 9:10 b',
    '* **9:00 AM**: a\n* **9:10 AM**: b',
    '1. 9:00 - a\n2. 9:10 - b',
    '- May 3, 9:00 - a\n- May 3, 9:10 - b',
    '- [9:00] a\n- [9:10] b',
    '- `9:00` a\n- `9:10` b',
    '+ 0900hrs a\n+ 0930hrs b',
    '- 🚨 9:00 a\n- 9:10 b',
    '- 2024-01-01 09:00 UTC: a\n- 2024-01-01 09:10 UTC: b',
    '- At 9:00 the site went down.\n- At 9:30 it was back.',
    '- ~9:00 a\n- ~9:10 b',
    '- **Monday**\n  - 9:00 a\n  - 9:10 b\n  - 9:20 c',
    '<ul>\n  <li><strong>08:00 AM:</strong> a</li>\n  <li><strong>08:15 AM:</strong> b</li>\n</ul>',
  ],
  unmet: [
    '<p>9:00 a</p>\n<p>9:10 b</p>',
    '9:00 a\n\n9:10 b',
    '9:00 a\n9:10 b',
    '- Detection\n- Escalation\n- Fix at 9:00',
    '| 9:00 | a |\n|---|---|\n| 9:10 | b |',
    '### 9:00\n\na\n\n### 9:10\n\nb',
    '-9:00 a\n-9:10 b',
    '- Detected: 9:00\n- Fixed: 9:10',
    '• 9:00 a\n• 9:10 b',
  ],
};
