import type {Diagnostic} from 'vscode-languageserver/node';

/** A postmortem that lacks two sections and has a title that is no heading. */
export const draft = `# Postmortem: mail stood still

Timeline:
- 07:10 UTC - The queue of the mail relay stops.
- 07:40 UTC - An engineer empties the disk.

## Root cause and resolution

Logs were never rotated and the disk was full.
`;

export const uri = 'file:///somewhere/postmortems/mail.md';

export const everything = {start: {line: 0, character: 0}, end: {line: 1000, character: 0}};

export function codesOf(diagnostics: readonly Diagnostic[]): Diagnostic['code'][] {
  return diagnostics.map(({code}) => code);
}
