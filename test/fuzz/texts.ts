import fc from 'fast-check';
import {builtInTemplates} from '../../server/templates/all.ts';
import {documents} from '../corpus/documents.ts';
import {mixture} from '../corpus/mixture.ts';

/** Beginnings, ends and middles of all that Markdown, YAML and timelines are made of. */
const pieces = [
  ...[
    '# Heading',
    '## Timeline',
    '### 2024-05-09',
    'Setext',
    '===',
    '---',
    '- item',
    '* star',
    '1. one',
    '10) ten',
    '-',
    '+ plus',
  ],
  ...[
    '  - nested',
    '    - deeper',
    '  continued',
    '    indented',
    '\tcode',
    '> quote',
    '> - quoted',
    '- > item',
    '- ```',
    '1. # x',
  ],
  ...[
    '```',
    '```js',
    '~~~',
    '  ```',
    '<!--',
    '-->',
    '<!-- a -->',
    '<div>',
    '</div>',
    '<b>',
    '<pre>',
    '</pre>',
    '<script>',
    '<?php',
  ],
  ...['<h2>Timeline</h2>', '<li>10:05 a</li>', '<img src="x">', '<details>', '<summary>Impact</summary>', '<br/>'],
  ...[
    '| a | b |',
    '| - | - |',
    '| Time | Event |',
    '| 10:05 | x |',
    '|',
    '[label]: https://example.com',
    '[label]',
    '[x](',
    '](y)',
  ],
  ...[
    '[^1]: note',
    '**bold**',
    '**',
    '*',
    '_',
    '`',
    '``',
    '\\',
    '&amp;',
    '&#10;',
    '![',
    ']',
    '- [ ] task',
    '- [x] done',
    '* * *',
  ],
  ...[
    '10:05',
    '23:50',
    '9:15 PM',
    '14:15pm',
    '2024-05-09 10:05 UTC',
    '9 May',
    'T+5m',
    'HH:MM',
    '10:05–10:20',
    ' UTC',
    ' IST',
    ' - ',
  ],
  ...[
    '- 10:05 UTC - The pager goes off',
    '- 10:20 - Fixed',
    'All times in PST',
    'for 2 hours and 5 minutes',
    '40 % of users',
  ],
  ...[
    'The root cause was',
    'detected by an alert',
    'escalated to the database team',
    'We thought it was the cache',
    'was restored',
  ],
  ...[
    '<!-- postmortem-disable-next-line -->',
    '<!-- postmortem-disable timeline-order -->',
    '<!-- postmortem-enable -->',
  ],
  ...[
    '<!-- postmortem-disable-file -->',
    '<!-- postmortem-disable-line x -->',
    '<<<<<<< ours',
    '=======',
    '>>>>>>> theirs',
    '|||||||',
  ],
  ...[
    '---\nstatus: draft\n---\n',
    '---\ntemplate: google-sre\n---\n',
    '---\n',
    'a: &a [*a]',
    'postmortem: true',
    '{{ what }}',
    'TODO',
    '<5@example.com>',
    'Ada <ada@example.com>',
  ],
  ...['```mermaid', 'timeline', 'gantt', '%% postmortem', ' ', '\t', '  ', '\\\n', '  \n', ':', '.', '?'],
  ...[
    '\0',
    '\uFEFF',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\f',
    '\ud83d\udd25',
    '\ud83d',
    '\udd25',
    'e\u0301',
    '\u202e',
    '中文',
    '👩\u200d💻',
    'ß',
    'İ',
  ],
];

const lineEnds = ['\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n', ' ', ''];

/** Any UTF-16 units, halves of surrogate pairs among them. */
const units = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x7f)), {maxLength: 60})
  .map(codes => String.fromCharCode(...codes));

export const fragment: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...lineEnds)), {maxLength: 20})
  .map(parts => parts.flat().join(''));

/** What real documents hold between two blank lines, and documents in the shape of each template. */
const documentTexts = [...documents().map(({text}) => text), ...builtInTemplates().map(({scaffold}) => scaffold)];
const stretches = [...new Set(documentTexts.flatMap(text => text.split(/(?<=\n\s*\n)/)))];

