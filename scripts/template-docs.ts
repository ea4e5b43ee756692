import {kinds} from '../server/evidence/kinds.ts';
import {isMapping} from '../server/setting-kinds.ts';
import {builtInTemplates} from '../server/templates/all.ts';
import {templateSchema} from '../server/templates/front-matter.ts';

/** The built-in templates with their sections, as a table for `docs/templates.md`. */
export function templatesTable(): string {
  const rows = builtInTemplates().map(({id, name, description, sections}) => {
    const outermost = sections.filter(({parent}) => parent === undefined);
    const titles = outermost.map(({title, presence}) => (presence === 'required' ? title : `(${title})`));
    return `| \`${id}\` | ${name} | ${description} | ${titles.join(', ')} |`;
  });
  return ['| Id | Name | What it is for | Sections (optional ones) |', '|---|---|---|---|', ...rows].join('\n');
}

/** The keys of front matter, as a table for `docs/templates.md`. */
export function keysTable(): string {
  const schema = templateSchema();
  const section = below(schema, 'sections');
  const requirement = below(section, 'requirements');
  const rows = [
    ...rowsOf(schema, ''),
    ...rowsOf(section, 'sections.…'),
    ...rowsOf(requirement, 'sections.….requirements.…'),
  ];
  return ['| Key | What it says |', '|---|---|', ...rows].join('\n');
}

/** The kinds of evidence, as a list for `docs/templates.md`. */
export function evidenceList(): string {
  return Object.keys(kinds)
    .map(name => `\`${name}\``)
    .join(', ');
}

function below(schema: unknown, key: string): unknown {
  return Object(Object(Object(schema).properties)[key]).additionalProperties;
}

function rowsOf(schema: unknown, prefix: string): string[] {
  const {properties} = Object(schema);
  if (!isMapping(properties)) return [];
  return Object.entries(properties).map(([key, value]) => {
    const {description, enum: choices} = Object(value);
    const values = Array.isArray(choices) ? ` One of ${choices.map(each => `\`${each}\``).join(', ')}.` : '';
    return `| \`${prefix ? `${prefix}.` : ''}${key}\` | ${description}${values} |`;
  });
}
