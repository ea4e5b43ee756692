/** How `check` was asked to print. */
export interface View {
  readonly format: 'human' | 'json';
  readonly colors: boolean;
  /** With the checklist of each postmortem. */
  readonly explain: boolean;
}

/** All that `check` prints and counts of a file, so that it can be kept from run to run. Its path is not in it. */
export interface Outcome {
  readonly isPostmortem: boolean;
  /** Nothing is asked of it yet that it might still say. */
  readonly isDraft: boolean;
  readonly findings: number;
  /** Findings that `fix` mends. */
  readonly fixable: number;
  /** Is there a finding besides hints? */
  readonly fails: boolean;
  /** Each is printed after the file's path: `:7:1 warning …`; in JSON there is one, the object's members after the path. */
  readonly parts: readonly string[];
}
