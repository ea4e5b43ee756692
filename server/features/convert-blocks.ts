import type {Heading, Reading, Title} from '../model/reading.ts';
import type {Template, TemplateSection} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import {documentTitle, lineAt, lineStart} from '../rules/structure/layout.ts';
import {counterpartOf} from '../templates/meanings.ts';

/** A heading and the text below it, up to the next heading. */
export interface Block extends Span {
  readonly heading: Heading;
  /** The title of a section that it is, if it is one. */
  readonly title: Title | undefined;
  readonly spec: TemplateSection | undefined;
  /** The block that it stands in. */
  readonly parent: Block | undefined;
}

/** Where a block goes. */
export interface Destination {
  readonly section: TemplateSection;
  /** Is it about the same as the section, so that it may take its title? */
  readonly same: boolean;
}

/** Cuts a document at its headings. What stands before the first block stays where it is. */
export function cutIntoBlocks(reading: Reading): Block[] {
  const title = documentTitle(reading);
  const headings = reading.headings.filter(heading => heading !== title && canBeMoved(reading, heading));
  const opened = new Map<number, {spec: TemplateSection; title: Title}>();
  for (const {spec, titles} of reading.sections) for (const each of titles) opened.set(each.line, {spec, title: each});
  const open: Block[] = [];
  return headings.map((heading, index) => {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const next = headings[index + 1];
    const end = next ? lineStart(reading, next.start) : reading.text.length;
    const section = opened.get(heading.line);
    const block: Block = {
      start: lineStart(reading, heading.start),
      end,
      heading,
      title: section?.title,
      spec: section?.spec,
      parent: open.at(-1),
    };
    open.push(block);
    return block;
  });
}

/** Headings within lists and quotes belong to these. */
function canBeMoved(reading: Reading, heading: Heading): boolean {
  const line = lineAt(reading, heading.start);
  return line !== undefined && line.quote === 0 && line.item === undefined;
}

/** Where each block goes; none for those that have no place in the template, or that stay in the block around them. */
export function destinationsOf(blocks: readonly Block[], target: Template): Map<Block, Destination> {
  const destinations = new Map<Block, Destination>();
  for (const block of blocks) {
    const found = counterpartOf(block.title?.text ?? block.heading.text, block.spec, target);
    const outer = around(block, destinations);
    if (!found || (outer && !mayLeave(block, found, outer))) continue;
    destinations.set(block, found);
  }
  return destinations;
}

/** Blocks without a destination, by the block that they stay in: the nearest one around them that has one, or the outermost. */
export function blocksInside(
  blocks: readonly Block[],
  destinations: ReadonlyMap<Block, Destination>,
): Map<Block, readonly Block[]> {
  const inside = new Map<Block, Block[]>();
  for (const block of blocks) {
    if (destinations.has(block)) continue;
    let outer = block;
    while (outer.parent && !destinations.has(outer)) outer = outer.parent;
    const others = inside.get(outer) ?? [];
    if (outer !== block) others.push(block);
    inside.set(outer, others);
  }
  return inside;
}

/** Where the block around it goes. */
function around({parent}: Block, destinations: ReadonlyMap<Block, Destination>): Destination | undefined {
  for (let outer = parent; outer; outer = outer.parent) {
    const destination = destinations.get(outer);
    if (destination) return destination;
  }
  return undefined;
}

/** A block leaves the one around it only for a section that is about the same, and never a timeline or a list of actions. */
function mayLeave(block: Block, found: Destination, outer: Destination): boolean {
  if (!found.same || found.section === outer.section) return false;
  return block.spec !== undefined || outer.section.kind === 'prose' || found.section.parent === outer.section.id;
}