const patchwork = fc
  .array(fc.oneof({weight: 3, arbitrary: fc.constantFrom(...stretches)}, {weight: 1, arbitrary: fragment}), {
    maxLength: 12,
  })
  .map(parts => parts.join(''));

/** A stretch of a real document, cut anywhere. */
const cutting = fc.tuple(fc.constantFrom(...documentTexts), fc.nat(), fc.nat()).map(([text, from, length]) => {
  const start = from % (text.length + 1);
  return text.slice(start, start + (length % 4000));
});

const filler = 'The relay held the mail of the night, and nobody saw the queue behind it.\n\n';

/** So long that it is cut coarsely where nothing was edited, with anything at the edges of a cut. */
const long = fc
  .tuple(fc.nat(600), fc.constantFrom('', '– ', '— ', '| ', ': ', '10:05 – '), fragment, patchwork)
  .map(([length, start, before, behind]) => {
    const prose = filler.repeat(104) + 'x '.repeat(length);
    return `# Postmortem\n\n${prose}\n\n${start}${before}\n\n${behind}`;
  });

const labels = ['a', 'A B', 'x\\]y', 'c&amp;d', '^1', 'é', '<i>', 'a`b', 'e*f'];
const block = fc.oneof(
  fc.constantFrom(...labels).map(label => `See [${label}] and [that][${label}], *so*.`),
  fc.constantFrom(...labels).map(label => `[${label}]: x "t"`),
  fc.constantFrom(...labels).map(label => `> [${label}]: z\n> [${label}] q`),
  fc.constantFrom(...labels).map(label => `- 10:05 UTC - [${label}]\n\n  [${label}]: w`),
  fc.constantFrom('```\n[a]: x\n\nlog\n```', '```\n[a]: x\n\nlog', '~~~', '<!-- c', 'c -->', '<div>\n[a]\n</div>'),
  fc.constantFrom('## Timeline [a]', '| [a] | b |\n| - | - |\n| 10:05 | [b] |', '[a\nb]: x', '    [a]: x', '[a'),
  fc.nat(120).map(times => 'word '.repeat(times)),
  fc.nat(60).map(times => '- x\n'.repeat(times)),
);

/** Long enough for that, too, with links to everywhere and blocks that do not end. */
const entangled = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n \n', '\r')), {
    minLength: 60,
    maxLength: 160,
  })
  .map(parts => parts.flat().join(''));

/** The same text as other editors save it. */
const saved: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  text => text,
  text => text,
  text => text,
  text => text.replaceAll(/\r?\n/g, '\r\n'),
  text => text.replaceAll(/\r?\n/g, '\r'),
  text => `\uFEFF${text}`,
  text => text.trimEnd(),
  text => `---\ntitle: x\n---\n${text}`,
);

/** Any text: noise, marks, lines of real documents in any order, whole documents, as any editor saves them. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    saved,
    fc.oneof(
      {weight: 1, arbitrary: units},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 80})},
      {weight: 4, arbitrary: fragment},
      {weight: 3, arbitrary: mixture()},
      {weight: 4, arbitrary: patchwork},
      {weight: 2, arbitrary: cutting},
      {weight: 1, arbitrary: long},
      {weight: 1, arbitrary: entangled},
    ),
  )
  .map(([save, text]) => save(text));

/** What somebody does to a text: types, pastes, deletes, replaces. Places are taken modulo the length of the text. */
export interface Change {
  readonly at: number;
  readonly cut: number;
  readonly insert: string;
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  cut: fc.oneof(
    {weight: 4, arbitrary: fc.constant(0)},
    {weight: 3, arbitrary: fc.nat(30)},
    {weight: 1, arbitrary: fc.nat(2000)},
  ),
  insert: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'x',
        ' ',
        '\n',
        '\n\n',
        '\r',
        '`',
        '-',
        '#',
        '>',
        '<',
        '*',
        ':',
        '1',
        '|',
        '\ud83d',
        '\udd25',
      ),
    },
    {weight: 3, arbitrary: fc.constantFrom(...pieces)},
    {weight: 1, arbitrary: fragment},
    {weight: 1, arbitrary: fc.constantFrom(...stretches)},
    {weight: 1, arbitrary: fc.constant('')},
  ),
});

export function changed(text: string, {at, cut, insert}: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + cut);
}
