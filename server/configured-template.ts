import {URI, Utils} from 'vscode-uri';
import {type Files, isWithin} from './files.ts';
import {declaredTemplate, readFrontMatter} from './model/front-matter.ts';
import type {Template} from './model/template.ts';
import type {Span} from './model/text.ts';
import {closest, moreProblems, mostProblems} from './setting-kinds.ts';
import {builtInTemplate, builtInTemplates, templateIds} from './templates/all.ts';
import {loadTemplate} from './templates/load.ts';

/** A template by the name that settings and front matter have for it. */
export interface ConfiguredTemplate {
  /** Id of a built-in template, or path of a file. */
  readonly name: string;
  readonly template: Template;
  /** URI of its file; absent for a built-in one. */
  readonly file?: string;
}

/** Where teams keep a template of theirs, relative to the repository. */
const usualPlaces: readonly string[] = [
  ...['docs', 'doc', '.', '.github', 'templates', 'docs/templates'].flatMap(folder => [
    `${folder}/postmortem-template.md`,
    `${folder}/postmortem_template.md`,
  ]),
  ...['docs/postmortems', 'docs/post-mortems', 'docs/incidents', 'postmortems', 'post-mortems', 'incidents'].flatMap(
    folder => [`${folder}/template.md`, `${folder}/TEMPLATE.md`, `${folder}/postmortem-template.md`],
  ),
  ...['.github/ISSUE_TEMPLATE', '.gitlab/issue_templates', 'templates', 'docs/templates'].flatMap(folder => [
    `${folder}/postmortem.md`,
    `${folder}/post-mortem.md`,
    `${folder}/incident.md`,
    `${folder}/incident-report.md`,
  ]),
].map(place => place.replace(/^\.\//, ''));

/** Template files, read once until told to forget. */
export class TemplateFiles {
  readonly #files: Files;
  /** By folder and URI: what may be read from one folder may lie, behind a link, outside of another. */
  readonly #loaded = new Map<string, Promise<Template | string>>();
  readonly #uris = new Set<string>();
  readonly #onNamed: () => void;

  /** @param onNamed is told when a file is named that was not before */
  constructor(files: Files, onNamed: () => void) {
    this.#files = files;
    this.#onNamed = onNamed;
  }

  /**
   * @param name id of a built-in template, or path of a file relative to `folder`. It may not lead out of `folder`.
   * @returns one sentence for people where there is no such template
   */
  async find(name: string, folder: string | undefined): Promise<ConfiguredTemplate | string> {
    const builtIn = builtInTemplate(name);
    if (builtIn) return {name, template: builtIn};
    const uri = folder === undefined ? undefined : Utils.joinPath(URI.parse(folder), name).toString();
    if (uri === undefined || folder === undefined || !/[./\\]/.test(name)) return unknown(name);
    if (!isWithin(uri, folder))
      return `The template '${name}' lies outside of the folder of its configuration and is not read`;
    const key = `${folder} ${uri}`;
    const known = this.#loaded.get(key) ?? this.#load(uri, name, folder);
    this.#loaded.set(key, known);
    if (!this.#uris.has(uri)) {
      this.#uris.add(uri);
      this.#onNamed();
    }
    const template = await known;
    return typeof template === 'string' ? template : {name, template, file: uri};
  }

  /** Templates that lie where teams keep them, whether or not settings name them. */
  async offered(folder: string): Promise<ConfiguredTemplate[]> {
    const found = await Promise.all(usualPlaces.map(place => this.find(place, folder)));
    const seen = new Set<string>();
    return found.filter((each): each is ConfiguredTemplate => {
      const isNew = typeof each !== 'string' && each.template.sections.length > 1 && !seen.has(each.template.scaffold);
      if (isNew) seen.add(each.template.scaffold);
      return isNew;
    });
  }

  forget(): void {
    this.#loaded.clear();
    this.#uris.clear();
  }

  /** Is it a file that a template was read from, or should have been? */
  has(uri: string): boolean {
    return this.#uris.has(URI.parse(uri).toString());
  }

  async #load(uri: string, name: string, folder: string): Promise<Template | string> {
    try {
      const text = await this.#files.read(uri, folder);
      return text === undefined ? `There is no template '${name}'` : loadTemplate(text, name).template;
    } catch (error) {
      return `The template '${name}' cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

/** Those of the ids that neither these templates nor a built-in one have, with one sentence each. */
export function unknownRequirements(
  ids: readonly string[],
  own: readonly ConfiguredTemplate[],
): {readonly id: string; readonly message: string}[] {
  if (ids.length === 0) return [];
  const templates = [...own.map(({template}) => template), ...builtInTemplates()];
  const known = [...new Set(templates.flatMap(({requirements}) => requirements.map(({id}) => id)))];
  const isKnown = new Set(known);
  const unknownIds = ids.filter(id => !isKnown.has(id));
  const told = unknownIds
    .slice(0, mostProblems)
    .map(id => ({id, message: `No template asks for '${id}'${suggestion(id, known)}`}));
  const [next] = unknownIds.slice(mostProblems);
  return next === undefined ? told : [...told, {id: next, message: moreProblems}];
}

/** Front matter names its template within so many UTF-16 units. */
const mostFrontMatter = 4000;

/**
 * The template that the front matter of a text names, and where, if it may mean one of ours. Sites have a key `template`, too:
 * `post.html` and `blog-post` are theirs, a Markdown file or a slip of the pen away from a built-in template is ours.
 */
export function templateMeant(text: string): {readonly name: string; readonly span: Span} | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.startsWith('---', start)) return undefined;
  const line = /^template[ \t]*:[ \t]*(.*)/m.exec(text.slice(0, mostFrontMatter));
  const name = line ? declaredTemplate(readFrontMatter(text, start)) : undefined;
  if (!line || name === undefined) return undefined;
  const [whole, value = ''] = line;
  const at = line.index + whole.length - value.length;
  const isOurs = /\.(?:md|markdown)$/i.test(name) || closest(name, templateIds) !== undefined;
  return isOurs ? {name, span: {start: at, end: at + value.trimEnd().length}} : undefined;
}

function unknown(name: string): string {
  return `There is no template '${name}'${suggestion(name, templateIds)}`;
}

function suggestion(name: string, known: readonly string[]): string {
  const meant = closest(name, known);
  return meant === undefined ? '' : `; did you mean '${meant}'?`;
}
