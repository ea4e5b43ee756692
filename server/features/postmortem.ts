import type {Judgement} from '../judge.ts';
import type {LspDocument} from '../lsp.ts';

/** An open document that is a postmortem, at its present version: what features are given. */
export interface Postmortem extends Judgement {
  readonly document: LspDocument;
  /** Trouble with the configuration, one sentence each. */
  readonly problems: readonly string[];
  /** URI of the configuration file, where there is one. */
  readonly configurationFile?: string | undefined;
}
