import assert from 'node:assert/strict';
import fc from 'fast-check';
import {convert} from '../../server/features/convert.ts';
import type {Template} from '../../server/model/template.ts';
import {applyEdits} from '../../server/model/text.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {builtInTemplate} from '../../server/templates/all.ts';
import {documents} from './documents.ts';
import {keepsWords} from './keeps-words.ts';
import {mixture} from './mixture.ts';

const shapes = ['classic', 'incident-report', 'google-sre']
  .map(id => builtInTemplate(id))
  .filter(each => each !== undefined);
const pairs = shapes.flatMap(from => shapes.filter(to => to !== from).map((to): [Template, Template] => [from, to]));

describe('changing the template', () => {
  for (const {name, text} of documents()) {
    it(`keeps every word of ${name}`, function () {
      this.timeout(20_000);
      for (const [from, to] of pairs) keepsWords(text, from, to, name);
    });
  }

  it('keeps every word of any mixture of lines, or does nothing', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(mixture(), fc.constantFrom(...pairs), (text, [from, to]) => {
        const edits = convert(text, {from, to, name: to.id}) ?? [];
        const names = [...from.sections, ...to.sections].flatMap(({title, aliases, parts}) => [
          title,
          ...aliases,
          ...parts,
        ]);
        const gone = lostWords(text, applyEdits(text, edits)).filter(
          word => !names.join(' ').toLowerCase().includes(word.toLowerCase()),
        );
        assert.deepEqual(gone, []);
      }),
      {numRuns: 60},
    );
  });
});
