import type {Range} from 'vscode-languageserver';
import type {Report, RequirementState} from '../evidence/report.ts';
import type {LspDocument} from '../lsp.ts';
import {isCut} from '../model/markdown/limits.ts';
import type {Section} from '../model/reading.ts';
import {contains} from '../model/text.ts';
import type {DocumentReport, RequirementItem, SectionState, TimelineState} from '../protocol.ts';
import {askedFor} from '../rules/run.ts';
import {headSpan} from '../rules/structure/layout.ts';
import {wordCount} from '../rules/word-count.ts';
import type {Postmortem} from './postmortem.ts';

/** What the status bar and the outline show. */
export function outlineReport(postmortem: Postmortem): DocumentReport {
  const {document, report, reason, words, settings, problems, configurationFile, findings} = postmortem;
  const {template, draft, sections} = report;
  const requirements = askedFor(report.requirements, settings);
  return {
    version: document.version,
    template: {id: template.id, name: template.name, reason, configured: settings.template !== ''},
    draft,
    words: report.words.total,
    wordRange: words,
    wordsMarked: findings.some(({rule, span}) => rule === wordCount.code && span.start === headSpan(report).start),
    // What is missing may stand where the text is not read.
    sections: sections
      .filter(({status}) => status !== 'missing' || !isCut(report.limits))
      .map(section => sectionState(document, section, requirements)),
    timeline: timelineState(document, report),
    problems,
    ...(configurationFile === undefined ? {} : {configurationFile}),
  };
}

function sectionState(
  document: LspDocument,
  {spec, status, words, titles, subsections}: Section,
  requirements: readonly RequirementState[],
): SectionState {
  const [first] = titles;
  return {
    id: spec.id,
    title: spec.title,
    ...(spec.parent === undefined ? {} : {parent: spec.parent}),
    status,
    optional: spec.presence === 'optional',
    words,
    ...(first ? {titleRange: document.range(first), range: extent(document, titles)} : {}),
    subsections: subsections.map(heading => ({title: heading.text, range: document.range(heading)})),
    requirements: requirements
      .filter(({requirement}) => requirement.section === spec.id)
      .map(state => requirementItem(document, state)),
  };
}

function requirementItem(document: LspDocument, {requirement, met, evidence}: RequirementState): RequirementItem {
  const {id, question, example} = requirement;
  return {id, question, example, met, ...(evidence ? {range: document.range(evidence)} : {})};
}

/** From the first title to the end of its text, with those that follow without anything between. */
function extent(document: LspDocument, titles: Section['titles']): Range {
  const start = titles[0]?.start ?? 0;
  const end = titles.reduce(
    (end, title) => (title.start <= end ? Math.max(end, title.bodyEnd) : end),
    titles[0]?.bodyEnd ?? 0,
  );
  return document.range({start, end});
}

function timelineState(document: LspDocument, {text, timeline, sections}: Report): TimelineState | null {
  if (!timeline) return null;
  const {entries, milestones, start} = timeline;
  const around = sections.find(({titles}) =>
    titles.some(title => contains({start: title.start, end: title.bodyEnd}, start)),
  );
  return {
    section: around?.spec.id ?? null,
    entries: entries.length,
    milestones: milestones.flatMap(({name, entry}) => {
      const told = entries[entry];
      if (!told) return [];
      const time = told.stamp ? text.slice(told.stamp.start, told.stamp.end) : '';
      return [{name, text: time, range: document.range(told)}];
    }),
  };
}
