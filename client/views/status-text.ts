import type {DocumentReport} from '../../server/protocol.ts';
import {plainText, type Translate} from '../texts.ts';

/** What the braces of the status bar say of a postmortem. */
export interface StatusTexts {
  readonly template: string;
  /** Why it has this template. */
  readonly reason: string;
  /** Trouble with the configuration; absent where there is none. */
  readonly problems?: string;
}

/** Names of templates and what a configuration says come from anyone: the editor makes links of commands of what looks like one. */
export function statusTexts(
  {template, problems}: Pick<DocumentReport, 'template' | 'problems'>,
  t: Translate,
): StatusTexts {
  return {
    template: t('Template: {0}', plainText(template.name)),
    reason: plainText(template.reason),
    ...(problems.length > 0 ? {problems: plainText(problems.join(' '))} : {}),
  };
}
