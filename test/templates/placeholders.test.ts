import assert from 'node:assert/strict';
import fc from 'fast-check';
import {findPlaceholders, withoutPlaceholders} from '../../server/templates/placeholders.ts';

const hintsIn = (text: string) => findPlaceholders(text).map(({hint}) => hint);

describe('placeholders', () => {
  const gaps: [text: string, hints: string[]][] = [
    ['{{ what happened }} and {{{when}}}', ['what happened', 'when']],
    ['Owner: <add name here>, \\<number of users\\>', ['add name here', 'number of users']],
    ['[Insert Link to Diagram], (To be filled from the log)', ['Insert Link to Diagram', 'To be filled from the log']],
    ['[insert link] by [your name] on [date]', ['insert link', 'your name', 'date']],
    [
      'YYYY-MM-DD HH:MM, DD/MM/YYYY, 20xx-MM-DD HH:mm, XX:YY',
      ['YYYY-MM-DD', 'HH:MM', 'DD/MM/YYYY', '20xx-MM-DD', 'HH:mm', 'XX:YY'],
    ],
    ['Cost: TBD', ['TBD']],
    ['Lorem ipsum dolor sit amet. Then', ['Lorem ipsum dolor sit amet']],
  ];
  for (const [text, hints] of gaps) it(`finds the gaps in: ${text}`, () => assert.deepEqual(hintsIn(text), hints));

  const none = [
    '<details open>, <b>bold</b>, <br>, <img alt="x y">, <https://example.com/a b>, <ops@example.com>',
    '[the date](notes.md), [date]: https://example.com, [x] done, [ ] open, [1]',
    'In <this file> the value was changed to <that value>.',
    'From 10:05 to 11:20 on 2024-03-05, a <START OF OUTAGE> mark, 5:30 pm, a generic List<String>',
    'The TBDB table, {one brace}, YYYY alone',
  ];
  for (const text of none) it(`finds none in: ${text}`, () => assert.deepEqual(hintsIn(text), []));

  it('leaves the rest of a text as it is', () => {
    assert.equal(withoutPlaceholders('# {{ date }} - {{ title }}').trim(), '#   -');
  });

  it('lie in the text, in order and apart', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '<',
      '>',
      '[',
      ']',
      'name',
      ' ',
      'YYYY-MM-DD',
      'TBD',
      '\n',
      'HH:MM',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), pieces => {
        const text = pieces.join('');
        let last = 0;
        for (const {start, end} of findPlaceholders(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      }),
    );
  });

  it('are found wherever one is taken out', () => {
    const parts =
      '{{ }} < > a( (To be added) [ ] name Date Lorem lorem ipsum 20 YYYY yyyy XX xx - / . : MM mm DD dd HH hh SS TBD TBA';
    const piece = fc.constantFrom(' ', '\\', '\n', ...parts.split(' '));
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), pieces => {
        const text = pieces.join('');
        assert.equal(findPlaceholders(text).length > 0, withoutPlaceholders(text) !== text);
      }),
      {numRuns: 2000},
    );
  });

  it('are found in linear time', () => {
    for (const hostile of ['{', '{{', '<a ', '[date ', 'lorem ipsum ', 'X', '[insert', '<a b']) {
      const start = performance.now();
      findPlaceholders(hostile.repeat(100_000 / hostile.length));
      assert.ok(performance.now() - start < 500, `${hostile}: ${performance.now() - start} ms`);
    }
  });
});
