import {URI, Utils} from 'vscode-uri';
import {type ConfigurationFile, type ConfigurationProblem, readConfigurationFile, told} from './configuration-file.ts';
import {configurationNames} from './configuration-names.ts';
import {type ConfiguredTemplate, TemplateFiles, templateMeant, unknownRequirements} from './configured-template.ts';
import {type Files, isWithin} from './files.ts';
import {judgePath, matches, type PathVerdict, relativePath} from './path-verdict.ts';
import {defaults, mergeSettings, type PartialSettings, readSettings, type Settings} from './settings.ts';

/** What holds for one document: settings of all sources, put together. */
export interface Configuration {
  readonly settings: Settings;
  /** What the globs say of the document. */
  readonly path: PathVerdict;
  /** The template that the settings name, if they name one that there is; `source` says where: ".postmortem.yaml". */
  readonly template: (ConfiguredTemplate & {readonly source: string}) | undefined;
  /** Every template that the settings name. */
  readonly templates: readonly ConfiguredTemplate[];
  /** Folder that paths of templates are relative to. */
  readonly base: string | undefined;
  /** URI of the configuration file that was found. */
  readonly file: string | undefined;
  /** Trouble with it, one sentence each: with file, line and column where they are known, for instance `.postmortem.yaml:3:5: …`. */
  readonly problems: readonly string[];
  /** What was asked for is not in force: the file could not be read, or there is no such template. */
  readonly isBroken: boolean;
  /** The document itself names a template that is not there: where, in its text. One of the `problems`, too. */
  readonly misnamed?: ConfigurationProblem;
}

/** Where a document lies and what the editor or the command line says of it. */
export interface Surroundings {
  readonly uri: string;
  /** Folder that configuration is searched up to and globs are relative to: the workspace folder, the repository. */
  readonly root: string | undefined;
  /** Folder that globs are relative to where there is no root. */
  readonly base?: string;
  /** Settings of the editor, as they came; the later ones win. */
  readonly settings: readonly unknown[];
}

/** More templates are not read: each is a file. */
const mostTemplates = 200;

/** More folders are not searched upwards. */
const deepest = 64;

interface FoundFile extends ConfigurationFile {
  readonly uri: string;
  readonly folder: string;
  /** Absent where it could not be read. */
  readonly text?: string;
}

/** Finds configuration files and remembers what is in them until told to forget. */
export class Configurations {
  readonly #files: Files;
  readonly #folders = new Map<string, Promise<FoundFile | undefined>>();
  readonly #templates: TemplateFiles;

  /** @param onNamed is told when `dependOn` may have become true of another file */
  constructor(files: Files, onNamed: () => void = () => undefined) {
    this.#files = files;
    this.#templates = new TemplateFiles(files, onNamed);
  }

