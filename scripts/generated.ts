import {existsSync, readFileSync} from 'node:fs';
import {rules} from '../server/rules/all.ts';
import type {JsonSchema} from '../server/setting-kinds.ts';
import {configurationSchema, settingTable} from '../server/settings.ts';
import {defaultTemplate} from '../server/templates/all.ts';
import {templateSchema} from '../server/templates/front-matter.ts';
import {templateSnippets} from '../server/templates/snippets.ts';
import {between} from './between.ts';
import {classesTable, kindsTable} from './evidence-docs.ts';
import {clientTexts} from './l10n.ts';
import {rulePages} from './rule-pages.ts';
import {evidenceList, keysTable, templatesTable} from './template-docs.ts';

/** Each file that is generated, wholly or in part: what becomes of its present text. */
const generated: Readonly<Record<string, (present: string) => string>> = {
  'schemas/postmortem.schema.json': () => json(configurationSchema()),
  'schemas/template.schema.json': () => json(templateSchema()),
  'snippets/postmortem.code-snippets': () => json(templateSnippets(defaultTemplate())),
  'l10n/bundle.l10n.json': () => json(clientTexts()),
  'package.json': contributeSettings,
  'package.nls.json': describeSettings,
  'docs/configuration.md': text => between(text, 'settings', settingsTable()),
  'docs/evidence.md': text => between(between(text, 'kinds', kindsTable()), 'classes', classesTable()),
  'docs/templates.md': text =>
    between(between(between(text, 'templates', templatesTable()), 'keys', keysTable()), 'evidence', evidenceList()),
  'README.md': text => between(text, 'settings', settingsTable()),
};

export interface StaleFile {
  readonly path: string;
  /** What it should be. */
  readonly text: string;
}

/** Files that are not what the registries say. */
export function staleFiles(): StaleFile[] {
  const pages = Object.entries(rulePages()).map(([path, text]) => [path, () => text] as const);
  return [...Object.entries(generated), ...pages].flatMap(([path, make]) => {
    const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const text = make(present);
    return text === present ? [] : [{path, text}];
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** VS Code's settings; their descriptions are in `package.nls.json`. */
function contributeSettings(present: string): string {
  const manifest = JSON.parse(present);
  const own = Object.entries(settingTable).map(([name, {kind, default: fallback}]) => [
    `postmortem.${name}`,
    {
      scope: 'resource',
      ...(name === 'rules' ? ruleProperties(kind.schema) : kind.schema),
      default: fallback,
      markdownDescription: `%setting.${name}%`,
    },
  ]);
  const trace = {
    scope: 'window',
    type: 'string',
    enum: ['messages', 'verbose'],
    default: 'messages',
    markdownDescription: '%setting.trace.server%',
  };
  manifest.contributes.configuration = {
    title: 'Postmortem',
    properties: {...Object.fromEntries(own), 'postmortem.trace.server': trace},
  };
  return json(manifest);
}

function ruleProperties(schema: JsonSchema): JsonSchema {
  const {enum: severities} = Object(Object.values(Object(schema['properties']))[0]);
  const properties = rules.map(({code, severity}) => [
    code,
    {type: 'string', enum: severities, default: severity, description: `%rule.${code}%`},
  ]);
  return {...schema, properties: Object.fromEntries(properties)};
}

/** Keeps the texts that are written by hand. */
function describeSettings(present: string): string {
  const texts = Object.entries<string>(JSON.parse(present)).filter(([key]) => !/^(?:setting|rule)\./.test(key));
  const settings = Object.entries(settingTable).map(([name, {description}]) => [`setting.${name}`, description]);
  const codes = rules.map(({code, summary}) => [`rule.${code}`, summary]);
  const trace = [
    'setting.trace.server',
    'How much of the conversation with the language server the output channel shows while its log level is Trace.',
  ];
  return json(Object.fromEntries([...texts, ...settings, trace, ...codes]));
}

function settingsTable(): string {
  const rows = Object.entries(settingTable).map(
    ([name, {default: fallback, description}]) => `| \`${name}\` | ${description} | ${shown(fallback)} |`,
  );
  return ['| Setting | What it does | Default |', '|---|---|---|', ...rows].join('\n');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(item => `\`${item}\``).join(', ') || 'none';
  return typeof value === 'object' || value === '' ? 'none' : `\`${value}\``;
}
