import type {Template, TemplateSection} from './template.ts';
import type {Span} from './text.ts';

/** One text read under one template: all that is known before evidence is judged. Made by `read()`. */
export interface Reading {
  readonly text: string;
  /**
   * The text as a reader sees it, of the same length: every UTF-16 unit of markup (marks, HTML tags, comments, link targets,
   * fenced code, front matter) is a blank, so that an offset here is the same offset in `text`. Line ends stay.
   */
  readonly prose: string;
  readonly template: Template;
  readonly lines: readonly Line[];
  readonly frontMatter: FrontMatter | undefined;
  readonly conflicts: readonly Conflict[];
  /**
   * A fence around (nearly) the whole document, or a fence or comment with headings in it that has no end: what is inside it is read as
   * Markdown all the same.
   */
  readonly wrapper: Wrapper | undefined;
  /** Every real heading (ATX, setext, HTML), in order, whether or not the template knows it. */
  readonly headings: readonly Heading[];
  /** One for each section of the template, in the template's order. */
  readonly sections: readonly Section[];
  /** What stands before the first section, title of the document included. */
  readonly preamble: Span;
  readonly words: Words;
  readonly suppressions: readonly Suppression[];
  /** Stretches that are beyond the limits of what is read while one types: `simple` ones line by line, `unread` not at all. */
  readonly limits: readonly (Span & {readonly kind: 'simple' | 'unread'})[];
  /** Said by front matter (`status: draft`), or because most sections are still empty or as the template made them. */
  readonly draft: boolean;
}

export interface Wrapper {
  /** The line that opens it. */
  readonly open: Span;
  readonly close: Span | undefined;
  /** Where it most likely should end: from this line on it is read as Markdown. `undefined` for what is read so from its beginning. */
  readonly cut: number | undefined;
}

export type LineKind =
  | 'blank'
  | 'heading'
  | 'text' // a line of a paragraph, also within list items and quotes
  | 'code' // indented code: in real postmortems nearly always text that was pasted, so it is read as text
  | 'fence' // fenced code, its marks included
  | 'html'
  | 'comment'
  | 'table'
  | 'rule' // thematic break, table delimiter, setext underline
  | 'definition'
  | 'front-matter'
  | 'conflict';

/** One line of the source. Lines cover the text without gaps but for their line ends. */
export interface Line extends Span {
  /** 0-based. */
  readonly index: number;
  readonly kind: LineKind;
  /** What is left without indentation, quote marks, list marker, heading marks and closing marks. */
  readonly content: Span;
  /** Columns of white space before the first mark (tabs count to the next multiple of four). */
  readonly indent: number;
  /** The list item that this line belongs to (also by lazy continuation). */
  readonly item: ListItem | undefined;
  /** True on the line that carries the item's marker. */
  readonly bullet: boolean;
  /** 1 to 6 on lines that are, or were meant as, headings; else 0. */
  readonly level: number;
  /** Shown as a heading: not so in a fence, in indented code or behind an HTML tag. */
  readonly real: boolean;
  /** Depth of block quotes around it. */
  readonly quote: number;
  /** Belongs to its list item only by lazy continuation: the author most likely did not mean it to. */
  readonly lazy: boolean;
  /** The bold or italic run that the content begins with, marks left out: `10:05` in `**10:05** – paged`. */
  readonly lead: Lead | undefined;
  /** Spans of the cells, on table lines. */
  readonly cells: readonly Span[];
  /** UTF-16 offsets at which words begin, counted from the start of the line. */
  readonly words: readonly number[];
}

export interface Lead extends Span {
  readonly style: 'bold' | 'italic';
  /** Nothing but punctuation follows on the line. */
  readonly whole: boolean;
}

export interface ListItem extends Span {
  /** 1 is outermost. */
  readonly depth: number;
  readonly ordered: boolean;
  /** `-`, `*`, `+`, `1.`, `1)`. */
  readonly marker: Span;
  /** `[ ]` and `[x]`. */
  readonly checked: boolean | undefined;
  readonly parent: ListItem | undefined;
}

export interface FrontMatter extends Span {
  /** The parsed YAML mapping; empty where it is broken. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

/** A merge conflict: `<<<<<<<`, `=======`, `>>>>>>>`. */
export interface Conflict extends Span {
  readonly ours: Span & {readonly name: string};
  readonly theirs: Span & {readonly name: string};
}

export interface Heading extends Span {
  /** 0-based line. */
  readonly line: number;
  readonly level: number;
  readonly text: string;
  readonly marker: 'heading' | 'html';
}

export type Marker = 'heading' | 'bold' | 'list' | 'plain' | 'html';

/** A line, or the part of one, that opens a section. */
export interface Title extends Span {
  /** 0-based. */
  readonly line: number;
  readonly marker: Marker;
  /** Level of the heading; for other markers 0. */
  readonly level: number;
  /** Markdown shows it as a heading: not so for `###Title`, or for `## Title` in a fence, indented code or an HTML block. */
  readonly real: boolean;
  /** As the author wrote it, without marks: `Timeline (all times in UTC)`. */
  readonly text: string;
  /** The name alone, without number, emoji, colon, suffix or subtitle. */
  readonly name: Span;
  /** How the name was recognised: the template's own title, an alias, a part, or a near-miss. */
  readonly match: 'title' | 'alias' | 'part' | 'near';
  /** Where the section's text begins: after the colon of a run-in title, else on the next line. */
  readonly bodyStart: number;
  /** Where the text under this title ends: at the next title of a section, or at a heading that closes it. */
  readonly bodyEnd: number;
}

export interface Section {
  readonly spec: TemplateSection;
  /** `unmarked`: there, but none of its titles is a heading. */
  readonly status: 'present' | 'unmarked' | 'empty' | 'missing';
  readonly titles: readonly Title[];
  /** Words under its titles, titles included. */
  readonly words: number;
  /** Headings below its titles that are not sections themselves. */
  readonly subsections: readonly Heading[];
}

export interface Words {
  readonly total: number;
  /** Words that begin in the span. */
  count(span: Span): number;
}

/** `<!-- postmortem-disable-next-line rule -->` and its kin. */
export interface Suppression extends Span {
  /** Rules named; empty for all. */
  readonly rules: readonly string[];
  /** Where findings are silenced. */
  readonly scope: Span;
  /** The comment's name, where there is none like it: it silences nothing. */
  readonly unknown?: string;
}
