import type {MilestoneItem, RequirementItem, SectionState} from '../../server/protocol.ts';
import type {LspRange} from '../edits.ts';
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
  readonly target?: LspRange;
  /** Text in which the cursor makes this the current line of the outline. */
  readonly covers?: LspRange;
  /** Id of the section that it belongs to, or that a click inserts. */
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

/** What lines are made with. */
export interface Surroundings {
  /** The document's text in a range. */
  textOf(range: LspRange): string;
  readonly t: Translate;
}

export function sectionNode(
  section: SectionState,
  children: readonly OutlineNode[],
  {textOf, t}: Surroundings,
): OutlineNode {
  const {id, title, titleRange, range, requirements} = section;
  const state = stateText(section, t);
  const answered = requirements.filter(({met}) => met).length;
  const asks = requirements.length > 0 && section.status !== 'missing';
  const answers = asks ? t('{0} of {1} questions answered', answered, requirements.length) : '';
  return {
    id: `section:${id}`,
    label: title,
    description: [state, asks ? `${answered}/${requirements.length}` : ''].filter(Boolean).join(' · '),
    icon: sectionIcon(section),
    tooltip: sectionTooltip(section, state, t),
    accessibleLabel: [title, state, unseen(section, t), answers].filter(Boolean).join(', '),
    children,
    open: requirements.length === 0 || answered < requirements.length,
    ...(titleRange && {target: titleRange}),
    ...(range && {covers: withMarks(range, textOf)}),
    section: id,
    kind: section.status === 'missing' ? 'missing' : 'section',
  };
}

export function subsectionNode(section: SectionState, index: number): OutlineNode {
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

export function requirementNode(
  section: SectionState,
  {id, question, example, met, range}: RequirementItem,
  {textOf, t}: Surroundings,
): OutlineNode {
  const target = range ?? section.titleRange;
  const answer = range ? shorten(textOf(range)) : '';
  const details = met
    ? [t('Answered: “{0}”', escapeMarkdown(answer))]
    : [t('Not answered yet.'), t('For example: {0}', escapeMarkdown(example))];
  return {
    id: `requirement:${id}`,
    label: question,
    description: '',
    icon: met ? {name: 'check', color: 'testing.iconPassed'} : {name: 'circle-outline', color: 'disabledForeground'},
    tooltip: [`**${escapeMarkdown(question)}**`, ...details].join('\n\n'),
    accessibleLabel: `${question} ${met ? t('Answered') : t('Not answered yet')}`,
    children: [],
    open: false,
    ...(target && {target}),
    section: section.id,
    kind: 'requirement',
  };
}

export function milestoneNode(section: string, {name, text, range}: MilestoneItem, {t}: Surroundings): OutlineNode {
  const label = milestoneName(name, t);
  return {
    id: `milestone:${name}`,
    label,
    description: text,
    icon: {name: 'milestone', color: 'charts.blue'},
    tooltip: `**${label}** · ${escapeMarkdown(text)}`,
    accessibleLabel: `${label}, ${text}`,
    children: [],
    open: false,
    target: range,
    section,
    kind: 'milestone',
  };
}

/** The marks in front of a title (`## `, `- **`) belong to it; words on the same line do not. */
function withMarks({start, end}: LspRange, textOf: Surroundings['textOf']): LspRange {
  const lineStart = {line: start.line, character: 0};
  return /\p{L}/u.test(textOf({start: lineStart, end: start})) ? {start, end} : {start: lineStart, end};
}

function stateText({status, words, optional}: SectionState, t: Translate): string {
  if (status === 'missing') return optional ? t('optional') : t('missing');
  return status === 'empty' ? t('empty') : t('{0} words', words);
}

/** What else the icon says to those who see it. */
function unseen({status, optional}: SectionState, t: Translate): string {
  if (status === 'unmarked') return t('its title is no heading');
  return status === 'missing' && optional ? t('missing') : '';
}

function sectionIcon({status, optional}: SectionState): Icon {
  if (status === 'present') return {name: 'pass-filled', color: 'testing.iconPassed'};
  if (status === 'unmarked') return {name: 'warning', color: 'list.warningForeground'};
  if (status === 'empty') return {name: 'circle-large-outline', color: 'list.warningForeground'};
  if (optional) return {name: 'circle-outline', color: 'disabledForeground'};
  return {name: 'error', color: 'list.errorForeground'};
}

function sectionTooltip({title, status, requirements}: SectionState, state: string, t: Translate): string {
  const hint = {
    present: '',
    unmarked: t('The title is no heading. A quick fix makes it one.'),
    empty: t('There is a title but no text.'),
    missing: t('Not there. Click to insert it.'),
  }[status];
  const questions = requirements.map(
    ({met, question}) => `$(${met ? 'check' : 'circle-outline'}) ${escapeMarkdown(question)}`,
  );
  return [`**${escapeMarkdown(title)}** · ${state}`, hint, ...questions].filter(Boolean).join('\n\n');
}

/** Enough of a text to recognise it. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120).trimEnd()}…` : line;
}

function milestoneName(name: MilestoneItem['name'], t: Translate): string {
  return {
    began: t('Began'),
    detected: t('Detected'),
    acknowledged: t('Acknowledged'),
    escalated: t('Escalated'),
    mitigated: t('Mitigated'),
    resolved: t('Resolved'),
  }[name];
}
