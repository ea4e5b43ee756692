import type {DocumentReport, SectionState} from '../../server/protocol.ts';
import {escapeMarkdown, type Translate} from '../texts.ts';

export interface WordCountText {
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  /** Too few or too many words, and a finding says so. */
  readonly outOfRange: boolean;
}

/**
 * What the status bar says.
 *
 * @param selected words in the selection; `undefined` where nothing is selected
 */
export function wordCountText(report: DocumentReport, selected: number | undefined, t: Translate): WordCountText {
  const {words} = report;
  const range = rangeText(report.wordRange);
  const verdict = verdictText(report, t);
  if (selected !== undefined) {
    const text = t('{0} of {1} words', selected, words);
    return {
      text,
      tooltip: tooltip(report, verdict, t),
      accessibleLabel: t('{0} of {1} words are selected', selected, words),
      outOfRange: false,
    };
  }
  return {
    text: range ? t('{0} / {1} words', words, range) : t('{0} words', words),
    tooltip: tooltip(report, verdict, t),
    accessibleLabel: [t('{0} words', words), verdict].filter(Boolean).join(', '),
    outOfRange: report.wordsMarked,
  };
}

function rangeText({min, max}: DocumentReport['wordRange']): string {
  if (min !== undefined && max !== undefined) return `${min}–${max}`;
  if (min !== undefined) return `≥ ${min}`;
  return max !== undefined ? `≤ ${max}` : '';
}

function isTooShort({words, wordRange: {min}}: DocumentReport): boolean {
  return min !== undefined && words < min;
}

function isTooLong({words, wordRange: {max}}: DocumentReport): boolean {
  return max !== undefined && words > max;
}

function verdictText(report: DocumentReport, t: Translate): string {
  const {min, max} = report.wordRange;
  if (min !== undefined && isTooShort(report)) return t('{0} too few', min - report.words);
  if (max !== undefined && isTooLong(report)) return t('{0} too many', report.words - max);
  return min === undefined && max === undefined ? '' : t('within the range');
}

function tooltip(report: DocumentReport, verdict: string, t: Translate): string {
  const total = [t('{0} words', report.words), verdict].filter(Boolean).join(', ');
  const rows = report.sections.map(section => `| ${sectionTitle(section)} | ${sectionWords(section, t)} |`);
  return [`**${total}**`, '', `| ${t('Section')} | ${t('Words')} |`, '|:--|--:|', ...rows, ''].join('\n');
}

function sectionTitle(section: SectionState): string {
  const indent = section.parent === undefined ? '' : '&emsp;';
  return indent + escapeMarkdown(section.title);
}

function sectionWords({status, words, optional}: SectionState, t: Translate): string {
  if (status === 'missing') return optional ? '–' : t('missing');
  return status === 'empty' ? t('empty') : String(words);
}
