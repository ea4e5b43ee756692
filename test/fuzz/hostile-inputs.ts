import {commonmarkPathological, range} from './commonmark-pathological.ts';

/** A text that somebody may open, by mischance or ill will. */
export interface HostileInput {
  readonly name: string;
  readonly make: () => string;
}

const entry = '- 10:05 UTC - The pager goes off and the engineer on call restarts the relay.\n';
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Documents that are cut, or as long as is read. */
export const largeInputs: readonly HostileInput[] = [
  {name: 'nothing', make: () => ''},
  {name: 'a postmortem of 10 MB', make: () => `# Outage\n\n## Timeline\n\n${entry.repeat(135_000)}`},
  {
    name: 'a postmortem as long as is read',
    make: () => fill(`## Timeline\n\n${entry.repeat(3)}\nIt was down for 2 hours.\n\n`),
  },
  {name: 'prose as long as is read', make: () => fill('The relay stood still because its disk was full of logs.\n\n')},
  {name: 'one line of 5 MB', make: () => 'word '.repeat(1_000_000)},
  {name: 'one word of 5 MB', make: () => 'w'.repeat(5_000_000)},
  {name: '100,000 headings', make: () => '# a\n'.repeat(100_000)},
  {name: '100,000 headings with text', make: () => '## Heading\n\nText.\n\n'.repeat(100_000)},
  {name: '100,000 titles of one section', make: () => '## Timeline\n'.repeat(100_000)},
  {name: '100,000 titles that are no headings', make: () => 'Timeline:\n'.repeat(100_000)},
  {name: 'one list without end', make: () => '- a\n'.repeat(100_000)},
  {name: 'one lazy paragraph in a list', make: () => `- a\n${'b\n'.repeat(100_000)}`},
  {name: 'tasks', make: () => '- [ ] Alert on it\n'.repeat(25_000)},
  {name: 'paragraphs of 19,000 characters', make: () => `${'Some **bold** words here. '.repeat(730)}\n\n`.repeat(26)},
  {name: 'combining marks', make: () => `a${'\u0301'.repeat(200_000)}`},
  {name: 'emoji joined without end', make: () => '👩\u200d'.repeat(60_000)},
  {name: 'right-to-left marks', make: () => '\u202e\u200f'.repeat(100_000)},
];

