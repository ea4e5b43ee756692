import type {WordRange} from '../model/template.ts';
import type {Span} from '../model/text.ts';
import {nestedTooDeeply, parseYaml} from '../model/yaml.ts';
import {type YamlProblem, YamlTree} from '../model/yaml-tree.ts';
import {
  choice,
  closest,
  flag,
  isMapping,
  isNothing,
  type JsonSchema,
  type Kind,
  listOf,
  mapOf,
  Place,
  range,
  type SettingProblem,
  text,
} from '../setting-kinds.ts';

/** A mistake in a template file. */
export type TemplateProblem = YamlProblem;

/** What front matter says about a template. */
export interface TemplateDetails {
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly words?: WordRange;
  readonly order?: 'fixed' | 'free';
  /** By the heading's text, or the section's id. */
  readonly sections?: Readonly<Record<string, SectionDetails>>;
}

export interface SectionDetails {
  readonly id?: string;
  readonly aliases?: readonly string[];
  readonly parts?: readonly string[];
  readonly presence?: 'required' | 'optional';
  readonly oneOf?: string;
  readonly repeatable?: boolean;
  readonly words?: WordRange;
  readonly columns?: readonly string[];
  readonly kind?: 'prose' | 'timeline' | 'actions';
  /** By name. */
  readonly requirements?: Readonly<Record<string, RequirementDetails>>;
}

export interface RequirementDetails {
  readonly question?: string;
  readonly example?: string;
  readonly evidence?: string;
  readonly phrases?: readonly string[];
  readonly negations?: readonly string[];
}

/** The YAML of a template file and, for each mistake and each key, its place. Total. */
export class FrontMatter {
  readonly details: TemplateDetails;
  readonly problems: TemplateProblem[] = [];
  readonly #tree: YamlTree;
  readonly #start: number;

  /** @param start offset of the YAML in its file: spans are offsets into the file. */
  constructor(yaml: string, start: number) {
    const document = parseYaml(yaml);
    this.#start = start;
    this.#tree = new YamlTree(document?.contents ?? null, {start: 0, end: yaml.length});
    if (!document) this.report({start: 0, end: yaml.length}, nestedTooDeeply);
    const errors = document?.errors ?? [];
    for (const {pos, message} of errors) this.report({start: pos[0], end: pos[1]}, message);
    for (const {span, message} of this.#tree.problems) this.report(span, message);
    this.details = errors.length > 0 ? {} : this.#read();
  }

  /** Reports a mistake at the key that ends the path, or at its value. */
  reject(path: readonly string[], at: 'key' | 'value', message: string): void {
    this.report(this.#tree.span(path, at), message);
  }

  report({start, end}: Span, message: string): void {
    this.problems.push({span: {start: start + this.#start, end: end + this.#start}, message});
  }

  #read(): TemplateDetails {
    const mistakes: SettingProblem[] = [];
    const details = templateKind.read(this.#tree.value ?? {}, new Place(mistakes)) ?? {};
    for (const {path, at, message} of mistakes) this.reject(path, at, message);
    return details;
  }
}

interface Field<T> {
  readonly kind: Kind<T>;
  /** For the schema, completion and hover. */
  readonly description: string;
}

type Fields<T> = {readonly [Name in keyof T]-?: Field<NonNullable<T[Name]>>};

/** @param strict is every other key a mistake, or only one that looks like a slip of the pen? */
function record<T extends object>(what: string, fields: Fields<T>, strict: boolean): Kind<T> {
  const names = Object.keys(fields);
  const fieldOf = (key: string): Field<unknown> | undefined =>
    Object.hasOwn(fields, key) ? fields[key as keyof T] : undefined;
  return {
    get schema() {
      const properties = Object.entries<Field<unknown>>(fields);
      return {
        type: 'object',
        properties: Object.fromEntries(
          properties.map(([name, {kind, description}]) => [name, {...kind.schema, description}]),
        ),
        ...(strict ? {additionalProperties: false} : {}),
      };
    },
    read(value, place) {
      if (isNothing(value)) return {} as T;
      if (!isMapping(value)) return place.reject('a mapping of names to values', value);
      const entries = Object.entries(value).flatMap(([key, item]) => {
        const here = place.below(key);
        const field = fieldOf(key);
        if (!field && (strict || closest(key, names) !== undefined)) here.rejectKey(what, names);
        const read = isNothing(item) ? undefined : field?.kind.read(item, here);
        return read === undefined ? [] : [[key, read] as const];
      });
      return Object.fromEntries(entries) as T;
    },
  };
}

const requirementKind = record<RequirementDetails>(
  'requirement key',
  {
    question: {kind: text, description: 'What the author is asked, in one line.'},
    example: {kind: text, description: 'A good answer.'},
    evidence: {
      kind: text,
      description:
        'How the answer is found, for instance duration, time-zone, impact, affected-share, cause or tasks. Without it, by the phrases.',
    },
    phrases: {kind: listOf(text), description: 'Words of which the section must have one.'},
    negations: {kind: listOf(text), description: 'Words that undo a phrase nearby.'},
  },
  true,
);

const sectionKind = record<SectionDetails>(
  'section key',
  {
    id: {kind: text, description: 'Stable identifier; by default made of the heading.'},
    aliases: {kind: listOf(text), description: 'Other titles that mean this section.'},
    parts: {kind: listOf(text), description: 'Titles that stand for this section when all of them are there.'},
    presence: {
      kind: choice(['required', 'optional']),
      description:
        'Must the section be there? By default the outermost sections must, unless their heading ends with "(optional)".',
    },
    oneOf: {kind: text, description: 'Of the sections with the same name here, one is enough.'},
    repeatable: {kind: flag, description: 'May the section occur more than once?'},
    words: {kind: range, description: 'Fewest and most words of the section.'},
    columns: {kind: listOf(text), description: 'Titles of the columns that a table in this section must have.'},
    kind: {
      kind: choice(['prose', 'timeline', 'actions']),
      description: 'How the section is read; by default guessed from its heading.',
    },
    requirements: {
      kind: mapOf(requirementKind, 'requirement'),
      description: 'What the section must say, each by a name.',
    },
  },
  true,
);

/** Other tools keep their keys in front matter too, so unknown ones are let be at the top. */
const templateKind = record<TemplateDetails>(
  'template key',
  {
    id: {kind: text, description: 'Stable identifier; by default the name of the file.'},
    name: {kind: text, description: 'Name in menus; by default made of the name of the file.'},
    description: {kind: text, description: 'One line for menus.'},
    words: {kind: range, description: 'Fewest and most words of the whole document.'},
    order: {
      kind: choice(['fixed', 'free']),
      description: 'Must the sections stand in the order of the template? By default they must.',
    },
    sections: {
      kind: mapOf(sectionKind, 'section'),
      description: 'What headings cannot say, by the text of the heading or the id of the section.',
    },
  },
  false,
);

/** JSON schema (draft 7) of a template's front matter: `schemas/template.schema.json` is made of it. */
export function templateSchema(): JsonSchema {
  return {$schema: 'http://json-schema.org/draft-07/schema#', title: 'Postmortem template', ...templateKind.schema};
}
