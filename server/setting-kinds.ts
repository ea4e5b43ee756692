/** Kinds of values that settings have: each knows its JSON schema and reads unknown input without ever throwing. */

import {flawOf} from './globs.ts';

/** JSON schema (draft 7), as far as settings need it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What is wrong with a value, and under which keys it stands, outermost first. */
export interface SettingProblem {
  readonly path: readonly string[];
  /** Is the key itself the mistake, or what it holds? */
  readonly at: 'key' | 'value';
  /** One sentence. */
  readonly message: string;
}

export interface Kind<T> {
  readonly schema: JsonSchema;
  /** @returns `undefined` for what was reported as a problem; parts of a list or mapping that are wrong are left out. */
  read(value: unknown, place: Place): T | undefined;
}

/** So many mistakes are told of: who has more mends these first, and to find and show thousands takes seconds. */
export const mostProblems = 100;

export const moreProblems = `Only the first ${mostProblems} mistakes are shown`;

/** Where in the input a value stands; collects problems. */
export class Place {
  readonly path: readonly string[];
  readonly #problems: SettingProblem[];

  constructor(problems: SettingProblem[], path: readonly string[] = []) {
    this.#problems = problems;
    this.path = path;
  }

  below(key: string): Place {
    return new Place(this.#problems, [...this.path, key]);
  }

  reject(expected: string, value: unknown): undefined {
    this.#report('value', `'${this.path.join('.')}' must be ${expected}, not ${shown(value)}`);
  }

  report(message: string): undefined {
    this.#report('value', message);
  }

  /** @param what the key names: `setting`, `rule`. */
  rejectKey(what: string, known: readonly string[]): undefined {
    if (this.#problems.length > mostProblems) return;
    const key = this.path.at(-1) ?? '';
    const meant = closest(key, known);
    this.#report('key', `Unknown ${what} '${key}'${meant === undefined ? '' : `; did you mean '${meant}'?`}`);
  }

  #report(at: SettingProblem['at'], message: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push({path: this.path, at, message});
    else if (this.#problems.length === mostProblems)
      this.#problems.push({path: [], at: 'value', message: moreProblems});
  }
}

export const flag: Kind<boolean> = {
  schema: {type: 'boolean'},
  read: (value, place) => (typeof value === 'boolean' ? value : place.reject('true or false', value)),
};

export const text: Kind<string> = {
  schema: {type: 'string'},
  read: (value, place) => (typeof value === 'string' ? value : place.reject('text', value)),
};

const count: Kind<number> = {
  schema: {type: 'integer', minimum: 0},
  read: (value, place) =>
    Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : place.reject('a whole number', value),
};

export function choice<T extends string>(choices: readonly T[]): Kind<T> {
  return {
    schema: {type: 'string', enum: choices},
    read: (value, place) => choices.find(each => each === value) ?? place.reject(`one of ${choices.join(', ')}`, value),
  };
}

export function listOf<T>(kind: Kind<T>): Kind<readonly T[]> {
  return {
    schema: {type: 'array', items: kind.schema},
    read(value, place) {
      if (!Array.isArray(value)) return place.reject('a list', value);
      return value.flatMap((item, index) => kind.read(item, place.below(String(index))) ?? []);
    },
  };
}

const glob: Kind<string> = {
  schema: text.schema,
  read(value, place) {
    const read = text.read(value, place);
    const flaw = read === undefined ? undefined : flawOf(read);
    return flaw === undefined ? read : place.report(`'${place.path.join('.')}': the glob ${shown(read)} ${flaw}`);
  },
};

/** Those that are wrong are left out; where none is left, as if there were no list: it would switch off what it was to say. */
export const globs: Kind<readonly string[]> = {
  schema: {type: 'array', items: glob.schema},
  read(value, place) {
    const read = listOf(glob).read(value, place);
    return read?.length === 0 && Array.isArray(value) && value.length > 0 ? undefined : read;
  },
};

/** @param keys which may stand in the mapping, with a line on each for the schema; `undefined` for any. */
export function mapOf<T>(
  kind: Kind<T>,
  what: string,
  keys?: () => Readonly<Record<string, string>>,
): Kind<Readonly<Record<string, T>>> {
  return {
    get schema() {
      if (!keys) return {type: 'object', additionalProperties: kind.schema};
      const properties = Object.entries(keys()).map(([key, description]) => [key, {...kind.schema, description}]);
      return {type: 'object', properties: Object.fromEntries(properties), additionalProperties: false};
    },
    read(value, place) {
      if (!isMapping(value)) return place.reject('a mapping of names to values', value);
      const known = keys && Object.keys(keys());
      const entries = Object.entries(value).flatMap(([key, item]) => {
        const here = place.below(key);
        const isKnown = !known || known.includes(key);
        if (!isKnown) here.rejectKey(what, known);
        const read = !isKnown || isNothing(item) ? undefined : kind.read(item, here);
        return read === undefined ? [] : [[key, read] as const];
      });
      return Object.fromEntries(entries);
    },
  };
}

/** A lower and an upper bound, each of which may be left out. */
export const range: Kind<{readonly min?: number; readonly max?: number}> = {
  schema: {type: 'object', properties: {min: count.schema, max: count.schema}, additionalProperties: false},
  read(value, place) {
    const bounds = mapOf(count, 'key', () => ({min: '', max: ''})).read(value, place);
    if (bounds === undefined) return undefined;
    const {min, max} = bounds as {min?: number; max?: number};
    if (min === undefined || max === undefined || min <= max) return bounds;
    return place.report(`'${place.path.join('.')}': the minimum (${min}) is greater than the maximum (${max})`);
  },
};

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Editors send `null` for settings that are not set; in YAML a key without a value is `null`. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a mapping';
  const text = String(value);
  return typeof value === 'string' ? `'${text.length > 40 ? `${text.slice(0, 40)}…` : text}'` : text;
}

/** The known word that is at most a third of the key's length away from it, if there is one. */
export function closest(key: string, known: readonly string[]): string | undefined {
  const near = known.map(word => ({word, distance: distance(key.slice(0, 60).toLowerCase(), word.toLowerCase())}));
  near.sort((a, b) => a.distance - b.distance);
  const best = near[0];
  return best && best.distance <= Math.max(1, best.word.length / 3) ? best.word : undefined;
}

/** Levenshtein's: how many characters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
