import type {SeveritySetting} from './rules/rule.ts';

/** Every setting, as rules and features read it. One shape for VS Code's settings, `.postmortem.yaml` and the command line. */
export interface Settings {
  readonly enable: boolean;
  /** Globs, relative to the workspace folder or the configuration file: these files are postmortems. */
  readonly files: readonly string[];
  /** Globs of files that never are. */
  readonly exclude: readonly string[];
  /** Id of a built-in template or path of a template file; empty: recognised by the document's sections. */
  readonly template: string;
  /** Severity by rule code, where it differs from the rule's own. */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** Requirements that are not asked for, by id: `false` switches one off. */
  readonly requirements: Readonly<Record<string, boolean>>;
  /** Overrides the template's word range. */
  readonly words: {readonly min?: number; readonly max?: number};
}

export const defaults: Settings = {
  enable: true,
  files: ['**/*postmortem*/**', '**/*postmortem*', '**/*post-mortem*/**', '**/*post-mortem*', '**/incident*/**', '**/incident*'],
  exclude: [],
  template: '',
  rules: {},
  requirements: {},
  words: {},
};
