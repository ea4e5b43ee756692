import {officeHoursText} from './office-hours.ts';
import {rules} from './rules/all.ts';
import type {SeveritySetting} from './rules/rule.ts';
import {
  choice,
  flag,
  globs,
  isMapping,
  isNothing,
  type JsonSchema,
  type Kind,
  mapOf,
  Place,
  range,
  type SettingProblem,
  text,
} from './setting-kinds.ts';

interface Setting<T> {
  readonly kind: Kind<T>;
  readonly default: T;
  /** Markdown, for the settings editor, the schema and the documentation. */
  readonly description: string;
}

function setting<T>(kind: Kind<T>, fallback: NoInfer<T>, description: string): Setting<T> {
  return {kind, default: fallback, description};
}

const severities: readonly SeveritySetting[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Every setting. VS Code's settings, the schema of `.postmortem.yaml` and the documentation are generated from this table. */
export const settingTable = {
  enable: setting(flag, true, 'Check postmortems. When off, no file is taken for one.'),
  files: setting(
    globs,
    [
      '**/*postmortem*/**',
      '**/*postmortem*',
      '**/*post-mortem*/**',
      '**/*post-mortem*',
      '**/incident*/**',
      '**/incident*',
    ],
    'Globs: Markdown files that match are postmortems. Relative to the workspace folder, or to the configuration file that has them. Other files are postmortems when their front matter or their sections say so.',
  ),
  exclude: setting(
    globs,
    ['**/template*.md', '**/*-template.md', '**/*_template.md', '**/ISSUE_TEMPLATE/**', '**/issue_templates/**'],
    'Globs: files that match are never postmortems.',
  ),
  template: setting(
    text,
    '',
    'Id of a built-in template, or path of a template file, relative to the workspace folder or the configuration file. When empty, the template is recognised by the sections of the document.',
  ),
  templates: setting(
    mapOf(text, 'glob'),
    {},
    'Templates by glob, for teams that have several: the first glob that matches says which template a file has, as `template` does for all others.',
  ),
  rules: setting(
    mapOf(choice(severities), 'rule', () => Object.fromEntries(rules.map(({code, summary}) => [code, summary]))),
    {},
    'Severity of each rule, where it should differ from the default: `error`, `warning`, `information`, `hint` or `off`.',
  ),
  requirements: setting(
    mapOf(flag, 'requirement'),
    {},
    'Requirements of the template that are not asked for: `false` switches one off, by its id.',
  ),
  words: setting(
    range,
    {},
    'Fewest (`min`) and most (`max`) words that a postmortem should have, instead of those of the template.',
  ),
  timelineClock: setting(
    choice(['as written', '12-hour', '24-hour']),
    'as written',
    'Clock of the timeline: `12-hour`, `24-hour`, or `as written` for the one that most entries have.',
  ),
  timelineSeparator: setting(
    text,
    '',
    'Mark between the time and the text of a timeline entry, for instance `–` or `:`. When empty, the one that most entries have.',
  ),
  officeHours: setting(
    officeHoursText,
    '',
    'Hours of a clock that runs from Monday to Friday only, for instance `09:00-17:00`: stated durations may be measured by it.',
  ),
};

type Table = typeof settingTable;

/** Every setting, as rules and features read it. One shape for VS Code's settings, `.postmortem.yaml` and the command line. */
export type Settings = {readonly [Name in keyof Table]: Table[Name]['default']};

/** Settings of one source: only those that it sets. */
export type PartialSettings = {readonly [Name in keyof Settings]?: Settings[Name]};

export const defaults: Settings = {
  enable: settingTable.enable.default,
  files: settingTable.files.default,
  exclude: settingTable.exclude.default,
  template: settingTable.template.default,
  templates: settingTable.templates.default,
  rules: settingTable.rules.default,
  requirements: settingTable.requirements.default,
  words: settingTable.words.default,
  timelineClock: settingTable.timelineClock.default,
  timelineSeparator: settingTable.timelineSeparator.default,
  officeHours: settingTable.officeHours.default,
};

export interface ReadSettings {
  readonly settings: PartialSettings;
  readonly problems: readonly SettingProblem[];
}

/** Reads whatever an editor or a file says. Total: what is wrong becomes a problem and is otherwise left out. */
export function readSettings(input: unknown): ReadSettings {
  const problems: SettingProblem[] = [];
  const root = new Place(problems);
  if (isNothing(input)) return {settings: {}, problems};
  if (!isMapping(input)) {
    root.report('Settings must be a mapping of names to values');
    return {settings: {}, problems};
  }
  const names = Object.keys(settingTable);
  const entries = Object.entries(input).flatMap(([name, value]) => {
    if (name === '$schema') return [];
    const place = root.below(name);
    if (!isSettingName(name)) place.rejectKey('setting', names);
    const read = isSettingName(name) && !isNothing(value) ? settingTable[name].kind.read(value, place) : undefined;
    return read === undefined ? [] : [[name, read] as const];
  });
  return {settings: Object.fromEntries(entries) as PartialSettings, problems};
}

/** Settings of `above` win, one by one; mappings (`rules`, `requirements`, `words`) are merged key by key. */
export function mergeSettings(below: Settings, above: PartialSettings): Settings {
  return {
    ...below,
    ...above,
    rules: {...below.rules, ...above.rules},
    requirements: {...below.requirements, ...above.requirements},
    words: {...below.words, ...above.words},
  };
}

/** JSON schema (draft 7) of a configuration file: `schemas/postmortem.schema.json` is made of it. */
export function configurationSchema(): JsonSchema {
  const properties = Object.entries(settingTable).map(([name, {kind, default: fallback, description}]) => [
    name,
    {...kind.schema, default: fallback, markdownDescription: description, description: plain(description)},
  ]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Postmortem configuration',
    type: 'object',
    properties: {$schema: {type: 'string'}, ...Object.fromEntries(properties)},
    additionalProperties: false,
  };
}

function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(settingTable, name);
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
