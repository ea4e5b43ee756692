import type {Configuration} from '../configuration.ts';
import type {ConfiguredTemplate} from '../configured-template.ts';
import {judgeInSteps} from '../judge.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Steps} from '../model/steps.ts';
import {applyEdits} from '../model/text.ts';
import type {DocumentEdits} from '../protocol.ts';
import {convertInSteps} from './convert.ts';
import {isSameTemplate, templateById} from './new-postmortem.ts';
import type {Postmortem} from './postmortem.ts';

/**
 * The edits that bring a document into the shape of another template. It names the template where it would not be recognised by its
 * place and its sections.
 *
 * @returns `null` where it cannot be done without losing something; a reason where the text is not read to its end or has a merge
 *   conflict; no edits where the document has that shape
 */
export function* changeTemplate(
  {document, report, reading}: Postmortem,
  id: string,
  configuration: Configuration,
  offered: readonly ConfiguredTemplate[] = [],
): Steps<DocumentEdits | null> {
  const {text, version} = document;
  if (isCut(report.limits)) return {version, edits: [], reason: 'not-all-read'};
  if (report.conflicts.length > 0) return {version, edits: [], reason: 'merge-conflict'};
  const to = templateById(id, configuration, offered);
  const conversion = {from: report.template, to, name: id};
  const plain = yield* convertInSteps(text, conversion, reading);
  yield;
  const judged = plain && (yield* judgeInSteps(applyEdits(text, plain), configuration, {reading}));
  const taken = judged?.report.template;
  const isTaken = taken && isSameTemplate(taken, to);
  const edits = isTaken ? plain : yield* convertInSteps(text, {...conversion, declare: true}, reading);
  return edits ? {version, edits: edits.map(edit => document.textEdit(edit))} : null;
}
