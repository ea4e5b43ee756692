import type {Reading, Section} from '../../model/reading.ts';
import {isTogether, mainTitle} from './layout.ts';

/** Sections that have one place, by the section they are nested in, each group in the template's order. */
export function siblingGroups(reading: Reading): Section[][] {
  const groups = new Map<string, Section[]>();
  for (const section of reading.sections) {
    const scattered = mainTitle(section)?.match === 'part' && !isTogether(reading, section);
    if (section.titles.length === 0 || scattered) continue;
    const parent = section.spec.parent ?? '';
    groups.set(parent, [...(groups.get(parent) ?? []), section]);
  }
  return [...groups.values()];
}

/** The most sections that stand in the template's order as they are. */
export function longestOrdered(sections: readonly Section[]): Set<Section> {
  const best: Section[][] = [];
  for (const [index, section] of sections.entries()) {
    const before = best.filter((_, at) => at < index && startOf(sections[at]) < startOf(section));
    const longest = before.reduce((a, b) => (b.length > a.length ? b : a), [] as Section[]);
    best.push([...longest, section]);
  }
  return new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
}

/** Offset of the section's main title. */
export function startOf(section: Section | undefined): number {
  return mainTitle(section)?.start ?? 0;
}
