import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {reportInSteps} from '../../server/evidence/make-report.ts';
import {type PlacedPiece, readPieces} from '../../server/model/markdown/pieces.ts';
import {ownLine} from '../../server/model/markdown/placed-lines.ts';
import {read} from '../../server/model/read.ts';
import {type ReadAhead, readAhead} from '../../server/model/read-text.ts';
import type {Reading} from '../../server/model/reading.ts';
import {inOneGo} from '../../server/model/steps.ts';
import {findings} from '../../server/rules/run.ts';
import {defaults} from '../../server/settings.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {corpora, isBeside} from '../beside.ts';
import {plain} from '../plain.ts';
import {summary, whole} from './whole.ts';

const blocks = [
  'A line of text',
  'see <5@example.com>',
  'ends in a tab \t',
  'another line',
  '# Heading',
  '## Timeline',
  'Setext',
  '===',
  '---',
  '- item',
  '-   wide item',
  '* star',
  '1. one',
  '2. two',
  '10) ten',
  '  - nested',
  '    - deeper',
  '  continued',
  '    indented',
  '\tcode by tab',
  '> quote',
  '> - item in quote',
  '```',
  '```js',
  '~~~',
  '  ```',
  '   ~~~',
  '<!-- comment',
  'end -->',
  '<div>',
  '</div>',
  '<b>inline</b>',
  '<script>',
  '</script>',
  '<pre>',
  '<?php',
  '?>',
  '<img src="x">',
  '| a | b |',
  '| - | - |',
  '| 1 | 2 |',
  '[label]: https://example.com',
  '[label]',
  '[text][label]',
  '[other one]: <x> "title"',
  '[Other  One] and [x]',
  '[this &amp; that] or [odd\\]one]',
  '[this &amp; that]: x',
  '[odd\\]one]: x',
  '**bold** text',
  '`code`',
  '- [ ] task',
  '- [x] done',
  '-',
  '1.',
  '* * *',
  '* *',
  ' *',
  '- - x',
  '- - -',
  'line  ',
  'back\\',
  '&amp; *a* _b_',
  '- ```',
  '- > quote',
  '1. # heading',
  '   1. x',
  '\u00a0',
  'https://example.com',
  '[^1]: note',
  '***',
  '+ plus',
  '"title"',
  "'open",
  '=',
  '-text',
];
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n', '\r', '');
const fragment = fc
  .array(
    fc.tuple(
      fc.oneof({arbitrary: fc.constantFrom(...blocks), weight: 8}, {arbitrary: fc.string({maxLength: 6}), weight: 1}),
      lineEnd,
    ),
    {maxLength: 24},
  )
  .map(parts => parts.flat().join(''));

describe('a text read piece by piece', function () {
  this.timeout(60_000);

  it('is the text read whole', () => {
    fc.assert(
      fc.property(fragment, text => {
        assert.deepEqual(summary(readPieces(text, 0, text.length, 0)), whole(text));
      }),
      {numRuns: 400},
    );
  });

  it('is the text read whole where an item of items follows a line that it may not interrupt', () => {
    for (const text of ['1. # heading\nline\n* *\n *\n', '- # heading\nline\n- - x\n', '- a\nb\n- 1. c\n- d\n'])
      assert.deepEqual(summary(readPieces(text, 0, text.length, 0)), whole(text));
  });

  it('is the text read whole behind a thematic break that begins like an item', () => {
    for (const text of [
      '* * *\n\n  A line\n10) ten\n',
      '- - -\n\n  a\n2. b\n',
      '- * *\n\n  a\n2. b\n',
      '- a\n* * *\n- b\n',
    ])
      assert.deepEqual(summary(readPieces(text, 0, text.length, 0)), whole(text));
  });

  it('is the same whatever was edited, also where it is too much for the parser', () => {
    const some = (count: number, line: string) => `${line}\n\n`.repeat(count);
    const tooMuch = (pieces: readonly PlacedPiece[]) =>
      pieces.filter(({piece}) => piece.simple).map(({start, end}) => [start, end]);
    const texts = [
      some(2500, 'A line of text, and more.'),
      some(60, 'a') + some(2000, 'Much more of a text, and `more`.'),
    ];
    for (const original of texts) {
      let text = original;
      let pieces = readPieces(text, 0, text.length, 0);
      for (const insert of ['```\n', '## Timeline\n']) {
        const before = {source: text, pieces};
        text = insert + text;
        pieces = readPieces(text, 0, text.length, 0, before);
        assert.deepEqual(
          tooMuch(pieces),
          tooMuch(readPieces(text, 0, text.length, 0)),
          `${insert} in ${original.length}`,
        );
      }
    }
  });

  it('is so after any edit, with the pieces of the version before', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({max: 30}),
      insert: fc.oneof(
        fragment,
        fc.constantFrom(...blocks),
        fc.constantFrom('\n', '\n\n', ' ', '`', '-', '#', '\r', '>'),
      ),
    });
    fc.assert(
      fc.property(fragment, fragment, fc.array(edit, {minLength: 1, maxLength: 6}), (head, tail, edits) => {
        let text = `${head}\n\n${tail}`;
        let pieces = readPieces(text, 0, text.length, 0);
        for (const {at, cut, insert} of edits) {
          const from = at % (text.length + 1);
          const before = {source: text, pieces};
          text = text.slice(0, from) + insert + text.slice(from + cut);
          pieces = readPieces(text, 0, text.length, 0, before);
          assert.deepEqual(summary(pieces), whole(text));
        }
      }),
      {numRuns: 200},
    );
  });
});

