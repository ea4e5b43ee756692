import {readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Configuration, Configurations} from '../configuration.ts';
import {told} from '../configuration-file.ts';
import {type Circumstances, type Judgement, judge} from '../judge.ts';
import type {Template} from '../model/template.ts';
import {builtInTemplate, templateIds} from '../templates/all.ts';
import {loadTemplate} from '../templates/load.ts';
import {UsageError} from './command.ts';
import {reasonOf} from './reason.ts';
import {mayBeConfigured, mayDependOnFiles, repositoryOf} from './surroundings.ts';

/** Judges texts as the language server does, with the configuration of the folders that they lie in. */
export class Checker {
  readonly #unconfigured = new Configurations({read: async () => undefined});
  #configured: Promise<Configurations> | undefined;
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
    return judge(text, await this.circumstancesOf(path, text));
  }

  /** Is what holds for this text not to be understood? Another file's mistakes are none of its. */
  async isBrokenFor(path: string, text: string): Promise<boolean> {
    return (await this.#configurationFor(path, text)).isBroken;
  }

  /** What is known of a text that lies, or will lie, at the path. */
  async circumstancesOf(path: string, text: string): Promise<Circumstances> {
    const {settings, path: verdict, template, templates} = await this.#configurationFor(path, text);
    return this.#template
      ? {settings, path: verdict, templates, template: {template: this.#template, source: '--template'}, forced: true}
      : {settings, path: verdict, templates, template};
  }

  /** What holds for a file, which need not be there. */
  async configurationOf(file: string): Promise<Configuration> {
    const path = resolve(file);
    const repository = repositoryOf(dirname(path));
    const configurations = mayBeConfigured(dirname(path)) ? await this.#onDisk() : this.#unconfigured;
    const configuration = await configurations.of({
      uri: pathToFileURL(path).href,
      root: repository && pathToFileURL(repository).href,
      base: pathToFileURL(process.cwd()).href,
      settings: [],
    });
    this.#note(configuration);
    return configuration;
  }

  async #configurationFor(path: string, text: string): Promise<Configuration> {
    const known = await this.configurationOf(path);
    const mayDepend = mayDependOnFiles(resolve(path), text);
    const configuration = mayDepend ? await (await this.#onDisk()).withTemplateOf(text, known) : known;
    const {problems, misnamed} = configuration;
    const named = problems.map(each => (misnamed && each === misnamed.message ? told(path, text, misnamed) : each));
    this.#note({...configuration, problems: named});
    return configuration;
  }

  /** Most folders have nothing to be read, and then nothing that reads is loaded. */
  #onDisk(): Promise<Configurations> {
    this.#configured ??= import('../node-files.ts').then(({nodeFiles}) => new Configurations(nodeFiles()));
    return this.#configured;
  }

  #note({problems, isBroken}: Pick<Configuration, 'problems' | 'isBroken'>): void {
    for (const problem of problems) this.#problems.add(problem);
    this.#isBroken ||= isBroken;
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
