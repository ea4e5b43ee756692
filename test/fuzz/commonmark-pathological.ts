import type {HostileInput} from './hostile-inputs.ts';

/** Inputs that brought Markdown parsers to their knees: the pathological tests of cmark and cmark-gfm, in their sizes. */
export const commonmarkPathological: readonly HostileInput[] = [
  {name: 'U+0000', make: () => 'abc\0de\0'},
  {name: 'nested strong emphasis', make: () => `${'*a **a '.repeat(32_500)}b${' a** a*'.repeat(32_500)}`},
  {name: 'closers of emphasis, no openers', make: () => 'a_ '.repeat(32_500)},
  {name: 'openers of emphasis, no closers', make: () => '_a '.repeat(32_500)},
  {name: 'closers of links, no openers', make: () => 'a]'.repeat(32_500)},
  {name: 'openers of links, no closers', make: () => '[a'.repeat(32_500)},
  {name: 'mismatched openers and closers', make: () => '*a_ '.repeat(50_000)},
  {name: 'two kinds of mismatch', make: () => '*a '.repeat(20_000) + '_a*_ '.repeat(20_000)},
  {name: 'openers and closers, multiples of three', make: () => `a**b${'c* '.repeat(50_000)}`},
  {name: 'openers of links, closers of emphasis', make: () => '[ a_'.repeat(50_000)},
  {name: 'pattern [ (]( repeated', make: () => '[ (]('.repeat(80_000)},
  {name: 'pattern ![[]() repeated', make: () => '![[]()'.repeat(160_000)},
  {name: 'a hard mixture of links and emphasis', make: () => '**x [a*b**c*](d)'},
  {name: 'nested brackets', make: () => `${'['.repeat(50_000)}a${']'.repeat(50_000)}`},
  {name: 'nested block quotes', make: () => `${'> '.repeat(50_000)}a`},
  {name: 'lists indented ever deeper', make: () => range(1000, depth => `${'  '.repeat(depth)}* a\n`)},
  {name: 'runs of backticks, each longer', make: () => range(5000, length => `e${'`'.repeat(length)}`)},
  {name: 'unclosed links, angle bracket', make: () => '[a](<b'.repeat(30_000)},
  {name: 'unclosed links', make: () => '[a](b'.repeat(30_000)},
  {name: 'unclosed comments', make: () => `</${'<!--'.repeat(300_000)}`},
  {name: 'unclosed comments, each on a line', make: () => 'a <!--\n'.repeat(20_000)},
  {name: 'unclosed instructions', make: () => '<?'.repeat(100_000)},
  {name: 'unclosed declarations', make: () => '<!A '.repeat(100_000)},
  {name: 'unclosed CDATA', make: () => '<![CDATA['.repeat(50_000)},
  {name: 'unclosed tags', make: () => '<a b="'.repeat(50_000)},
  {name: 'empty lines in nested lists', make: () => `${'- '.repeat(30_000)}x${'\n'.repeat(30_000)}`},
  {name: 'empty lines in nested lists in a quote', make: () => `> ${'- '.repeat(30_000)}x\n${'>\n'.repeat(30_000)}`},
  {name: 'emphasis in a deep quote', make: () => '>'.repeat(100_000) + 'a*'.repeat(100_000)},
  {
    name: 'many definitions, many references',
    make: () => range(40_000, number => `[${number}]: u\n`) + '[0] '.repeat(50_000),
  },
  {name: 'many references in paragraphs', make: () => `[a]: u\n\n${'See [a] and [b].\n\n'.repeat(20_000)}`},
  {name: 'delimiter rows of tables', make: () => 'aaa\rbbb\n-\v\n'.repeat(30_000)},
  {
    name: 'a table of many columns',
    make: () => `${'|x'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|x'.repeat(2000)}|\n`,
  },
  {name: 'headers of tables, no rows', make: () => '|a|b|\n|-|-|\n\n'.repeat(20_000)},
  {name: 'hard breaks', make: () => 'a  \n'.repeat(60_000)},
  {name: 'entities', make: () => '&amp'.repeat(60_000)},
  {name: 'escapes', make: () => '\\*'.repeat(60_000)},
  {name: 'autolinks', make: () => '<http://a'.repeat(30_000)},
  {name: 'setext underlines', make: () => 'a\n=\n'.repeat(60_000)},
  {name: 'one setext heading of many lines', make: () => `${'a\n'.repeat(60_000)}===`},
  {name: 'thematic breaks of many marks', make: () => '- - - '.repeat(20_000)},
  {name: 'unclosed fences', make: () => '```\n~~~\n'.repeat(30_000)},
  {name: 'tabs', make: () => `${'\t'.repeat(100_000)}x`},
];

export function range(count: number, make: (index: number) => string): string {
  return Array.from({length: count}, (_, index) => make(index)).join('');
}
