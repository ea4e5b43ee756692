import type {Configuration} from '../configuration.ts';
import type {ConfiguredTemplate} from '../configured-template.ts';
import {judge} from '../judge.ts';
import type {Template} from '../model/template.ts';
import type {NewPostmortemParams, NewPostmortemResult, TemplateItem} from '../protocol.ts';
import {builtInTemplate, defaultTemplate, defaultTemplateId, templateIds} from '../templates/all.ts';
import {type Beginning, newPostmortem} from './scaffold.ts';

/**
 * The templates to choose from where a document lies or will lie: the one that the settings name first, then the team's others.
 *
 * @param offered templates that nobody names but that lie where teams keep them
 */
export function templateItems(
  {settings, template, templates}: Configuration,
  offered: readonly ConfiguredTemplate[] = [],
): TemplateItem[] {
  const preferred = template ? settings.template : defaultTemplateId;
  const isOffered = new Set(offered);
  const own = [...templates, ...offered].filter(({file}) => file !== undefined);
  const builtIn = templateIds.flatMap(id => {
    const known = builtInTemplate(id);
    return known ? [item(id, known, preferred)] : [];
  });
  const items = [...own.map(each => item(each.name, each.template, preferred, isOffered.has(each))), ...builtIn];
  return items.sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

function item(id: string, {name, description}: Template, preferred: string, offered = false): TemplateItem {
  return {id, name, description, preferred: id === preferred, offered};
}

/** @returns the template of that id, which may be one of the team's; the default one where there is none of that id */
export function templateById(
  id: string,
  {templates}: Configuration,
  offered: readonly ConfiguredTemplate[] = [],
): Template {
  const own = [...templates, ...offered].find(({name}) => name === id);
  return own?.template ?? builtInTemplate(id) ?? defaultTemplate();
}

/** A new document of a template that one can choose there. */
export function beginPostmortem(
  params: NewPostmortemParams,
  configuration: Configuration,
  offered: readonly ConfiguredTemplate[] = [],
): NewPostmortemResult {
  return beginWith(templateById(params.template, configuration, offered), params.template, params, configuration);
}

/** A new document. It names its template where it would not be recognised by its place and its sections. */
export function beginWith(
  template: Template,
  name: string,
  {title, date}: Beginning,
  configuration: Configuration,
): NewPostmortemResult {
  const plain = newPostmortem(template, {title, date});
  const taken = judge(plain.text, configuration)?.report.template;
  return taken && isSameTemplate(taken, template) ? plain : newPostmortem(template, {title, date, declared: name});
}

/** Was it made of the same file? */
export function isSameTemplate(one: Template, other: Template): boolean {
  return one.id === other.id && one.scaffold === other.scaffold;
}
