import type {Template} from '../model/template.ts';
import {TemplateRecogniser} from './choose.ts';
import {loadTemplate} from './load.ts';
import * as sources from './sources.ts';

/** Of the template that a document has when nothing says otherwise. */
export const defaultTemplateId = 'classic';

/** Ids of the built-in templates; the default one is first, the others are sorted by the alphabet. */
export const templateIds: readonly string[] = sortedIds();

const loaded = new Map<string, Template>();
let recogniser: TemplateRecogniser | undefined;

/** The built-in template of that id, read on first use: starting up costs nothing. */
export function builtInTemplate(id: string): Template | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const source = Object.entries(sources).find(([name]) => templateId(name) === id)?.[1];
  if (source === undefined) return undefined;
  const template = templateOf(source, id);
  loaded.set(id, template);
  return template;
}

export function defaultTemplate(): Template {
  return builtInTemplate(defaultTemplateId) ?? loadTemplate('').template;
}

/** Every built-in template, the default one first. */
export function builtInTemplates(): Template[] {
  return templateIds.flatMap(id => builtInTemplate(id) ?? []);
}

/** Knows all built-in templates; made on first use. */
export function builtInRecogniser(): TemplateRecogniser {
  recogniser ??= new TemplateRecogniser(builtInTemplates());
  return recogniser;
}

/** In bundles the file has been read already, and its template is there as JSON: see `scripts/templates.mjs`. */
function templateOf(source: string, id: string): Template {
  return source.startsWith('{') ? JSON.parse(source) : loadTemplate(source, `${id}.md`).template;
}

/** Exported names are in camel case, ids in kebab case. */
function templateId(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

function sortedIds(): string[] {
  const ids = Object.keys(sources).map(templateId);
  return [defaultTemplateId, ...ids.filter(id => id !== defaultTemplateId)];
}
