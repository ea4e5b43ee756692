import type {RequirementState} from '../evidence/report.ts';
import type {Judgement} from '../judge.ts';
import type {Section} from '../model/reading.ts';
import {askedFor} from '../rules/run.ts';

/** What a section must say, and which of it is said. */
export interface Checklist {
  readonly section: Section;
  readonly states: readonly RequirementState[];
  readonly met: number;
}

/** One for each section of the template, in its order; requirements that the settings switch off are left out. */
export function checklists({report, settings}: Pick<Judgement, 'report' | 'settings'>): Checklist[] {
  const asked = askedFor(report.requirements, settings);
  return report.sections.map(section => {
    const states = asked.filter(({requirement}) => requirement.section === section.spec.id);
    return {section, states, met: states.filter(({met}) => met).length};
  });
}

/** `120 words · 4 of 5`; `120 / 50–100 words` where the template has a range for the section. */
export function tally({section: {words, spec}, states, met}: Checklist): string {
  const {min, max} = spec.words ?? {};
  const range = min === undefined ? (max === undefined ? '' : ` / ${max}`) : ` / ${min}–${max ?? ''}`;
  const counted = `${words}${range} ${words === 1 && range === '' ? 'word' : 'words'}`;
  return states.length === 0 ? counted : `${counted} · ${met} of ${states.length} answered`;
}
