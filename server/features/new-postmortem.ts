import type {Configuration} from '../configuration.ts';
import {judge} from '../judge.ts';
import type {Template} from '../model/template.ts';
import type {NewPostmortemParams, NewPostmortemResult, TemplateItem} from '../protocol.ts';
import {builtInTemplate, defaultTemplate, defaultTemplateId, templateIds} from '../templates/all.ts';
import {type Beginning, newPostmortem} from './scaffold.ts';

/** The templates to choose from where a document lies or will lie: the one that the settings name first. */
export function templateItems({settings, template}: Configuration): TemplateItem[] {
  const preferred = template ? settings.template : defaultTemplateId;
  const own = template?.file === undefined ? [] : [item(settings.template, template.template, preferred)];
  const builtIn = templateIds.flatMap(id => {
    const known = builtInTemplate(id);
    return known ? [item(id, known, preferred)] : [];
  });
  return [...own, ...builtIn].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

function item(id: string, {name, description}: Template, preferred: string): TemplateItem {
  return {id, name, description, preferred: id === preferred};
}

/** @returns the template of that id, which may be the one of the team; the default one where there is none of that id */
export function templateById(id: string, {settings, template}: Configuration): Template {
  return (template && id === settings.template ? template.template : builtInTemplate(id)) ?? defaultTemplate();
}

/** A new document of a template that settings may name. */
export function beginPostmortem(params: NewPostmortemParams, configuration: Configuration): NewPostmortemResult {
  return beginWith(templateById(params.template, configuration), params.template, params, configuration);
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
  return taken?.id === template.id ? plain : newPostmortem(template, {title, date, declared: name});
}
