import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Configuration, Configurations} from '../configuration.ts';
import {type Circumstances, type Judgement, judge} from '../judge.ts';
import type {Template} from '../model/template.ts';
import {nodeFiles} from '../node-files.ts';
import {builtInTemplate, templateIds} from '../templates/all.ts';
import {loadTemplate} from '../templates/load.ts';
import {UsageError} from './command.ts';
import {reasonOf} from './reason.ts';

/** Judges texts as the language server does, with the configuration of the folders that they lie in. */
export class Checker {
  readonly #configurations = new Configurations(nodeFiles());
  readonly #repositories = new Map<string, string | undefined>();
  readonly #problems = new Set<string>();
  readonly #template: Template | undefined;
  #isBroken = false;

  /** @param template that every text is taken for, whatever it says. */
  constructor(template?: Template) {
    this.#template = template;
  }

  /** Trouble with configuration that came up so far, one sentence each. */
  get problems(): readonly string[] {
    return [...this.#problems];
  }

  /** Was the configuration of a text that was judged so far not to be understood, so that the defaults stood in for it? */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  async judge(path: string, text: string): Promise<Judgement | undefined> {
    return judge(text, await this.#circumstances(path, text));
  }

  async #circumstances(path: string, text: string): Promise<Circumstances> {
    const configuration = await this.#configurations.withTemplateOf(text, await this.configurationOf(path));
    this.#note(configuration);
    if (!this.#template) return configuration;
    return {...configuration, template: {template: this.#template, source: '--template'}, forced: true};
  }

  /** What holds for a file, which need not be there. */
  async configurationOf(file: string): Promise<Configuration> {
    const path = resolve(file);
    const repository = this.#repositoryOf(dirname(path));
    const configuration = await this.#configurations.of({
      uri: pathToFileURL(path).href,
      root: repository && pathToFileURL(repository).href,
      base: pathToFileURL(process.cwd()).href,
      settings: [],
    });
    this.#note(configuration);
    return configuration;
  }

  #note({problems, isBroken}: Configuration): void {
    for (const problem of problems) this.#problems.add(problem);
    this.#isBroken ||= isBroken;
  }

  /** The nearest folder upwards that has a `.git`. */
  #repositoryOf(folder: string): string | undefined {
    if (this.#repositories.has(folder)) return this.#repositories.get(folder);
    const parent = dirname(folder);
    const own = existsSync(join(folder, '.git')) ? folder : undefined;
    const found = own ?? (parent === folder ? undefined : this.#repositoryOf(parent));
    this.#repositories.set(folder, found);
    return found;
  }
}

/**
 * The template that `--template` names.
 *
 * @param name id of a built-in template, or path of a file
 * @throws UsageError when there is none
 */
export function namedTemplate(name: string): Template {
  const builtIn = builtInTemplate(name);
  if (builtIn) return builtIn;
  if (!/[./\\]/.test(name))
    throw new UsageError(`there is no template '${name}'; built in are ${templateIds.join(', ')}`);
  try {
    return loadTemplate(readFileSync(name, 'utf8'), name.replaceAll('\\', '/')).template;
  } catch (error) {
    throw new UsageError(`the template '${name}' cannot be read: ${reasonOf(error)}`);
  }
}
