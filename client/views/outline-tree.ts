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

/**
 * The template's sections in its order, nested as it nests them, each with what is known of it.
 *
 * @param textOf the document's text in a range
 */
export function outlineTree(report: DocumentReport, textOf: (range: Range) => string, t: Translate): OutlineNode[] {
  const ids = new Set(report.sections.map(({id}) => id));
  const childrenOf = (parent: string | undefined): OutlineNode[] =>
    report.sections
      .filter(
        section => (section.parent !== undefined && ids.has(section.parent) ? section.parent : undefined) === parent,
      )
      .map(section =>
        sectionNode(section, [...details(section, report, textOf, t), ...childrenOf(section.id)], textOf, t),
      );
  return childrenOf(undefined);
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

function compare(a: Range['start'] | undefined, b: Range['start'] | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.character ?? 0) - (b?.character ?? 0);
}

function sectionNode(
  section: SectionState,
  children: readonly OutlineNode[],
  textOf: (range: Range) => string,
  t: Translate,
): OutlineNode {
  const requirements = requirementsText(section, t);
  const description = [stateText(section, t), shortRequirements(section)].filter(Boolean).join(' · ');
  return {
    id: `section:${section.id}`,
    label: section.title,
    description,
    icon: sectionIcon(section),
    tooltip: sectionTooltip(section, t),
    accessibleLabel: [section.title, accessibleState(section, t), requirements].filter(Boolean).join(', '),
    children,
    open: section.requirements.length === 0 || section.requirements.some(({met}) => !met),
    ...(section.titleRange && {target: section.titleRange}),
    ...(section.range && {covers: withMarks(section.range, textOf)}),
    section: section.id,
    kind: section.status === 'missing' ? 'missing' : 'section',
  };
}

/** The marks in front of a title (`## `, `- **`) belong to it; words on the same line do not. */
function withMarks({start, end}: Range, textOf: (range: Range) => string): Range {
  const lineStart = {line: start.line, character: 0};
  return /\p{L}/u.test(textOf({start: lineStart, end: start})) ? {start, end} : {start: lineStart, end};
}

function stateText({status, words, optional}: SectionState, t: Translate): string {
  if (status === 'missing') return optional ? t('optional') : t('missing');
  if (status === 'empty') return t('empty');
  return t('{0} words', words);
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
  return t('{0} of {1} questions answered', requirements.filter(({met}) => met).length, requirements.length);
}

function shortRequirements({status, requirements}: SectionState): string {
  if (requirements.length === 0 || status === 'missing') return '';
  return `${requirements.filter(({met}) => met).length}/${requirements.length}`;
}

function details(
  section: SectionState,
  report: DocumentReport,
  textOf: (range: Range) => string,
  t: Translate,
): OutlineNode[] {
  if (section.status === 'missing') return [];
  return [
    ...section.subsections.map((_, index) => subsectionNode(section, index)),
    ...(section.id === report.timeline?.section ? milestoneNodes(section, report.timeline) : []),
    ...section.requirements.map(requirement => requirementNode(section, requirement, textOf, t)),
  ];
}

function subsectionNode(section: SectionState, index: number): OutlineNode {
  const {title = '', range} = section.subsections[index] ?? {};
  const end = section.subsections[index + 1]?.range.start ?? section.range?.end;
  return {
    id: `subsection:${section.id}/${index}`,
    label: title,
    description: '',
    icon: {name: 'symbol-string'},
    tooltip: escapeMarkdown(title),
    accessibleLabel: title,
    children: [],
    open: false,
    ...(range && {target: range}),
    ...(range && end && {covers: {start: range.start, end}}),
    section: section.id,
    kind: 'subsection',
  };
}

function requirementNode(
  section: SectionState,
  {id, question, example, met, range}: RequirementItem,
  textOf: (range: Range) => string,
  t: Translate,
): OutlineNode {
  const target = range ?? section.titleRange;
  const answer = range && shorten(textOf(range));
  return {
    id: `requirement:${id}`,
    label: question,
    description: '',
    icon: met ? {name: 'check', color: 'testing.iconPassed'} : {name: 'circle-outline', color: 'disabledForeground'},
    tooltip: [
      `**${escapeMarkdown(question)}**`,
      met ? t('Answered: “{0}”', escapeMarkdown(answer ?? '')) : t('Not answered yet.'),
      met ? '' : t('For example: {0}', escapeMarkdown(example)),
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: `${question} ${met ? t('Answered') : t('Not answered yet')}`,
    children: [],
    open: false,
    ...(target && {target}),
    section: section.id,
    kind: 'requirement',
  };
}

/** Enough of a text to recognise it. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120).trimEnd()}…` : line;
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