  /** Never fails: what cannot be read is a problem, and the defaults stay in force. */
  async of(surroundings: Surroundings): Promise<Configuration> {
    const uri = URI.parse(surroundings.uri).toString();
    const root = surroundings.root && normalFolder(surroundings.root);
    const found = await this.#find(uri, root);
    const sources = surroundings.settings.map(each => readSettings(each));
    const editor = sources.map(({settings}) => settings).reduce(merge, {});
    const file = found?.settings ?? {};
    const baseOf = (name: keyof Settings) => (name in file ? found?.folder : (root ?? surroundings.base));
    const merged = mergeSettings(mergeSettings(defaults, editor), file);
    const sourceOf = (name: keyof Settings) => (found && name in file ? nameOf(found.uri) : 'the settings');
    const byGlob = Object.entries(file.templates ?? editor.templates ?? {});
    const isOurs = ([glob]: [string, string]) => matches(uri, {globs: [glob], folder: baseOf('templates')});
    const setBy = byGlob.some(isOurs) ? 'templates' : 'template';
    const name = byGlob.find(isOurs)?.[1] ?? merged.template;
    const named = await this.#named([
      {name, base: baseOf(setBy)},
      {name: merged.template, base: baseOf('template')},
      ...byGlob.map(([, each]) => ({name: each, base: baseOf('templates')})),
    ]);
    const templates = named.filter(each => typeof each !== 'string');
    const lacking = named.filter(each => typeof each === 'string');
    const setIn = (...names: (keyof Settings)[]) => names.some(each => each in file);
    const shown = (of: string) => relativeTo(surroundings.base ?? root, of);
    const template = name ? templates.find(each => each.name === name) : undefined;
    return {
      settings: {...merged, template: name},
      templates,
      base: found?.folder ?? root ?? surroundings.base,
      path: judgePath(uri, {
        files: {globs: file.files ?? editor.files ?? defaults.files, folder: baseOf('files')},
        exclude: {globs: file.exclude ?? editor.exclude ?? defaults.exclude, folder: baseOf('exclude')},
      }),
      template: template && {...template, source: sourceOf(setBy)},
      file: found?.uri,
      isBroken: lacking.length > 0 || found?.problems.some(({severity}) => severity === 'error') === true,
      problems: [
        // Editors have settings of ours that the server does not know, for instance the trace.
        // They may come twice, when the server is started and when it asks.
        ...new Set(
          sources.flatMap(({problems}) => problems.filter(({at}) => at === 'value').map(({message}) => message)),
        ),
        ...(found?.problems.map(each => told(shown(found.uri), found.text, each)) ?? []),
        ...lacking.map(each => (found && setIn('template', 'templates') ? `${shown(found.uri)}: ${each}` : each)),
        ...unknownRequirements(Object.keys(merged.requirements), templates).map(({id, message}) => {
          const span = found?.requirements.find(each => each.name === id)?.span;
          return found && span ? told(shown(found.uri), found.text, {span, message}) : message;
        }),
      ],
    };
  }

  /**
   * What holds for a text that names a template of the team in its front matter, by a path below the folder of the configuration:
   * the template is among those that it may name.
   */
  async withTemplateOf(text: string, configuration: Configuration): Promise<Configuration> {
    const named = templateMeant(text);
    if (!named || configuration.templates.some(({name}) => name === named.name)) return configuration;
    const found = await this.#templates.find(named.name, configuration.base);
    if (typeof found !== 'string') return {...configuration, templates: [...configuration.templates, found]};
    const misnamed = {span: named.span, message: found, severity: 'warning' as const};
    return {...configuration, isBroken: true, problems: [...configuration.problems, found], misnamed};
  }

  /**
   * What is wrong with the text of a configuration file, also with templates and requirements that it names, each with its place. One that is
   * not saved yet, or that someone opened behind a link that leads out of the root, is not in force: what it names is not read.
   */
  async problemsIn(uri: string, text: string, root?: string): Promise<readonly ConfigurationProblem[]> {
    const {problems, names, requirements} = readConfigurationFile(text);
    const folder = folderOf(URI.parse(uri).toString());
    const isIdle = folder && root && !(await this.#in(folder, normalFolder(root)));
    const named = isIdle ? [] : names.slice(0, mostTemplates);
    const found = await Promise.all(named.map(({name}) => this.#templates.find(name, folder)));
    const lacking = named.flatMap(({span}, index) => {
      const message = found[index];
      return typeof message === 'string' ? [{span, message, severity: 'warning' as const}] : [];
    });
    const templates = found.filter(each => typeof each !== 'string');
    const ids = isIdle ? [] : requirements.map(({name}) => name);
    const unasked = unknownRequirements(ids, templates).flatMap(({id, message}) => {
      const span = requirements.find(({name}) => name === id)?.span;
      return span ? [{span, message, severity: 'warning' as const}] : [];
    });
    return [...problems, ...lacking, ...unasked];
  }

  /** Templates that nobody names but that lie where teams keep them. */
  async offered({base, templates}: Configuration): Promise<ConfiguredTemplate[]> {
    const found = base === undefined ? [] : await this.#templates.offered(base);
    return found.filter(({file}) => !templates.some(each => each.file === file));
  }

  /** Each of the templates once, or why it is not there. */
  async #named(all: readonly {name: string; base: string | undefined}[]): Promise<(ConfiguredTemplate | string)[]> {
    const once = new Map(all.filter(({name}) => name !== '').map(each => [each.name, each]));
    const asked = [...once.values()];
    const found = asked.slice(0, mostTemplates).map(({name, base}) => this.#templates.find(name, base));
    const more = asked.length > mostTemplates ? [`Only the first ${mostTemplates} templates are read`] : [];
    return [...(await Promise.all(found)), ...more];
  }

  /** Forgets everything, so that it is read again. */
  forget(): void {
    this.#folders.clear();
    this.#templates.forget();
  }

  /** Does what was found depend on this file? */
  dependOn(uri: string): boolean {
    return isConfigurationFile(uri) || this.#templates.has(uri);
  }

  async #find(uri: string, root: string | undefined): Promise<FoundFile | undefined> {
    let folder = root === undefined || isWithin(uri, root) ? folderOf(uri) : undefined;
    folder ??= root;
    for (let depth = 0; folder !== undefined && depth < deepest; depth++) {
      const found = await this.#in(folder, root);
      if (found || folder === root) return found;
      folder = folderOf(folder);
    }
    return undefined;
  }

  #in(folder: string, root: string | undefined): Promise<FoundFile | undefined> {
    const known = this.#folders.get(folder) ?? this.#read(folder, root);
    this.#folders.set(folder, known);
    return known;
  }

  async #read(folder: string, root: string | undefined): Promise<FoundFile | undefined> {
    for (const name of configurationNames) {
      const uri = Utils.joinPath(URI.parse(folder), name).toString();
      try {
        // Without a root, too, a link must not lead out of where it lies.
        const text = await this.#files.read(uri, root ?? folder);
        if (text !== undefined) return {uri, folder, text, ...readConfigurationFile(text)};
      } catch (error) {
        return {uri, folder, settings: {}, problems: [unreadable(error)], names: [], requirements: []};
      }
    }
    return undefined;
  }
}

/** Is it a configuration file, by its name? */
export function isConfigurationFile(uri: string): boolean {
  return configurationNames.includes(nameOf(uri));
}

/** Settings of two partial sources; the ones above win. */
function merge(below: PartialSettings, above: PartialSettings): PartialSettings {
  const {rules, requirements, words} = mergeSettings({...defaults, ...below}, above);
  return {...below, ...above, rules, requirements, words};
}

/** The path below the folder; of a file elsewhere all of it. */
function relativeTo(folder: string | undefined, uri: string): string {
  if (folder === undefined) return nameOf(uri);
  return isWithin(uri, folder) ? relativePath(uri, folder) : URI.parse(uri).fsPath;
}

function unreadable(error: unknown): ConfigurationFile['problems'][number] {
  const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  return {span: {start: 0, end: 0}, message, severity: 'error'};
}

function folderOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (!parsed.path.startsWith('/')) return undefined;
  const parent = Utils.dirname(parsed).toString();
  return parent === uri || parsed.path === '/' ? undefined : parent;
}

function normalFolder(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}

function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}