const markup: readonly HostileInput[] = [
  {name: '50,000 quotes in each other', make: () => '>'.repeat(50_000)},
  {name: '50,000 lists in each other', make: () => `${'- '.repeat(50_000)}x`},
  {name: '2,000 lists in each other', make: () => `${'- '.repeat(2000)}x`},
  {
    name: 'lists as deep as is read, many',
    make: () => range(300, () => `${range(20, depth => `${'  '.repeat(depth)}- a\n`)}\n`),
  },
  {name: '1 MB of NUL', make: () => '\0'.repeat(1_000_000)},
  {name: 'lone surrogates', make: () => '\ud800a \udc00'.repeat(50_000)},
  {name: 'line ends of all kinds', make: () => '\r\n\r\n\n\r\u2028\u0085\f\v'.repeat(30_000)},
  {name: '500,000 empty lines', make: () => '\n'.repeat(500_000)},
  {name: 'blank lines of spaces', make: () => `${' '.repeat(99)}\n`.repeat(5000)},
  {name: 'a table of 4,000 rows', make: () => `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(4000)}`},
  {
    name: 'a timeline as a table of 4,000 rows',
    make: () =>
      `## Timeline\n\n| Time | Event |\n| - | - |\n${range(4000, row => `| ${clock(row)} | Queue grows |\n`)}`,
  },
  {
    name: '100 tables of 40 rows',
    make: () => `| Time | Event |\n| - | - |\n${'| 10:05 | x |\n'.repeat(40)}\n`.repeat(100),
  },
  {
    name: 'definitions of links, each in use',
    make: () => `${range(900, number => `[l${number}]: x\n`)}\n${range(1800, number => `See [l${number % 900}].\n\n`)}`,
  },
  {
    name: 'definitions of links',
    make: () => range(20_000, number => `[l${number}]: x\n`) + `\n${'[l1] '.repeat(200)}\n\n`.repeat(50),
  },
  {name: 'footnotes', make: () => range(10_000, number => `[^${number}]: a [^${number}]\n\n`)},
  {name: 'HTML tags', make: () => '<b>'.repeat(60_000)},
  {name: 'HTML blocks', make: () => '<div>\n\n'.repeat(30_000)},
  {name: 'HTML headings', make: () => '<h2>Timeline</h2>\n'.repeat(20_000)},
  {name: 'HTML lists', make: () => `<ul>\n${'<li>10:05 a</li>\n'.repeat(20_000)}</ul>\n`},
  {name: 'one bold run', make: () => `**${'word '.repeat(90_000)}**`},
  {name: 'bold runs, each a paragraph', make: () => '**Bold**\n\n'.repeat(40_000)},
  {name: 'bold openers, each a paragraph', make: () => '**Bold\n\n'.repeat(40_000)},
  {name: 'code spans', make: () => '`a` '.repeat(60_000)},
  {name: 'brackets in a row', make: () => '['.repeat(100_000)},
  {name: 'stars in a row', make: () => '*'.repeat(100_000)},
  {name: 'backticks in a row', make: () => '`'.repeat(100_000)},
  {name: 'comments', make: () => '<!-- a -->\n'.repeat(40_000)},
  {name: 'comments that silence', make: () => '<!-- postmortem-disable-next-line -->\nX\n\n'.repeat(10_000)},
  {
    name: 'comments that silence by name',
    make: () => `## Timeline\n\n${'- 14:15pm - a <!-- postmortem-disable-line timeline-entry-time -->\n'.repeat(7000)}`,
  },
  {name: 'comments that silence and do not end', make: () => '<!-- postmortem-disable -->\n\nX\n\n'.repeat(10_000)},
  {
    name: 'comments that silence what is not known',
    make: () => range(10_000, number => `<!-- postmortem-disable-line rule-${number} -->\n`),
  },
  {
    name: 'one comment that names 20,000 rules',
    make: () => `<!-- postmortem-disable ${'timeline-date '.repeat(20_000)}-->`,
  },
  {name: 'conflict markers', make: () => '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'.repeat(8000)},
  {name: 'conflict markers that open only', make: () => '<<<<<<< ours\n'.repeat(30_000)},
  {
    name: 'conflict markers in each other',
    make: () => '<<<<<<< a\n'.repeat(10_000) + '=======\n'.repeat(10_000) + '>>>>>>> b\n'.repeat(10_000),
  },
  {
    name: 'a fence around everything',
    make: () => `\`\`\`markdown\n${fill('## Timeline\n\n- 10:05 UTC - x\n\n')}\`\`\`\n`,
  },
  {name: 'fences', make: () => '```\nx\n```\n'.repeat(30_000)},
  {
    name: 'a fence without end over headings, within the limits of the parser',
    make: () => `# Outage\n\n\`\`\`\ncode\n\n${'## Timeline\n\n- 10:05 UTC - Paged.\n\n'.repeat(350)}`,
  },
  {
    name: 'a comment without end over headings',
    make: () => `# Outage\n\n<!--\n\n${'## Timeline\n\n> - a\n\n'.repeat(330)}`,
  },
  {name: 'quotes below headings', make: () => `# Outage\n\n${'## Timeline\n\n> - a\n\n'.repeat(330)}`},
  {name: 'one fence without end', make: () => `\`\`\`\n${'log line 10:05:33 error\n'.repeat(20_000)}`},
  {name: 'indented code', make: () => '    10:05 x\n'.repeat(40_000)},
];

const frontMatter: readonly HostileInput[] = [
  {
    name: 'front matter: alias bomb',
    make: () =>
      `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghijkl'].map((name, index) => `${name}: &${name} [${`*${'abcdefghijkl'[index]}, `.repeat(9)}]\n`).join('')}---\n\n# X\n`,
  },
  {name: 'front matter: 100,000 keys', make: () => `---\n${range(40_000, number => `k${number}: v\n`)}---\n\n# X\n`},
  {
    name: 'front matter: as many keys as are read',
    make: () => `---\n${range(1500, number => `${number.toString(36)}: \n`)}---\n\n# X\n`,
  },
  {name: 'front matter: nested brackets', make: () => `---\na: ${'['.repeat(50_000)}\n---\n`},
  {name: 'front matter: nested braces', make: () => `---\na: ${'{a: '.repeat(20_000)}\n---\n`},
  {name: 'front matter: nested lists', make: () => `---\na:\n  ${'- '.repeat(20_000)}x\n---\n`},
  {name: 'front matter: ever deeper', make: () => `---\n${range(600, depth => `${' '.repeat(depth)}a:\n`)}---\n`},
  {name: 'front matter: one long string', make: () => `---\ntitle: "${'x '.repeat(200_000)}"\n---\n`},
  {
    name: 'front matter: anchors',
    make: () => `---\n${range(10_000, number => `a${number}: &x${number} [*x${number - 1}]\n`)}---\n`,
  },
  {name: 'front matter without end', make: () => `---\n${'a: b\n'.repeat(60_000)}`},
];

