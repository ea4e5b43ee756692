import type {Range} from 'vscode-languageclient';
import type {DocumentReport, RequirementItem, SectionState, TimelineState} from '../../server/protocol.ts';
import {escapeMarkdown, type Translate} from '../texts.ts';

/** One line of the outline. */
export interface OutlineNode {
  /** Stable while the document is edited: the tree keeps what is selected and what is open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: Icon;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  readonly children: readonly OutlineNode[];
  readonly open: boolean;
  /** Where a click goes; absent for what is not in the text. */
  readonly target?: Range;
  /** Text in which the cursor makes this the current line of the outline. */
  readonly covers?: Range;
  /** Id of the section that a click inserts or that a target may be added to. */
  readonly section: string;
  /** For `when` clauses of the menus. */
  readonly kind: 'section' | 'missing' | 'subsection' | 'requirement' | 'milestone';
}

export interface Icon {
  /** Name of a codicon. */
  readonly name: string;
  /** Identifier of a theme colour. */
  readonly color?: string;
}

/** The template's sections in its order, nested as it nests them, each with what is known of it. */
export function outlineTree(report: DocumentReport, t: Translate): OutlineNode[] {
  const ids = new Set(report.sections.map(({id}) => id));
  const childrenOf = (parent: string | undefined): OutlineNode[] =>
    report.sections
      .filter(
        section => (section.parent !== undefined && ids.has(section.parent) ? section.parent : undefined) === parent,
      )
      .map(section => sectionNode(section, [...details(section, report, t), ...childrenOf(section.id)], t));
  return childrenOf(undefined);
}

/** @returns the innermost section or subsection that the position is in */
export function nodeAt(nodes: readonly OutlineNode[], line: number, character: number): OutlineNode | undefined {
  let found: OutlineNode | undefined;
  for (const node of flatten(nodes)) {
    if (!node.covers || !covers(node.covers, line, character)) continue;
    if (!found?.covers || isBefore(found.covers.start, node.covers.start)) found = node;
  }
  return found;
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

function covers({start, end}: Range, line: number, character: number): boolean {
  const position = {line, character};
  return !isBefore(position, start) && !isBefore(end, position);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function sectionNode(section: SectionState, children: readonly OutlineNode[], t: Translate): OutlineNode {
  const description = [stateText(section, t), requirementsText(section, t)].filter(Boolean).join(' · ');
  return {
    id: `section:${section.id}`,
    label: section.title,
    description,
    icon: sectionIcon(section),
    tooltip: sectionTooltip(section, t),
    accessibleLabel: [section.title, accessibleState(section, t), requirementsText(section, t)]
      .filter(Boolean)
      .join(', '),
    children,
    open: section.status !== 'missing',
    ...(section.titleRange && {target: section.titleRange}),
    ...(section.range && {covers: section.range}),
    section: section.id,
    kind: section.status === 'missing' ? 'missing' : 'section',
  };
}

function stateText({status, words, optional}: SectionState, t: Translate): string {
  if (status === 'missing') return optional ? t('optional') : t('missing');
  if (status === 'empty') return t('empty');
  return status === 'unmarked' ? t('{0} words, no heading', words) : t('{0} words', words);
}

function accessibleState({status, words, optional}: SectionState, t: Translate): string {
  if (status === 'missing') return optional ? t('optional, not there') : t('missing');
  if (status === 'empty') return t('empty');
  return status === 'unmarked' ? t('{0} words, its title is no heading', words) : t('{0} words', words);
}

function sectionIcon({status, optional}: SectionState): Icon {
  if (status === 'present') return {name: 'pass-filled', color: 'testing.iconPassed'};
  if (status === 'unmarked') return {name: 'warning', color: 'list.warningForeground'};
  if (status === 'empty') return {name: 'circle-large-outline', color: 'list.warningForeground'};
  if (optional) return {name: 'circle-outline', color: 'disabledForeground'};
  return {name: 'error', color: 'list.errorForeground'};
}

function sectionTooltip(section: SectionState, t: Translate): string {
  const hint = {
    present: '',
    unmarked: t('The title is no heading. A quick fix makes it one.'),
    empty: t('There is a title but no text.'),
    missing: t('Not there. Click to insert it.'),
  }[section.status];
  const title = `**${escapeMarkdown(section.title)}** · ${stateText(section, t)}`;
  return [title, hint, ...section.requirements.map(requirementLine)].filter(Boolean).join('\n\n');
}

function requirementLine({met, question}: RequirementItem): string {
  return `$(${met ? 'check' : 'circle-outline'}) ${escapeMarkdown(question)}`;
}

function requirementsText({status, requirements}: SectionState, t: Translate): string {
  if (requirements.length === 0 || status === 'missing') return '';
  return t('{0} of {1}', requirements.filter(({met}) => met).length, requirements.length);
}

function details(section: SectionState, report: DocumentReport, t: Translate): OutlineNode[] {
  if (section.status === 'missing') return [];
  return [
    ...section.subsections.map((subsection, index) => subsectionNode(section, subsection, index)),
    ...(section.id === report.timeline?.section ? milestoneNodes(section, report.timeline) : []),
    ...section.requirements.map(requirement => requirementNode(section, requirement, t)),
  ];
}

function subsectionNode(
  section: SectionState,
  {title, range}: {title: string; range: Range},
  index: number,
): OutlineNode {
  return {
    id: `subsection:${section.id}/${index}`,
    label: title,
    description: '',
    icon: {name: 'symbol-string'},
    tooltip: escapeMarkdown(title),
    accessibleLabel: title,
    children: [],
    open: false,
    target: range,
    covers: range,
    section: section.id,
    kind: 'subsection',
  };
}

function requirementNode(section: SectionState, requirement: RequirementItem, t: Translate): OutlineNode {
  const {id, question, example, met, range} = requirement;
  const target = range ?? section.titleRange;
  return {
    id: `requirement:${id}`,
    label: question,
    description: '',
    icon: met ? {name: 'check', color: 'testing.iconPassed'} : {name: 'circle-outline', color: 'disabledForeground'},
    tooltip: [
      `**${escapeMarkdown(question)}**`,
      met ? t('Answered. Click to see where.') : t('Not answered yet.'),
      t('For example: {0}', escapeMarkdown(example)),
    ].join('\n\n'),
    accessibleLabel: `${question} ${met ? t('Answered') : t('Not answered yet')}`,
    children: [],
    open: false,
    ...(target && {target}),
    section: section.id,
    kind: 'requirement',
  };
}

function milestoneNodes(section: SectionState, {milestones}: TimelineState): OutlineNode[] {
  return milestones.map(({name, text, range}, index) => ({
    id: `milestone:${section.id}/${index}`,
    label: name,
    description: text,
    icon: {name: 'milestone', color: 'charts.blue'},
    tooltip: `**${escapeMarkdown(name)}** · ${escapeMarkdown(text)}`,
    accessibleLabel: `${name}, ${text}`,
    children: [],
    open: false,
    target: range,
    section: section.id,
    kind: 'milestone',
  }));
}
