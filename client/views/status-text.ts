import type {DocumentReport} from '../../server/protocol.ts';
import {plainText, type Translate} from '../texts.ts';

/** What the braces of the status bar say of a postmortem. */
export interface StatusTexts {
  readonly template: string;
  /** Why it has this template. */
  readonly reason: string;
  /** Trouble with the configuration; absent where there is none. */
  readonly problems?: string;
  /** URI of the configuration file, if the trouble is in it. */
  readonly troubled?: string;
}

/** Names of templates and what a configuration says come from anyone: the editor makes links of commands of what looks like one. */
export function statusTexts(
  {template, problems, configurationFile}: Pick<DocumentReport, 'template' | 'problems' | 'configurationFile'>,
  t: Translate,
): StatusTexts {
  const name = configurationFile?.split('/').at(-1);
  const isTroubled = name !== undefined && problems.some(problem => problem.includes(name));
  return {
    template: t('Template: {0}', plainText(template.name)),
    reason: plainText(template.reason),
    ...(problems.length > 0 ? {problems: plainText(problems.join(' '))} : {}),
    ...(isTroubled && configurationFile !== undefined ? {troubled: configurationFile} : {}),
  };
}