const ours: readonly HostileInput[] = [
  {
    name: '100,000 entries of a timeline',
    make: () => `## Timeline\n\n${range(100_000, minute => `- ${clock(minute)} UTC - x\n`)}`,
  },
  {
    name: 'entries in falling order',
    make: () => `## Timeline\n\n${range(20_000, minute => `- ${clock(1_440_000 - minute)} UTC - x\n`)}`,
  },
  {
    name: 'entries with dates, in disorder',
    make: () =>
      `## Timeline\n\n${range(14_000, day => `- 2024-0${1 + ((day * 7) % 9)}-1${day % 9} ${clock(day * 37)} - x\n`)}`,
  },
  {name: 'impossible times', make: () => `## Timeline\n\n${'- 14:15pm - a\n'.repeat(30_000)}`},
  {
    name: 'entries nested in entries',
    make: () => `## Timeline\n\n${'- 10:05 UTC - a\n  - 10:06 UTC - b\n'.repeat(14_000)}`,
  },
  {name: 'entries without a list', make: () => `## Timeline\n\n${'10:05 UTC - a\n\n'.repeat(30_000)}`},
  {
    name: 'entries run into one paragraph',
    make: () => `## Timeline\n\n${range(1100, minute => `${clock(minute)} UTC: down. `)}\n`,
  },
  {name: 'timelines, many short ones', make: () => '- 10:05 a\n- 10:06 b\n- 10:07 c\n\nText.\n\n'.repeat(11_000)},
  {
    name: 'days as headings',
    make: () => `## Timeline\n\n${range(15_000, day => `### 2024-05-${1 + (day % 28)}\n\n- 10:05 x\n\n`)}`,
  },
  {
    name: 'dated entries, as many as are read',
    make: () => `## Timeline\n\n${`${'- 2024-05-03 10:05 UTC - The queue grows.\n'.repeat(1200)}\n`.repeat(4)}`,
  },
  {
    name: 'dated entries apart from each other, as many as are read',
    make: () => `## Timeline\n\n${'- 2024-05-03 10:05 UTC - The queue grows.\n\n'.repeat(2400)}`,
  },
  {name: 'times, one after the other', make: () => '10:05 UTC '.repeat(50_000)},
  {name: '1 MB of digits', make: () => '1'.repeat(1_000_000)},
  {name: '1 MB of colons', make: () => ':'.repeat(1_000_000)},
  {name: 'digits and colons', make: () => '1:'.repeat(250_000)},
  {name: 'digits and colons by the line', make: () => `${'1:'.repeat(40)}\n`.repeat(6000)},
  {name: 'digits and dashes by the line', make: () => `${'12-'.repeat(30)}\n\n`.repeat(5000)},
  {name: 'names of zones', make: () => 'America/Argentina/Buenos_Aires Europe/Berlin IST '.repeat(10_000)},
  {
    name: 'names of zones in a timeline',
    make: () =>
      `## Timeline (all times in PST, EST, CET)\n\n${'- 10:05 IST - in Europe/Berlin 11:05 CST\n'.repeat(11_000)}`,
  },
  {name: 'lengths of time', make: () => 'It was down for 2 hours and 5 minutes. '.repeat(12_000)},
  {name: 'lengths of time by paragraph', make: () => 'It was down for 2 hours and 5 minutes.\n\n'.repeat(12_000)},
  {name: 'percentages', make: () => `## Issue Summary\n\n${'40 % of users 12.5% of 100 '.repeat(18_000)}`},
  {
    name: 'titles that are nearly right',
    make: () => '## Isue Sumary\n\n## Timelime\n\n## Root cuase\n\n'.repeat(10_000),
  },
  {name: 'lists in each other below a label', make: () => `## Issue Summary\n\nCause:\n  ${'- '.repeat(20_000)}x\n`},
  {name: 'labels that are nearly right', make: () => 'Isue Sumary: x\nRoot cuase: y\n\n'.repeat(15_000)},
  {name: 'names of sections in a row', make: () => 'Timeline Root Cause Resolution Issue Summary '.repeat(11_000)},
  {name: 'names of sections in one list', make: () => '- Timeline\n- Root Cause\n- Impact\n'.repeat(15_000)},
  {name: 'placeholders', make: () => `## Issue Summary\n\n${'{{ what }} TODO [what happened] '.repeat(15_000)}`},
  {
    name: 'placeholders by paragraph',
    make: () => `## Issue Summary\n\n${'{{ what happened }} TODO\n\n'.repeat(18_000)}`,
  },
  {name: 'braces in a row', make: () => '{{'.repeat(200_000)},
  {name: 'sentences without end', make: () => 'the team found that '.repeat(24_000)},
  {name: 'full stops', make: () => '. '.repeat(240_000)},
  {name: 'commas', make: () => 'a, '.repeat(160_000)},
  {name: 'capital letters', make: () => 'A'.repeat(500_000)},
  {name: 'a line of dashes', make: () => '-'.repeat(500_000)},
  {name: 'spaces, then a letter', make: () => `a${' '.repeat(490_000)}b`},
  {name: 'addresses', make: () => 'https://example.com/a_b '.repeat(20_000)},
];

export const hostileInputs: readonly HostileInput[] = [
  ...largeInputs,
  ...markup,
  ...frontMatter,
  ...ours,
  ...commonmarkPathological,
];

/** A text that is nearly as long as is read of one. */
function fill(part: string): string {
  return part.repeat(Math.floor(499_000 / part.length));
}
