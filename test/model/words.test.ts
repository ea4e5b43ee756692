import assert from 'node:assert/strict';
import fc from 'fast-check';
import {wordStarts} from '../../server/model/markdown/words.ts';
import {read} from '../../server/model/read.ts';
import {defaultTemplate} from '../../server/templates/all.ts';

const count = (text: string) => read(text, defaultTemplate()).words.total;

describe('the counting rule', () => {
  const cases: [string, string, number][] = [
    ['prose, headings and lists', '# One two\n\nthree four\n\n- five\n  - six\n', 6],
    ['inline code is one word', 'Ran `ps aux --forest` again', 3],
    ['hyphens and apostrophes', "a load-balancer's twenty-two e-mails", 4],
    ['dashes stand between words', 'up—down – and up', 4],
    ['times and numbers', '10:05 UTC - 99.9 % of 3,000', 5],
    ['emphasis within a word', 'un**believ**able *end*', 2],
    ['front matter', '---\ntitle: one two three\n---\nfour', 1],
    ['comments', 'one <!-- two three --> four\n\n<!--\nfive\n-->\n', 2],
    ['fenced code', 'one\n\n```sh\ntwo three\n```\n\nfour', 2],
    ['indented text', 'one\n\n    two three\n', 3],
    ['HTML tags', '<p class="a b">one <b>two</b></p>\n', 2],
    [
      'link targets',
      '[one two](https://example.com/three "four") <https://example.com/five> https://example.com/six',
      2,
    ],
    ['images', '![one two](three.png) four', 1],
    ['link definitions', '[one][a]\n\n[a]: https://example.com "two"', 1],
    ['tables', '| one | two |\n| --- | --- |\n| three | four five |\n', 5],
    ['task lists', '- [x] one\n- [ ] two', 2],
    ['quotes', '> one\n> two\nthree', 3],
    ['Cyrillic', 'Сбой базы данных', 3],
    ['emoji and emoji codes', '🔥 one :fire: two', 2],
    ['character references', 'one&nbsp;two &mdash; three', 3],
    ['a byte-order mark', '\uFEFF# one', 1],
    ['nothing', '', 0],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.equal(count(text), expected));

  it('Chinese, Japanese and Thai by segmentation', () => {
    for (const text of ['数据库在凌晨停止响应', '障害は午前に発生しました', 'ระบบล่มตอนเช้า']) {
      const words = [...new Intl.Segmenter(undefined, {granularity: 'word'}).segment(text)].filter(
        part => part.isWordLike,
      );
      assert.ok(words.length > 2);
      assert.equal(count(text), words.length);
      assert.equal(count(`10:05 ${text}, nginx`), words.length + 2);
    }
  });

  it('counts a line of ASCII as it counts it before other letters', () => {
    const line = fc.string({unit: 'binary-ascii'}).map(text => text.replaceAll(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(line, text => assert.deepEqual(wordStarts(text), wordStarts(`${text} é`).slice(0, -1))),
      {numRuns: 500},
    );
  });

  it('parts words at white space of every kind, at dashes and at arrows', () => {
    for (let code = 0; code < 0x10000; code++) {
      const letter = String.fromCharCode(code);
      const parts = /[\s\u2012-\u2015\u2190-\u21ff]/u.test(letter);
      const isCommon = /[\p{Script=Common}\p{Cs}\p{Cn}]/u.test(letter);
      if (isCommon) assert.equal(wordStarts(`éa${letter}b1`).length, parts ? 2 : 1, `U+${code.toString(16)}`);
    }
  });

  it('counts the words of a span', () => {
    const {words} = read('one two\n\n# three four', defaultTemplate());
    assert.equal(words.count({start: 0, end: 7}), 2);
    assert.equal(words.count({start: 1, end: 7}), 1);
    assert.equal(words.count({start: 9, end: 100}), 2);
  });
});

describe('the mask', () => {
  it('has the length and the line ends of the text, and shows only what the text has', () => {
    const piece = fc.constantFrom(
      '# a',
      '**b**',
      '`c d`',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '> ',
      '- ',
      '| a | b |\n| - | - |',
      '```',
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '\t',
      '&amp;',
      '[x](y)',
      '---',
      '~~~',
      '🔥',
      '\uFEFF',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({maxLength: 5})), {maxLength: 40}), parts => {
        const text = parts.join('');
        const {prose, lines} = read(text, defaultTemplate());
        assert.equal(prose.length, text.length);
        for (let at = 0; at < text.length; at++) {
          if (prose[at] !== text[at]) assert.ok(prose[at] === ' ' || prose[at] === '\u2060');
          if (text[at] === '\n' || text[at] === '\r') assert.equal(prose[at], text[at]);
        }
        assert.equal(lines[lines.length - 1]?.end, text.length);
      }),
      {numRuns: 500},
    );
  });
});
