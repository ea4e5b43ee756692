/**
 * Words of one text that another does not have as often: what a fix must never lose. A word is a run of letters, marks and digits,
 * wherever it stands, in code, comments and links too. The language that a fence names is no word, nor is the name of a tag
 * without attributes.
 */
export function lostWords(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(before).filter(word => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

function wordsOf(text: string): string[] {
  const said = text
    .replaceAll(/^\uFEFF?[ \t]*(?:```|~~~)[^`\r\n]*$/gm, '')
    .replaceAll(/<\/?[a-z][a-z0-9]{0,9}\s?\/?>/gi, ' ');
  return said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
