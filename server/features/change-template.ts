import type {Configuration} from '../configuration.ts';
import type {ConfiguredTemplate} from '../configured-template.ts';
import {judge} from '../judge.ts';
import {isCut} from '../model/markdown/limits.ts';
import {applyEdits} from '../model/text.ts';
import type {DocumentEdits} from '../protocol.ts';
import {convert} from './convert.ts';
import {isSameTemplate, templateById} from './new-postmortem.ts';
import type {Postmortem} from './postmortem.ts';

/**
 * The edits that bring a document into the shape of another template. It names the template where it would not be recognised by its
 * place and its sections.
 *
 * @returns `null` where it cannot be done without losing something; a reason where the text is not read to its end; no edits where the
 *   document has that shape
 */
export function changeTemplate(
  {document, report}: Postmortem,
  id: string,
  configuration: Configuration,
  offered: readonly ConfiguredTemplate[] = [],
): DocumentEdits | null {
  const {text, version} = document;
  if (isCut(report.limits)) return {version, edits: [], reason: 'not-all-read'};
  const to = templateById(id, configuration, offered);
  const conversion = {from: report.template, to, name: id};
  const plain = convert(text, conversion);
  const taken = plain && judge(applyEdits(text, plain), configuration)?.report.template;
  const edits = taken && isSameTemplate(taken, to) ? plain : convert(text, {...conversion, declare: true});
  return edits ? {version, edits: edits.map(edit => document.textEdit(edit))} : null;
}
