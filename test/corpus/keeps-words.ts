import assert from 'node:assert/strict';
import {convert} from '../../server/features/convert.ts';
import {read} from '../../server/model/read.ts';
import type {Template} from '../../server/model/template.ts';
import {applyEdits} from '../../server/model/text.ts';
import {lostWords} from '../../server/rules/words-lost.ts';

/** Changes the template of a document and sees to it that only names of sections are gone. */
export function keepsWords(text: string, from: Template, to: Template, what = from.id): void {
  const edits = convert(text, {from, to, name: to.id});
  if (edits === undefined)
    assert.match(text, /^(?:<{7}|>{7})/m, `${what} was not converted from ${from.id} to ${to.id}`);
  const titles = read(text, from).sections.flatMap(section => section.titles);
  const names = titles.map(({name}) => text.slice(name.start, name.end));
  const after = applyEdits(text, edits ?? []);
  assert.deepEqual(lostWords(text, [after, ...names].join('\n')), [], `${what} from ${from.id} to ${to.id}`);
}
