import assert from 'node:assert/strict';
import fc from 'fast-check';
import {convert} from '../../server/features/convert.ts';
import type {Template} from '../../server/model/template.ts';
import {applyEdits} from '../../server/model/text.ts';
import {lostWords} from '../../server/rules/words-lost.ts';
import {builtInTemplate, builtInTemplates} from '../../server/templates/all.ts';
import {documents} from './documents.ts';
import {keepsWords} from './keeps-words.ts';
import {mixture} from './mixture.ts';

const [classic, report, sre] = ['classic', 'incident-report', 'google-sre'].map(id => builtInTemplate(id));
/** Both ways round; each document goes one of them, for time's sake. */
const rounds: readonly (readonly [Template, Template])[][] = [
  [pair(classic, report), pair(report, sre), pair(sre, classic)],
  [pair(classic, sre), pair(sre, report), pair(report, classic)],
];

function pair(from: Template | undefined, to: Template | undefined): [Template, Template] {
  assert.ok(from && to);
  return [from, to];
}

const names = builtInTemplates()
  .flatMap(({sections}) => sections.flatMap(({title, aliases, parts}) => [title, ...aliases, ...parts]))
  .join(' ')
  .toLowerCase();

describe('changing the template', () => {
  for (const [index, {name, text}] of documents().entries()) {
    it(`keeps every word of ${name}`, function () {
      this.timeout(20_000);
      for (const [from, to] of rounds[index % 2] ?? []) keepsWords(text, from, to, name);
    });
  }

  it('keeps every word of any mixture of lines, or does nothing', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(mixture(), fc.constantFrom(...rounds.flat()), (text, [from, to]) => {
        const edits = convert(text, {from, to, name: to.id}) ?? [];
        const gone = lostWords(text, applyEdits(text, edits)).filter(word => !names.includes(word.toLowerCase()));
        assert.deepEqual(gone, []);
      }),
      {numRuns: 60},
    );
  });
});
