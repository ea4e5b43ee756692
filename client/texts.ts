/** `vscode.l10n.t`: the message in the editor's language, `{0}` replaced by the first argument. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** Makes text of a document or a template safe to stand in Markdown: no marks, links, images, HTML, icons or table cells. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&:]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Makes text of a document or a template safe to stand in messages and status items, where editors read `[…](…)` and `$(…)`. */
export function plainText(text: string): string {
  return text.replace(/[\]$](?=\()/g, '$&\u200b');
}
