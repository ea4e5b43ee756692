import type {DocumentReport, SectionState} from '../../server/protocol.ts';
import type {LspRange} from '../edits.ts';
import {
  milestoneNode,
  type OutlineNode,
  requirementNode,
  type Surroundings,
  sectionNode,
  subsectionNode,
} from './outline-nodes.ts';

export type {OutlineNode} from './outline-nodes.ts';

/** The template's sections in its order, nested as it nests them, each with what is known of it. */
export function outlineTree(report: DocumentReport, surroundings: Surroundings): OutlineNode[] {
  const ids = new Set(report.sections.map(({id}) => id));
  const parentIn = ({parent}: SectionState) => (parent !== undefined && ids.has(parent) ? parent : undefined);
  const childrenOf = (parent: string | undefined): OutlineNode[] =>
    report.sections
      .filter(section => parentIn(section) === parent)
      .map(section => {
        const children = [...details(section, report, surroundings), ...childrenOf(section.id)];
        return sectionNode(section, children, surroundings);
      });
  return childrenOf(undefined);
}

function details(section: SectionState, {timeline}: DocumentReport, surroundings: Surroundings): OutlineNode[] {
  if (section.status === 'missing') return [];
  const milestones = timeline?.section === section.id ? timeline.milestones : [];
  return [
    ...section.subsections.map((_, index) => subsectionNode(section, index)),
    ...milestones.map(milestone => milestoneNode(section.id, milestone, surroundings)),
    ...section.requirements.map(requirement => requirementNode(section, requirement, surroundings)),
  ];
}

/** @returns the innermost section or subsection that the position is in */
export function nodeAt(nodes: readonly OutlineNode[], line: number, character: number): OutlineNode | undefined {
  const position = {line, character};
  return flatten(nodes)
    .filter(({covers}) => covers && compare(covers.start, position) <= 0 && compare(position, covers.end) <= 0)
    .sort((a, b) => compare(a.covers?.start, b.covers?.start))
    .at(-1);
}

export function findNode(nodes: readonly OutlineNode[], id: string): OutlineNode | undefined {
  return flatten(nodes).find(node => node.id === id);
}

export function parentOf(nodes: readonly OutlineNode[], id: string): OutlineNode | undefined {
  return flatten(nodes).find(({children}) => children.some(child => child.id === id));
}

/** What one can see of the tree. As long as it stays the same, nothing needs to be drawn again. */
export function appearance(nodes: readonly OutlineNode[]): string {
  return JSON.stringify(nodes, (key, value) => (key === 'target' || key === 'covers' ? undefined : value));
}

function flatten(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap(node => [node, ...flatten(node.children)]);
}

function compare(a: LspRange['start'] | undefined, b: LspRange['start'] | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.character ?? 0) - (b?.character ?? 0);
}
