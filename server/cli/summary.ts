/** What was counted over all files. */
export interface Tally {
  files: number;
  postmortems: number;
  findings: number;
  fixable: number;
  /** Of which nothing is asked yet that they might still say. */
  drafts: number;
}

export function summaryOf({files, postmortems, findings, fixable, drafts}: Tally): string {
  if (files === 0) return 'No Markdown files.\n';
  if (postmortems === 0) return `No postmortem among ${counted(files, 'file')}.\n`;
  const found = findings === 0 ? 'Nothing found' : counted(findings, 'finding');
  const help =
    fixable === 0 ? '' : `; 'postmortem fix' mends ${fixable < findings ? fixable : fixable === 1 ? 'it' : 'them'}`;
  const unjudged = drafts === 0 ? '' : `; ${counted(drafts, 'draft')} not judged for content`;
  return `${found} in ${counted(postmortems, 'postmortem')}${help}${unjudged}.\n`;
}

/** For instance `1 finding`, `2 findings`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
