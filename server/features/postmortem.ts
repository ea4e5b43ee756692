import type {ConfigurationProblem} from '../configuration-file.ts';
import type {Judgement} from '../judge.ts';
import type {LspDocument} from '../lsp.ts';

/** An open document that is a postmortem, at its present version: what features are given. */
export interface Postmortem extends Judgement {
  readonly document: LspDocument;
  /** Trouble with the configuration, one sentence each. */
  readonly problems: readonly string[];
  /** A template that its front matter names and that is not there. */
  readonly misnamed?: ConfigurationProblem | undefined;
  /** URI of the configuration file, where there is one. */
  readonly configurationFile?: string | undefined;
}
