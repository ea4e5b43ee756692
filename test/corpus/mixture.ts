import fc from 'fast-check';
import {defaultTemplate} from '../../server/templates/all.ts';
import {ownDocuments} from './documents.ts';

/** Ways in which authors mark a title, and what stands around it. */
const shapes = [
  '## X\n',
  '### X:\n',
  '**X**\n',
  '**X:** on the same line\n',
  'X:\n',
  'X\n',
  '1. X\n',
  '- **X**\n',
  '   X\n',
  '      X:\n',
  '\tX\n',
  '#X\n',
  'X\n===\n',
  'X\n---\n',
  '<h2>X</h2>\n',
  '<b>X</b>\n',
  '> X\n',
  '*X:* with `code`\n',
  'It was over. X: and so on.\n',
  '- X: as an item\n',
  '- [ ] X\n',
  '## 1. X ##\n',
  '| X | b |\n',
  '[X](#x)\n',
  '<!-- X -->\n',
];

const marks = [
  '```\n',
  '~~~\n',
  '\n',
  '\n',
  '<div>\n',
  '</div>\n',
  '<pre>\n',
  '-->\n',
  '<!--\n',
  '---\n',
  '===\n',
  '    x = 1\n',
];

/** Texts of lines from the project's own documents, titles in every shape, and marks that begin or end blocks. */
export function mixture(): fc.Arbitrary<string> {
  const lines = [...new Set(ownDocuments().flatMap(({text}) => text.split(/(?<=\n)/)))];
  const titles = defaultTemplate().sections.flatMap(({title, aliases, parts}) => [
    title,
    ...aliases.slice(0, 4),
    ...parts,
  ]);
  const titled = fc.tuple(fc.constantFrom(...shapes), fc.constantFrom(...titles));
  const line = fc.oneof(
    titled.map(([shape, title]) => shape.replace('X', title)),
    fc.constantFrom(...lines),
    fc.constantFrom(...marks),
  );
  return fc.array(line, {maxLength: 30}).map(parts => parts.join(''));
}
