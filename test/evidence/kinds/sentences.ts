/** Texts as authors write them under one section: those that meet a requirement of the classic template, and those that do not. */
export interface Sentences {
  readonly requirement: string;
  /** Title of the section. */
  readonly section: string;
  readonly met: readonly string[];
  readonly unmet: readonly string[];
}
