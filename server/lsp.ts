/** The border: spans and edits of the core to ranges and edits of the Language Server Protocol and back. Nothing else makes ranges. */
import type {
  Position,
  Range,
  SnippetTextEdit,
  TextDocumentContentChangeEvent,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {type Edit, type Span, withoutOverlaps} from './model/text.ts';

/** Unit of `character` in positions, as `PositionEncodingKind` of LSP names it. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** One version of a text, between the client's positions and the core's UTF-16 offsets. Every input is clamped into the text. */
export class LspDocument {
  readonly #document: TextDocument;
  readonly #encoding: Encoding;

  constructor(uri: string, languageId: string, version: number, text: string, encoding: Encoding = 'utf-16') {
    this.#document = TextDocument.create(uri, languageId, version, text);
    this.#encoding = encoding;
  }

  get uri(): string {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Changes this document as `textDocument/didChange` says, one change after the other. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      // The library keeps its table of lines right only for ranges within the text.
      const inside = 'range' in change ? {range: this.#utf16Range(change.range), text: change.text} : change;
      TextDocument.update(this.#document, [inside], version);
    }
  }

  positionAt(offset: number): Position {
    const {line, character} = this.#document.positionAt(offset);
    if (this.#encoding === 'utf-16') return {line, character};
    const before = this.text.slice(
      this.#document.offsetAt({line, character: 0}),
      this.#document.offsetAt({line, character}),
    );
    return {line, character: lengthIn(before, this.#encoding)};
  }

  offsetAt(position: Position): number {
    if (this.#encoding === 'utf-16') return this.#document.offsetAt(position);
    const start = this.#document.offsetAt({line: position.line, character: 0});
    const end = this.#document.offsetAt({line: position.line, character: Number.MAX_SAFE_INTEGER});
    if (position.line < 0 || position.character <= 0) return start;
    return start + offsetIn(this.text.slice(start, end), position.character, this.#encoding);
  }

  /** A character of two UTF-16 units is in the range whole, even where the span holds only one of them. */
  range({start, end}: Span): Range {
    const {text} = this;
    const from = isWithinPair(text, start) ? start - 1 : start;
    const to = isWithinPair(text, end) ? end + 1 : end;
    return {start: this.positionAt(from), end: this.positionAt(start === end ? from : to)};
  }

  /** A range whose ends are in the wrong order is turned round. */
  span({start, end}: Range): Span {
    const a = this.offsetAt(start);
    const b = this.offsetAt(end);
    return a <= b ? {start: a, end: b} : {start: b, end: a};
  }

  textEdit(edit: Edit): TextEdit {
    return {range: this.range(edit), newText: edit.text};
  }

  #utf16Range(range: Range): Range {
    const {start, end} = this.span(range);
    return {start: this.#document.positionAt(start), end: this.#document.positionAt(end)};
  }
}

/** What the client can do with edits: from its capabilities in `workspace.workspaceEdit`. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly snippets: boolean;
}

/** Edits to one document, bound to its version where the client can check that, and with tab stops where it has them. */
export function workspaceEdit(document: LspDocument, all: readonly Edit[], support: EditSupport): WorkspaceEdit {
  // Clients refuse edits that overlap.
  const edits = withoutOverlaps(all);
  if (!support.documentChanges) return {changes: {[document.uri]: edits.map(edit => document.textEdit(edit))}};
  const change: TextDocumentEdit = {
    textDocument: {uri: document.uri, version: document.version},
    edits: edits.map(edit => (support.snippets ? snippetTextEdit(document, edit) : document.textEdit(edit))),
  };
  return {documentChanges: [change]};
}

function snippetTextEdit(document: LspDocument, edit: Edit): TextEdit | SnippetTextEdit {
  if (edit.snippet === undefined) return document.textEdit(edit);
  return {range: document.range(edit), snippet: {kind: 'snippet', value: edit.snippet}};
}

function isWithinPair(text: string, offset: number): boolean {
  const [high, low] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

function lengthIn(text: string, encoding: Encoding): number {
  let length = 0;
  for (const character of text) length += widthOf(character, encoding);
  return length;
}

/** Offset in `text` of the last character that begins at or before `units`. */
function offsetIn(text: string, units: number, encoding: Encoding): number {
  let offset = 0;
  let seen = 0;
  for (const character of text) {
    seen += widthOf(character, encoding);
    if (seen > units) return offset;
    offset += character.length;
  }
  return offset;
}

function widthOf(character: string, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
