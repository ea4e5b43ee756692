import assert from 'node:assert/strict';
import {makeReport} from '../../server/evidence/make-report.ts';
import {applyEdits} from '../../server/model/text.ts';
import {suppress} from '../../server/rules/suppress.ts';
import {defaultTemplate} from '../../server/templates/all.ts';
import {holdsSuppressions} from '../corpus/suppressions.ts';

const places: Record<string, [string, string]> = {
  'above a heading': ['a\n## ⟦Timeline\n', 'a\n<!-- postmortem-disable-next-line r -->\n## Timeline\n'],
  'above the first line of a paragraph': ['⟦a\nb\n', '<!-- postmortem-disable-next-line r -->\na\nb\n'],
  'at the end of a line inside a paragraph': ['a\n⟦b  \nc\n', 'a\nb <!-- postmortem-disable-line r -->  \nc\n'],
  'before a backslash that breaks the line': ['a\n⟦b\\\nc\n', 'a\nb <!-- postmortem-disable-line r -->\\\nc\n'],
  'behind a backslash that breaks no line': ['- a\n- ⟦b\\\n', '- a\n- b\\ <!-- postmortem-disable-line r -->\n'],
  'behind what a comment would make an item of a list': [
    '    a\n\n4. ⟦b\n',
    '    a\n\n4. b <!-- postmortem-disable-line r -->\n',
  ],
  'at the end of a list item': ['- a\n- ⟦b\n', '- a\n- b <!-- postmortem-disable-line r -->\n'],
  'above the first item of a list': ['- ⟦a\n- b\n', '<!-- postmortem-disable-next-line r -->\n- a\n- b\n'],
  'above the title of a setext heading': [
    '⟦Timeline\n========\n',
    '<!-- postmortem-disable-next-line r -->\nTimeline\n========\n',
  ],
  'around a table': [
    'a\n\n| x |\n| - |\n| ⟦b |\n\nc\n',
    'a\n\n<!-- postmortem-disable r -->\n| x |\n| - |\n| b |\n<!-- postmortem-enable r -->\n\nc\n',
  ],
  'around a fence': [
    '```\n⟦a\n```\n\nb\n',
    '<!-- postmortem-disable r -->\n```\na\n```\n<!-- postmortem-enable r -->\n\nb\n',
  ],
  'at the top where code goes on to the next line': [
    'a\n`b ⟦c\nd`\n',
    '<!-- postmortem-disable-file r -->\na\n`b c\nd`\n',
  ],
  'at the top where a span of two backticks goes on to the next line': [
    'a\n``b ⟦c\nd``\n',
    '<!-- postmortem-disable-file r -->\na\n``b c\nd``\n',
  ],
  'at the end of a line with spans of code, and a backtick behind a backslash': [
    'a\n``b ` c`` \\` ⟦`d`\ne\n',
    'a\n``b ` c`` \\` `d` <!-- postmortem-disable-line r -->\ne\n',
  ],
  'at the end of an item, whatever its neighbours have open': [
    '- a `\n- ⟦b\n  `c`\n',
    '- a `\n- b <!-- postmortem-disable-line r -->\n  `c`\n',
  ],
  'at the top where a no-break space keeps a fence from ending': [
    'a\n\n```\n⟦b\n```\u00a0\n\n',
    '<!-- postmortem-disable-file r -->\na\n\n```\nb\n```\u00a0\n\n',
  ],
  'above what only looks like a fence': ['```a``` ⟦b\n', '<!-- postmortem-disable-next-line r -->\n```a``` b\n'],
  'below front matter': ['---\ntitle: ⟦x\n---\na\n', '---\ntitle: x\n---\n<!-- postmortem-disable-file r -->\na\n'],
  'behind a byte-order mark': ['\uFEFF```\n⟦a\n', '\uFEFF<!-- postmortem-disable-file r -->\n```\na\n'],
  'in the comment that is there already': [
    '<!-- postmortem-disable-next-line other -- we know -->\n## ⟦Timeline\n',
    '<!-- postmortem-disable-next-line other r -- we know -->\n## Timeline\n',
  ],
  'in the comment behind a byte-order mark': [
    '⟦\uFEFF<!-- postmortem-disable-line other -->\n',
    '\uFEFF<!-- postmortem-disable-line other r -->\n',
  ],
  'with the line ends of the document': [
    'a\r\n\r\n⟦b\r\n',
    'a\r\n\r\n<!-- postmortem-disable-next-line r -->\r\nb\r\n',
  ],
};

describe('suppress', () => {
  for (const [place, [marked, expected]] of Object.entries(places)) {
    it(`comments ${place}`, () => {
      const at = marked.indexOf('⟦');
      const text = marked.replace('⟦', '');
      const {edits} = suppress(makeReport(text, defaultTemplate()), {rule: 'r', span: {start: at, end: at}});
      assert.equal(applyEdits(text, edits), expected);
    });
  }

  it('is heard about a whole document that begins with a byte-order mark', () => {
    holdsSuppressions('\uFEFF<!-- postmortem-disable-line other -->\n');
  });
});
