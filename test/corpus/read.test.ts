import assert from 'node:assert/strict';
import {readFrontMatter} from '../../server/model/front-matter.ts';
import {readPieces} from '../../server/model/markdown/pieces.ts';
import {summary, whole} from '../model/whole.ts';
import {documents} from './documents.ts';

describe('a document read piece by piece', () => {
  for (const {name, text} of documents()) {
    it(`is ${name} as remark-parse reads it whole`, () => {
      const markdown = text.slice(readFrontMatter(text, 0)?.end ?? 0);
      assert.deepEqual(summary(readPieces(markdown, 0, markdown.length, 0)), whole(markdown));
    });
  }
});
