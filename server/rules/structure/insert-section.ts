import type {Reading, Section} from '../../model/reading.ts';
import type {TemplateSection} from '../../model/template.ts';
import type {Edit} from '../../model/text.ts';
import {blockOf, bodyEnd, isWithin, levelOf, lineStart, mainTitle, newline} from './layout.ts';
import {canBeginBlock} from './open-blocks.ts';

/**
 * Inserts sections where the template has them: heading and prompts. As plain text the prompts are a comment, which readers do not
 * see; as a snippet they are tab stops.
 *
 * @returns one edit for each place, in the order of the text; tab stops are numbered through all of them.
 *   `undefined` where Markdown would not take the heading for one, for instance behind a fence that is not closed.
 */
export function insertSections(reading: Reading, specs: readonly TemplateSection[]): Edit[] | undefined {
  const places = new Map<number, TemplateSection[]>();
  for (const spec of specs) {
    const place = placeOf(reading, spec);
    places.set(place, [...(places.get(place) ?? []), spec]);
  }
  if ([...places.keys()].some(place => !canBeginBlock(reading, place))) return undefined;
  const stops = new TabStops();
  const sorted = [...places].sort(([a], [b]) => a - b);
  return sorted.map(([place, here]) => {
    const nl = newline(reading.text);
    const [before, after] = [blankBefore(reading.text, place, nl), blankAfter(reading.text, place, nl)];
    const headings = here.map(spec => `${'#'.repeat(levelOf(reading, spec))} ${spec.title}`);
    const plain = here.map((spec, index) => [headings[index], comment(spec, nl)].filter(Boolean).join(nl + nl));
    const snippet = here.map(
      (spec, index) => `${escapeSnippet(headings[index] ?? '')}${nl}${nl}${stops.body(spec, nl)}`,
    );
    const text = before + plain.join(nl + nl) + after;
    return {start: place, end: place, text, snippet: before + snippet.join(nl + nl) + after};
  });
}

/** What stands under the heading of a new section. */
export function sectionPrompts(spec: TemplateSection, nl: string): {readonly text: string; readonly snippet: string} {
  return {text: comment(spec, nl), snippet: new TabStops().body(spec, nl)};
}

/** The present section that a missing one follows, and whether it is nested in it. */
export function sectionBefore(reading: Reading, spec: TemplateSection): Section | undefined {
  const earlier = reading.sections
    .slice(0, reading.template.sections.indexOf(spec))
    .filter(({titles}) => titles.length > 0);
  let before = earlier.pop();
  while (before && !isWithin(reading, spec, before.spec)) {
    const parent = earlier.find(({spec: {id}}) => id === before?.spec.parent);
    if (!parent || isWithin(reading, spec, parent.spec)) break;
    before = parent;
  }
  return before;
}

export function sectionAfter(reading: Reading, spec: TemplateSection): Section | undefined {
  return reading.sections.slice(reading.template.sections.indexOf(spec) + 1).find(({titles}) => titles.length > 0);
}

function placeOf(reading: Reading, spec: TemplateSection): number {
  const before = sectionBefore(reading, spec);
  const title = mainTitle(before);
  if (before && title) {
    return isWithin(reading, spec, before.spec)
      ? bodyEnd(reading, title)
      : (blockOf(reading, before)?.end ?? reading.text.length);
  }
  const next = mainTitle(sectionAfter(reading, spec));
  return next ? lineStart(reading, next.start) : reading.text.length;
}

/** Line ends that put a blank line between what stands before the offset and what is inserted there. */
export function blankBefore(text: string, at: number, nl: string): string {
  const before = text.slice(Math.max(0, at - 400), at);
  if (/^\uFEFF?$/.test(before)) return '';
  if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) || /^\s*$/.test(before)) return '';
  return /[\r\n]$/.test(before) ? nl : nl + nl;
}

function blankAfter(text: string, at: number, nl: string): string {
  const after = text.slice(at, at + 400);
  if (after === '') return nl;
  return /^[ \t]*[\r\n]/.test(after) ? nl : nl + nl;
}

function comment({prompts}: TemplateSection, nl: string): string {
  const lines = prompts.map(prompt => prompt.replaceAll(/-{2,}/g, '–').replaceAll('>', ''));
  return lines.length === 0 ? '' : ['<!--', ...lines, '-->'].join(nl);
}

class TabStops {
  #next = 1;

  /** The prompts as tab stops, one on a line; entries of a timeline and tasks are list items. */
  body({prompts, kind}: TemplateSection, nl: string): string {
    const lines = prompts.map(prompt => this.#line(prompt, kind));
    return lines.length > 0 ? lines.join(nl) : this.#stop('');
  }

  #line(prompt: string, kind: TemplateSection['kind']): string {
    if (kind === 'timeline') return `- ${this.#stop('HH:MM UTC')} - ${this.#stop(prompt)}`;
    return kind === 'actions' ? `- ${this.#stop(prompt)}` : this.#stop(prompt);
  }

  #stop(text: string): string {
    return `\${${this.#next++}:${escapeSnippet(text)}}`;
  }
}

/** Snippet syntax of LSP: `$`, `}` and `\` are written with a backslash. */
function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
