import type {Report} from '../evidence/report.ts';
import type {Steps} from '../model/steps.ts';
import type {Edit, Span} from '../model/text.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type SeveritySetting = Severity | 'off';

/** One thing that can be wrong with a postmortem: data, and one pure function from a Report to findings. */
export interface Rule {
  /** Kebab case, for instance `missing-section`: the diagnostic's code and the name in settings. */
  readonly code: string;
  /** One line for tables: what it reports. */
  readonly summary: string;
  /** Why it matters to authors and readers: Markdown, the body of the rule's documentation page. */
  readonly why: string;
  readonly severity: SeveritySetting;
  /** Structural rules are those that `source.fixAll.postmortem` mends. */
  readonly structural: boolean;
  /** Documentation and tests at once. */
  readonly examples: readonly Example[];
  check(report: Report): Iterable<Finding>;
}

export interface Example {
  readonly name: string;
  /** Markdown. A finding is expected exactly at every `⟦…⟧`; none where there is no such mark. */
  readonly text: string;
  /** Text after the finding's first fix, where it has one. */
  readonly fixed?: string;
  /** Id of the template; the default is `classic`. */
  readonly template?: string;
}

/** What is wrong and where. Its severity is decided outside, from the settings. */
export interface Finding {
  readonly rule: string;
  readonly span: Span;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** The first one is preferred; it is the one that fixAll takes if it is `safe`. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly (Span & {readonly message: string})[];
  /** An impossible or ambiguous reading may lower the rule's severity. */
  readonly severity?: Severity;
  /** Overrides the documentation's anchor, for instance a requirement's. */
  readonly anchor?: string;
}

export interface Fix {
  /** Imperative, as the menu shows it: "Add missing section 'Timeline'". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Works out the edits, where that takes long: who has done all of it gets them at once. */
  prepare?(): Steps<unknown>;
  /** May be applied without being looked at: loses no word and means the same. */
  readonly safe: boolean;
}
