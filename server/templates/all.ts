import type {Template} from '../model/template.ts';
import {loadTemplate} from './load.ts';
import * as sources from './sources.ts';

export const defaultTemplateId = 'classic';

/** Ids of the built-in templates, in the order in which menus show them; the default one is first. */
export const templateIds: readonly string[] = orderedIds();

const loaded = new Map<string, Template>();

/** The built-in template of that id, read on first use: starting up costs nothing. */
export function builtInTemplate(id: string): Template | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const source = Object.entries(sources).find(([name]) => templateId(name) === id)?.[1];
  if (source === undefined) return undefined;
  const {template} = loadTemplate(source, `${id}.md`);
  loaded.set(id, template);
  return template;
}

export function defaultTemplate(): Template {
  return builtInTemplate(defaultTemplateId) ?? loadTemplate('', 'empty.md').template;
}

/** Exported names are in camel case, ids in kebab case. */
function templateId(name: string): string {
  return name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** A module's exported names come sorted by the alphabet: the default template is put first. */
function orderedIds(): string[] {
  const ids = Object.keys(sources).map(templateId);
  return [defaultTemplateId, ...ids.filter(id => id !== defaultTemplateId)];
}