describe('a reading made from the one before, and what is told of it', () => {
  const folders = ['test/fixtures', ...corpora.filter(isBeside)];
  const files = folders.flatMap(folder =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter(file => file.endsWith('.md'))
      .map(file => `${folder}/${file}`),
  );
  const texts = files.map(file => readFileSync(file, 'utf8'));

  /** Everything but functions and the template. */
  const everything = (reading: Reading) => {
    const report = inOneGo(reportInSteps(reading));
    const {words, template, ...rest} = report;
    const counts = rest.lines.map(line => words.count(line));
    return plain({...rest, words: words.total, counts, findings: findings(report, defaults)});
  };

  const edit = fc.record({
    at: fc.nat(),
    cut: fc.nat({max: 200}),
    insert: fc.oneof(
      fragment,
      fc.constantFrom('## Timeline\n', '\n\n', '```\n', '---\n', '<!--', '- 10:05 - x\n', 'x', '🔥', '\uFEFF'),
    ),
  });

  /** A text with some edits, each read after the other, is what it is when nothing is known of it. */
  const holdsFor = (makeText: (original: string) => string) =>
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, {minLength: 1, maxLength: 3}), (original, edits) => {
        let text = makeText(original);
        let reading = read(text, defaultTemplate());
        for (const {at, cut, insert} of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + cut);
          reading = read(text, defaultTemplate(), reading);
        }
        assert.deepEqual(everything(reading), everything(read(text, defaultTemplate())));
      }),
      {numRuns: 25},
    );

  it('is the reading made from nothing, over real documents', () => {
    holdsFor(original => original);
  }).timeout(120_000);

  it('is so within a fence around everything', () => {
    holdsFor(original => `~~~\n${original}\n~~~\n`);
  }).timeout(120_000);

  it('is so below a fence that is never closed', () => {
    holdsFor(original => `\`\`\`\nsome code\n\n${original}\n\n## Resolution\n\nA typo.\n`);
    holdsFor(original => `${original}\n\n<!--\n\n## Resolution\n\nA typo.\n\n${original}\n`);
  }).timeout(120_000);

  it('keeps what stands in such a fence, but for what was edited', () => {
    const inside = `# Outage\n\n${'Some *words* with `code`.\n\n'.repeat(30)}`;
    for (const end of ['', '~~~\n', '~~~\nThe end.\n']) {
      const before = read(`~~~\n${inside}${end}`, defaultTemplate());
      const known = new Set(before.lines.map(ownLine));
      const after = read(before.text.replace('Outage', 'Outages'), defaultTemplate(), before);
      assert.ok(after.wrapper, end);
      const fresh = after.lines.map(ownLine).filter(line => !known.has(line) && line.kind === 'text');
      assert.ok(fresh.length <= 2, `${fresh.length} lines were read again`);
    }
  });

  it('keeps what stands below a fence that is never closed, but for what was edited', () => {
    const some = 'Some *words* with `code`.\n\n'.repeat(30);
    const before = read(`# Outage\n\n${some}~~~\ncode\n\n## Timeline\n\n${some}`, defaultTemplate());
    for (const [from, to] of [
      ['Outage', 'Outages'],
      ['Timeline', 'Timelines'],
    ] as const) {
      const known = new Set(before.lines.map(ownLine));
      const after = read(before.text.replace(from, to), defaultTemplate(), before);
      assert.ok(after.wrapper?.cut, to);
      const fresh = after.lines.map(ownLine).filter(line => !known.has(line) && line.kind === 'text');
      assert.ok(fresh.length <= 2, `${fresh.length} lines were read again`);
    }
  });

  it('has links of which the definition, in another piece, is written with escapes and character references', () => {
    for (const label of ['this &amp; that', 'odd\\]one', 'É\\*', 'a\nb']) {
      const text = `See [${label}].\n\n${'Some text.\n\n'.repeat(2)}[${label}]: x\n`;
      assert.ok(!read(text, defaultTemplate()).prose.includes('['), label);
    }
  });

  it('reads each piece with the definitions that it may refer to, and no others', () => {
    const definitions = Array.from({length: 300}, (_, index) => `[Line ${index}]: x\n`).join('');
    const text = `${definitions}\n${'See [line  7].\n\n'.repeat(40)}${'See [other 7] and [this].\n\n'.repeat(40)}`;
    const [, ...pieces] = readPieces(text, 0, text.length, 0);
    const used = new Set(pieces.flatMap(({labels}) => labels.split('\n')));
    assert.ok(used.has('line 7'));
    assert.ok(![...used].some(label => label.startsWith('other') || label.startsWith('this')));
    const {prose} = read(text, defaultTemplate());
    assert.equal(prose.match(/\[line/g), null);
    assert.equal(prose.match(/\[other 7\]/g)?.length, 40);
  });

  it('takes nothing in a label for Markdown of its own', () => {
    for (const label of ['a&#10;&#10;~~~', 'a&NewLine;&NewLine;<!--', 'a&#10;# Timeline']) {
      const text = `[${label}]: x\n\n## Timeline\n\n- 10:05 UTC - see [a] and [${label}]\n`;
      let ahead = readAhead(text);
      for (let times = 0; !ahead.isWhole && times < 10; times++) ahead = readAhead(text, ahead);
      assert.ok(ahead.isWhole, label);
      assert.deepEqual(everything(read(text, defaultTemplate(), ahead)), everything(read(text, defaultTemplate())));
      assert.equal(read(text, defaultTemplate()).headings.length, 1, label);
    }
  });

  it('has logs in fences up to their own ends, however many follow each other', () => {
    const log = (lines: number) => `\`\`\`\n${'10:05 *queue* grows\n\n'.repeat(lines)}\`\`\`\n\n`;
    const text = Array.from({length: 50}, (_, index) => `${log(40 + (index % 7))}Ana looks.\n\n`).join('');
    const reading = read(text, defaultTemplate());
    assert.deepEqual(reading.limits, []);
    assert.equal(reading.lines.filter(({kind}) => kind === 'text').length, 50);
  });

  it('is kept behind an edit, too, where the text was not read to its end yet', () => {
    const long = `# Outage\n\n${'Some *words* with `code` and [a link](b).\n\n'.repeat(1500)}`;
    const rest = (text: string, before: ReadAhead) => {
      let [ahead, times] = [before, 0];
      for (; !ahead.isWhole; times++) ahead = readAhead(text, ahead);
      assert.deepEqual(everything(read(text, defaultTemplate(), ahead)), everything(read(text, defaultTemplate())));
      return times;
    };
    const all = rest(long, readAhead(long));
    let [text, ahead] = [long, readAhead(long)];
    for (let typed = 0; typed < all - 2; typed++) {
      text = text.replace('Out', 'Outt');
      ahead = readAhead(text, ahead);
    }
    assert.ok(all > 10 && rest(text, ahead) <= 4, `${all} times at first, and then ${rest(text, ahead)}`);
  });

  it('is kept behind a long paste, which takes several times', () => {
    const paragraph = 'Some *words* with `code` and [a link](b).\n\n';
    // A list behind such a fence is no block of its own to who reads only what stands before it.
    const fence = `\`\`\`xml\n<a>\n\n  <b>\n${'  <c>\n'.repeat(1000)}\`\`\`\n- an item\n\n`;
    const before = read(`# Outage\n\n${paragraph.repeat(20)}${fence}${paragraph.repeat(1500)}`, defaultTemplate());
    const pastes = [paragraph.repeat(200), `${fence}${paragraph.repeat(100)}`];
    for (const [pasted, types] of pastes.flatMap(each => [[each, true] as const, [each, false] as const])) {
      let text = before.text.replace('\n\n', `\n\n${pasted}`);
      let [ahead, times] = [readAhead(text, before), 1];
      for (; !ahead.isWhole; times++) {
        // Somebody types in it meanwhile, and behind it.
        if (types && times === 1) text = text.replace('Some', 'Any');
        if (types && times === 2) text = `${text}The end.\n`;
        ahead = readAhead(text, ahead);
      }
      assert.ok(times > 1 && times < 8, `${times} times`);
      const summary = everything(read(text, defaultTemplate(), ahead));
      assert.deepEqual(summary, everything(read(text, defaultTemplate())));
    }
  });

  it('is the same for a text that was read ahead, a stretch at a time', () => {
    const long = texts.join('\n\n').replaceAll(/^[<>]{7}/gm, '');
    const text = `${'> a *quote* of `it`\n\n'.repeat(500)}${long}`.slice(0, 120_000);
    const {ahead, times} = readInStrides(text, text.slice(0, 50_000));
    assert.ok(times > 3, `${times} times`);
    assert.deepEqual(everything(read(text, defaultTemplate(), ahead)), everything(read(text, defaultTemplate())));
  });

  it('is the same where a fence without end hides most of it, which is read a stretch at a time, too', () => {
    const text = `# Outage\n\nNo mail.\n\n~~~\ncode\n\n${'## Timeline\n\n> a *quote* of `it`\n\n'.repeat(200)}`;
    const {ahead, times} = readInStrides(text, text.slice(0, 5000));
    assert.ok(times > 5, `${times} times`);
    assert.deepEqual(everything(read(text, defaultTemplate(), ahead)), everything(read(text, defaultTemplate())));
  });

  it('stops sooner where the parser has to begin often', () => {
    const {times} = readInStrides('> a\n\n'.repeat(700));
    assert.ok(times > 5, `${times} times`);
  });
});

/** @param first the beginning of the text, which was there before the rest */
function readInStrides(text: string, first = text): {ahead: ReadAhead; times: number} {
  let ahead = readAhead(first);
  let times = 1;
  for (; !ahead.isWhole; times++) ahead = readAhead(text, ahead);
  return {ahead, times};
}
