import {type Judgement, templateFor} from './judge.ts';
import type {Template} from './model/template.ts';
import {fixAll} from './rules/fix-all.ts';

/**
 * What `fixAll` makes of a judged text. Where the template is recognised by the sections, it may be another one once their titles
 * are headings, and ask for other sections. So what is mended must stay as it is under the template that it has then; if it does
 * not, the text is mended under that one.
 *
 * @returns the text as it was, where it comes to rest under neither, or is too long to be read to its end: what seems to be missing
 *   may stand there.
 */
export function mend({report: {text, template, limits}, reading, settings, circumstances}: Judgement): string {
  if (limits.some(({kind}) => kind === 'unread')) return text;
  const mended = (each: string, under: Template) => fixAll(each, {template: under, settings, previous: reading});
  const first = mended(text, template);
  if (first === text) return text;
  const other = templateFor(first, circumstances, reading) ?? template;
  if (other === template || mended(first, other) === first) return first;
  const second = mended(text, other);
  const last = templateFor(second, circumstances, reading) ?? other;
  return last === other || mended(second, last) === second ? second : text;
}
