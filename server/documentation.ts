const pages = 'https://github.com/postmortem-tools/postmortem/blob/main/docs';

/** Address of the page that explains a rule. @param anchor of a part of the page, for instance a requirement's. */
export function documentationOf(rule: string, anchor?: string): string {
  return `${pages}/rules/${rule}.md${anchor === undefined ? '' : `#${anchor}`}`;
}
