/** What a postmortem must contain. Data, never code: made from a Markdown file by `templates/load.ts`. */
export interface Template {
  /** Stable identifier, for instance `classic`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Words that the whole document should have; `undefined` where the template sets no limit. */
  readonly words?: WordRange;
  /** Title of the document as the scaffold writes it, for instance `Postmortem: <what happened>`. */
  readonly title: string;
  /** Level of the document's title in the scaffold: sections of level `titleLevel + 1` are the outermost. */
  readonly titleLevel: number;
  /** Must the sections stand in the template's order? */
  readonly ordered: boolean;
  /** In the order of the template, parents before their children. */
  readonly sections: readonly TemplateSection[];
  readonly requirements: readonly Requirement[];
  /** The scaffold: the Markdown body of the template file, without front matter. */
  readonly scaffold: string;
}

export interface WordRange {
  readonly min?: number;
  readonly max?: number;
}

export interface TemplateSection {
  /** Stable identifier within the template, for instance `issue-summary`. */
  readonly id: string;
  /** The heading's text in the scaffold. */
  readonly title: string;
  /** Heading level in the scaffold, 1 to 6. */
  readonly level: number;
  /** Id of the section this one is nested in. */
  readonly parent?: string;
  /** Other titles that mean this section. */
  readonly aliases: readonly string[];
  /**
   * Titles that, all together, stand for this section ("Root cause" and "Resolution"). Each alone counts as this section
   * too, but does not make it complete.
   */
  readonly parts: readonly string[];
  readonly presence: 'required' | 'optional';
  /** Sections of which at least one must be there share a group name. */
  readonly oneOf?: string;
  /** May the section occur more than once? */
  readonly repeatable: boolean;
  readonly words?: WordRange;
  /** Column titles that a table in this section must have. */
  readonly columns: readonly string[];
  /** What the author reads while the section is empty: the prompts, one per line, without Markdown marks. */
  readonly prompts: readonly string[];
  /** What the scaffold has under the heading, up to the next heading: Markdown without blank lines around it. */
  readonly scaffold: string;
  /** Which reading the section gets: timelines and lists of action items are read further. */
  readonly kind: 'prose' | 'timeline' | 'actions';
}

/** Something that a section must say. */
export interface Requirement {
  /** `section/name`, for instance `issue-summary/duration`. */
  readonly id: string;
  /** Id of the section. */
  readonly section: string;
  /** One line for the author: "When did the outage start and end?" */
  readonly question: string;
  readonly example: string;
  /** Name of the kind of evidence that meets it: a file of `evidence/`. */
  readonly evidence: string;
  /** Literal words and word classes that the evidence looks for. */
  readonly phrases: readonly string[];
  /** Literal words and word classes that undo a phrase nearby. */
  readonly negations: readonly string[];
}
