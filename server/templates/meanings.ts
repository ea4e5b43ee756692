import {namesOf} from '../model/sections/names.ts';
import type {Template, TemplateSection} from '../model/template.ts';

/** What sections are about, whatever a template calls them: where each finds a place in another template. */
interface Meaning {
  readonly names: readonly string[];
  /** What it belongs to where a template has no section of its own for it. */
  readonly partOf?: string;
}

const meanings: Readonly<Record<string, Meaning>> = {
  details: {
    names: ['Incident Details', 'Key information', 'Incident Timing', 'Stats', 'Report Details', 'Date', 'Status'],
  },
  people: {names: ['Authors', 'Responders', 'Attendees', 'Incident Lead', 'Owners', 'Participants'], partOf: 'details'},
  summary: {names: ['Summary', 'Issue Summary', 'Summary of the Incident', 'Overview', 'What happened']},
  background: {names: ['Background', 'Introduction', 'Context', 'Leadup'], partOf: 'summary'},
  impact: {
    names: ['Impact', 'Impact Analysis', 'Customer Impact', 'User Impact', 'End User Impact'],
    partOf: 'summary',
  },
  timeline: {names: ['Timeline', 'Chain of Events', 'Key events', 'Timeline summary', 'How did we respond']},
  detection: {names: ['Detection', 'Identified', 'How it was detected'], partOf: 'timeline'},
  response: {names: ['Response', 'Incident Response Analysis', 'Incident Questions', 'Escalation'], partOf: 'timeline'},
  cause: {
    names: [
      'Root cause',
      'Root cause and resolution',
      'Root cause analysis',
      'Contributing factors',
      'Contributors',
      'Identified cause',
      'What caused the incident',
      'What went wrong and why',
      'Why did it happen',
      'Origin of the incident',
      'Post Incident Analysis',
    ],
  },
  trigger: {names: ['Trigger', 'Fault', 'Diagnosis', 'Process breakdown'], partOf: 'cause'},
  whys: {names: ['Five Whys', '5 Whys', 'Root cause identification'], partOf: 'cause'},
  resolution: {
    names: ['Resolution', 'Resolution and recovery', 'Mitigation and resolution', 'Recovery', 'How did we fix it'],
    partOf: 'cause',
  },
  mitigation: {names: ['Mitigation', 'Mitigators'], partOf: 'resolution'},
  actions: {
    names: [
      'Action items',
      'Corrective and preventative measures',
      'Corrective actions',
      'Action Items and Remediations',
      'Action items and followups',
      'Follow-ups',
      'Follow-up tasks',
      'Follow-up items',
      'Next steps',
      'Actions to take',
      'Going forward',
      'Looking forward',
      'Moving forward',
      'What is being done about this',
      'What are we doing about it',
      'Review actions',
      'Remediation',
      'How are we making incidents like this less likely or less impactful',
    ],
  },
  prevention: {names: ['Prevention', 'Recurrence', 'Backlog check'], partOf: 'actions'},
  lessons: {names: ['Lessons learned', 'Learnings and risks', "How'd We Do", 'DERP Checklist'], partOf: 'actions'},
  well: {names: ['What went well', 'What worked'], partOf: 'lessons'},
  wrong: {
    names: ['What went wrong', "What didn't go so well", "What didn't work", 'What went badly'],
    partOf: 'lessons',
  },
  luck: {names: ['Where we got lucky', 'Where did we get lucky'], partOf: 'lessons'},
  evidence: {
    names: ['Supporting information', 'Appendix', 'Appendices', 'Metrics', 'Related items', 'Flowchart diagram'],
  },
};

/** A template whose sections are the meanings, so that names are recognised as those of sections are. */
const asTemplate: Template = {
  id: 'meanings',
  name: '',
  description: '',
  title: '',
  titleLevel: 0,
  ordered: false,
  requirements: [],
  scaffold: '',
  sections: Object.entries(meanings).map(([id, {names}]) => ({
    id,
    title: names[0] ?? id,
    level: 1,
    aliases: names.slice(1),
    parts: [],
    presence: 'optional',
    repeatable: false,
    columns: [],
    prompts: [],
    scaffold: '',
    kind: 'prose',
  })),
};

/** Where a section has its place in another template. */
export interface Counterpart {
  readonly section: TemplateSection;
  /** Is it about the same, or does the other only include it? */
  readonly same: boolean;
}

/**
 * The section of a template that means what a section of another one means.
 *
 * @param title as the author wrote it
 * @param spec the section that the title opens; absent where no section is known by it
 */
export function counterpartOf(
  title: string,
  spec: TemplateSection | undefined,
  target: Template,
): Counterpart | undefined {
  const names = namesOf(target);
  const named = names.match(title, false) ?? (spec && names.match(spec.title, false));
  const first = (spec && meaningOf(spec)) ?? namesOf(asTemplate).match(title, false)?.section.id;
  if (named && areAkin(first, meaningOf(named.section))) return {section: named.section, same: named.match !== 'part'};
  for (const meaning of chainOf(first)) {
    const section = target.sections.find(each => meaningOf(each) === meaning);
    if (section) return {section, same: meaning === first};
  }
  return undefined;
}

/** A name alone may mislead: "What went wrong" is a cause here and a lesson there. */
function areAkin(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || chainOf(one).includes(other) || chainOf(other).includes(one);
}

/** A meaning, what it is part of, and so on. */
function chainOf(meaning: string | undefined): string[] {
  return meaning === undefined ? [] : [meaning, ...chainOf(meanings[meaning]?.partOf)];
}

const known = new WeakMap<TemplateSection, {readonly meaning: string | undefined}>();

/** By its title, else by the first of its aliases that has a meaning. */
function meaningOf(spec: TemplateSection): string | undefined {
  const remembered = known.get(spec);
  if (remembered) return remembered.meaning;
  const names = namesOf(asTemplate);
  const meaning = [spec.title, ...spec.aliases].map(name => names.match(name, false)?.section.id).find(Boolean);
  known.set(spec, {meaning});
  return meaning;
}

/** Do two names mean the same, whatever template they come from? */
export function areSameMeaning(one: string, other: string): boolean {
  const [a, b] = [one, other].map(name => namesOf(asTemplate).match(name, false)?.section.id);
  return a !== undefined && a === b;
}
