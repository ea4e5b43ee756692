/** Text as Markdown that shows exactly this text, on one line: nothing in it is formatting, a link or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

/** @param uri where the link leads; characters that could end it are encoded */
export function markdownLink(text: string, uri: string): string {
  const target = uri.replaceAll(/[<>()\s\\]/g, character => encodeURIComponent(character).replace(/[()]/, parenthesis));
  return `[${escapeMarkdown(text)}](${target})`;
}

function parenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}
