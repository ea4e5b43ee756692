import {lineIndexAt} from '../model/markdown/source-lines.ts';
import type {Line, Reading} from '../model/reading.ts';
import type {Span} from '../model/text.ts';
import {firstFrom} from './first-from.ts';

/** Places outside of every section. */
const Place = {
  /** What the document says before anything else: it stands for a summary that no title opens. */
  opening: -1,
  elsewhere: -2,
} as const;

interface Stretch extends Span {
  /** Index of the section in whose text or title it stands, or one of `Place`. */
  readonly place: number;
}

/** Which section stands where in a document. */
export class Places {
  readonly #reading: Reading;
  /** They cover the document. */
  readonly #stretches: readonly Stretch[];
  readonly #known = new Map<string, Whereabouts>();

  /** @param firstText where the first sentence begins that is no label */
  constructor(reading: Reading, firstText: number | undefined) {
    this.#reading = reading;
    this.#stretches = withoutGaps(titledStretches(reading), openingEnd(reading, firstText));
  }

  /** @param section its id in the template */
  of(section: string): Whereabouts {
    let known = this.#known.get(section);
    if (!known) {
      known = new Whereabouts(this, this.#reading.sections, section);
      this.#known.set(section, known);
    }
    return known;
  }

  /** @param accepts asked of the index of a section in the template, or of one of `Place` */
  where(accepts: (place: number) => boolean): readonly Span[] {
    const found: {start: number; end: number}[] = [];
    for (const {start, end, place} of this.#stretches) {
      if (!accepts(place)) continue;
      const last = found[found.length - 1];
      if (last?.end === start) last.end = end;
      else found.push({start, end});
    }
    return found;
  }
}

/** Where what meets the requirements of one section may stand: spans in order, of which no two overlap. */
export class Whereabouts {
  /** The section with the sections nested in it; the document's opening, where there is no such section. */
  readonly own: readonly Span[];
  readonly #places: Places;
  readonly #sections: Reading['sections'];
  readonly #section: string;
  readonly #own: ReadonlySet<number>;
  #titles: readonly Span[] | undefined;
  #told: readonly Span[] | undefined;
  #planned: readonly Span[] | undefined;
  #before: readonly Span[] | undefined;

  constructor(places: Places, sections: Reading['sections'], section: string) {
    this.#places = places;
    this.#sections = sections;
    this.#section = section;
    this.#own = ownPlaces(section, sections);
    this.own = places.where(place => this.#own.has(place));
  }

  /** The titles of the section and of those nested in it, without what stands behind their colons. */
  get titles(): readonly Span[] {
    this.#titles ??= this.#sections
      .flatMap(({titles}, place) => (this.#own.has(place) ? titles : []))
      .map(({start, bodyStart}) => ({start, end: bodyStart}))
      .sort((a, b) => a.start - b.start);
    return this.#titles;
  }

  /** Its own and anything but the measures to take, which tell of what is to come. */
  get told(): readonly Span[] {
    this.#told ??= this.#places.where(place => this.#own.has(place) || this.#sections[place]?.spec.kind !== 'actions');
    return this.#told;
  }

  /** As `told`, without timelines, which tell of what was done. */
  get planned(): readonly Span[] {
    this.#planned ??= this.#places.where(
      place => this.#own.has(place) || !/^(?:actions|timeline)$/.test(this.#sections[place]?.spec.kind ?? ''),
    );
    return this.#planned;
  }

  /** The sections before it in the template's order; where there is no such section, what belongs to none too. */
  get before(): readonly Span[] {
    const index = this.#sections.findIndex(({spec}) => spec.id === this.#section);
    const isThere = (this.#sections[index]?.titles.length ?? 0) > 0;
    this.#before ??= this.#places.where(place => place < index && (place >= 0 || !isThere));
    return this.#before;
  }
}

/** All of a document. */
export const everywhere: readonly Span[] = [{start: 0, end: Number.POSITIVE_INFINITY}];

/** @param spans in order */
export function standsIn(spans: readonly Span[], offset: number): boolean {
  const span = spans[firstFrom(spans, offset + 1, ({end}) => end)];
  return span !== undefined && span.start <= offset;
}

/** The lines of the section's text, in order; titles left out. */
export function sectionLines({sections, lines}: Reading, id: string): Line[] {
  const titles = [...(sections.find(({spec}) => spec.id === id)?.titles ?? [])].sort((a, b) => a.start - b.start);
  const found: Line[] = [];
  let done = 0;
  for (const {bodyStart, bodyEnd} of titles) {
    let at = Math.max(done, lineIndexAt(lines, bodyStart));
    for (; (lines[at]?.start ?? bodyEnd) < bodyEnd; at++) {
      const line = lines[at];
      if (line && line.start >= bodyStart) found.push(line);
    }
    done = at;
  }
  return found;
}

function titledStretches(reading: Reading): Stretch[] {
  const found: (Stretch & {readonly isPart: boolean})[] = [];
  reading.sections.forEach(({titles}, place) => {
    for (const {start, bodyEnd, match} of titles) found.push({start, end: bodyEnd, place, isPart: match === 'part'});
  });
  found.sort((a, b) => a.start - b.start);
  if (!found.some(({isPart}) => isPart)) return found;
  const ahead = reading.sections.map((_, place) => aheadUntil(found, place));
  return found.map((stretch, at) => {
    const isAhead = stretch.isPart && at < (ahead[stretch.place] ?? 0);
    return isAhead ? {...stretch, place: found[at - 1]?.place ?? stretch.place} : stretch;
  });
}

/**
 * Parts of a section that stand ahead of its place, between the titles of a summary and a timeline, while the section comes later
 * too: "Root Cause" as a field of the summary. They count for the section before them.
 *
 * @returns index of the last title of an earlier section that still has a title of this one after it
 */
function aheadUntil(found: readonly Stretch[], place: number): number {
  let at = found.length - 1;
  while (at >= 0 && found[at]?.place !== place) at--;
  while (at >= 0 && (found[at]?.place ?? 0) >= place) at--;
  return at;
}

/** @param opening where the document's opening ends */
function withoutGaps(titled: readonly Stretch[], opening: number): Stretch[] {
  const all: Stretch[] = [];
  let at = 0;
  const add = (end: number, place: number) => {
    if (end > at) all.push({start: at, end, place});
    at = Math.max(at, end);
  };
  const addOutside = (end: number) => {
    add(Math.min(end, opening), Place.opening);
    add(end, Place.elsewhere);
  };
  for (const {start, end, place} of titled) {
    addOutside(start);
    add(end, place);
  }
  addOutside(Number.POSITIVE_INFINITY);
  return all;
}

/** Up to the first section, and to the first heading below text. */
function openingEnd({headings, preamble}: Reading, firstText: number | undefined): number {
  const heading = firstText === undefined ? undefined : headings.find(({start}) => start > firstText);
  return Math.min(preamble.end, heading?.start ?? preamble.end);
}

function ownPlaces(section: string, sections: Reading['sections']): ReadonlySet<number> {
  const ids = new Set([section]);
  const own = new Set<number>();
  sections.forEach(({spec}, index) => {
    if (!ids.has(spec.id) && !(spec.parent !== undefined && ids.has(spec.parent))) return;
    ids.add(spec.id);
    own.add(index);
  });
  const isThere = [...own].some(index => (sections[index]?.titles.length ?? 0) > 0);
  if (!isThere && own.has(0)) own.add(Place.opening);
  return own;
}
