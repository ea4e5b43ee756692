import {isCut} from '../model/markdown/limits.ts';
import type {InsertSectionResult} from '../protocol.ts';
import {insertSections} from '../rules/structure/insert-section.ts';
import type {Postmortem} from './postmortem.ts';

/** The edit that inserts a section where it belongs; `null` when it is there, unknown, or has no place that Markdown allows. */
export function insertSection({document, report}: Postmortem, id: string): InsertSectionResult | null {
  const section = report.sections.find(({spec}) => spec.id === id);
  if (!section || section.titles.length > 0 || isCut(report.limits)) return null;
  const edit = insertSections(report, [section.spec])?.[0];
  if (!edit) return null;
  return {version: document.version, edit: document.textEdit(edit), snippet: edit.snippet ?? edit.text};
}
