/**
 * Globs as editors know them: `*` and `?` within a name, `**` across folders, `[a-z]`, `[!a-z]`, `{a,b}`. Letter case is ignored.
 * They come from strangers' repositories, so they are matched in time proportional to pattern × path, never by a backtracking
 * regular expression.
 */

/** Longer patterns match nothing. UTF-16 characters. */
const longest = 1000;

type Matcher = (path: string) => boolean;

/** The same few lists are asked about every file. */
const made = new WeakMap<readonly string[], Matcher>();

/** @returns tells of a path with slashes whether one of the globs matches the whole of it */
export function matcher(globs: readonly string[]): Matcher {
  const known = made.get(globs) ?? makeMatcher(globs);
  made.set(globs, known);
  return known;
}

/** Why a glob cannot mean what it says, for instance "has a '[' that is not closed"; `undefined` where nothing is wrong with it. */
export function flawOf(glob: string): string | undefined {
  if (glob.trim() === '') return 'is empty';
  if (glob.length > longest) return `has more than ${longest} characters`;
  const {unclosed} = new Compiler(glob);
  return unclosed && `has a '${unclosed}' that is not closed`;
}

function makeMatcher(globs: readonly string[]): Matcher {
  const machines = globs.filter(glob => glob.length <= longest).map(compile);
  return path => {
    const lower = path.toLowerCase();
    return machines.some(machine => accepts(machine, lower));
  };
}

/** A state either takes one character and goes to the next state, or goes on to others without taking any. */
type State = {readonly takes: (character: string) => boolean} | {readonly to: number[]};

function compile(glob: string): readonly State[] {
  return new Compiler(glob.toLowerCase().replace(/^\.?\//, '')).states;
}

class Compiler {
  readonly states: State[] = [];
  /** The first bracket without its other half. It stands for itself. */
  unclosed: '[' | '{' | undefined;
  readonly #glob: string;
  #at = 0;

  constructor(glob: string) {
    this.#glob = glob;
    this.#sequence(0);
  }

  /** Up to the end, or to the `,` or `}` of the group that it stands in. */
  #sequence(depth: number): void {
    while (this.#at < this.#glob.length) {
      const character = this.#glob[this.#at] ?? '';
      if (depth > 0 && (character === ',' || character === '}')) return;
      if (this.#startsTail()) this.#tail();
      else if (character === '*') this.#star();
      else if (character === '{' && this.#closes('{', '}')) this.#group(depth + 1);
      else if (character === '[' && this.#closes('[', ']')) this.#class();
      else {
        if (character === '[' || character === '{') this.unclosed ??= character;
        this.#single(character);
      }
    }
  }

  #single(character: string): void {
    this.#at++;
    const escaped = character === '\\' && this.#at < this.#glob.length ? this.#glob[this.#at++] : undefined;
    if (escaped !== undefined) this.#take(taken => taken === escaped);
    else if (character === '?') this.#take(taken => taken !== '/');
    else this.#take(taken => taken === character);
  }

  #star(): void {
    const start = this.#at;
    while (this.#glob[this.#at] === '*') this.#at++;
    const after = this.#glob[this.#at];
    const across = this.#at - start > 1 && isIn('/{,', this.#glob[start - 1]) && isIn('/,}', after);
    if (across && after === '/') this.#folders();
    else this.#repeat(taken => across || taken !== '/');
  }

  /** The `/` after `**`: any number of folders, each with its slash; it may be none. */
  #folders(): void {
    this.#at++;
    const skip = this.#fork();
    this.#repeat(() => true);
    this.#take(taken => taken === '/');
    skip.push(this.states.length);
  }

  /** At the `/` of a `/**` with nothing after it? */
  #startsTail(): boolean {
    return this.#glob.startsWith('/**', this.#at) && isIn(',}', this.#glob[this.#at + 3]);
  }

  /** A folder matches its own `folder/**`. */
  #tail(): void {
    this.#at += 3;
    const skip = this.#fork();
    this.#take(taken => taken === '/');
    this.#repeat(() => true);
    skip.push(this.states.length);
  }

  #group(depth: number): void {
    const alternatives = this.#fork();
    alternatives.length = 0;
    const ends: number[][] = [];
    do {
      this.#at++;
      alternatives.push(this.states.length);
      this.#sequence(depth);
      const end: number[] = [];
      this.states.push({to: end});
      ends.push(end);
    } while (this.#glob[this.#at] === ',');
    this.#at++;
    for (const end of ends) end.push(this.states.length);
  }

  #class(): void {
    const end = this.#glob.indexOf(']', this.#at + 2);
    const negated = '!^'.includes(this.#glob[this.#at + 1] ?? ' ');
    const members = this.#glob.slice(this.#at + (negated ? 2 : 1), end);
    this.#at = end + 1;
    this.#take(taken => taken !== '/' && isMember(taken, members) !== negated);
  }

  #closes(open: string, close: string): boolean {
    if (open === '[') return this.#glob.indexOf(close, this.#at + 2) > 0;
    let depth = 0;
    for (let at = this.#at; at < this.#glob.length; at++) {
      if (this.#glob[at] === open) depth++;
      if (this.#glob[at] === close && --depth === 0) return true;
    }
    return false;
  }

  #take(takes: (character: string) => boolean): void {
    this.states.push({takes});
  }

  /** Any number of characters, also none. */
  #repeat(takes: (character: string) => boolean): void {
    const loop = this.states.length;
    this.states.push({to: [loop + 1, loop + 3]}, {takes}, {to: [loop]});
  }

  /** A state that leads to the next one, and to whatever the caller adds. */
  #fork(): number[] {
    const to = [this.states.length + 1];
    this.states.push({to});
    return to;
  }
}

/** Also true at either end of the pattern. */
function isIn(edges: string, character: string | undefined): boolean {
  return character === undefined || edges.includes(character);
}

function isMember(character: string, members: string): boolean {
  for (let at = 0; at < members.length; at++) {
    const first = members[at] ?? '';
    const last = members[at + 1] === '-' ? members[at + 2] : undefined;
    if (last === undefined ? character === first : first <= character && character <= last) return true;
    if (last !== undefined) at += 2;
  }
  return false;
}

function accepts(states: readonly State[], path: string): boolean {
  const reached: number[] = new Array(states.length + 1).fill(0);
  let time = 1;
  let active = reach(states, 0, time, reached);
  for (const character of path) {
    time++;
    const next: number[] = [];
    for (const index of active) {
      const state = states[index];
      if (state && 'takes' in state && state.takes(character)) next.push(...reach(states, index + 1, time, reached));
    }
    if (next.length === 0) return false;
    active = next;
  }
  return reached[states.length] === time;
}

/**
 * @param time counts the characters taken so far
 * @param reached by state, when it was reached last
 * @returns every state that one leads to without a character taken, but for those that are reached already; the one after the last is the
 *   end of the pattern
 */
function reach(states: readonly State[], from: number, time: number, reached: number[]): number[] {
  const news: number[] = [];
  const open = [from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached[index] === time) continue;
    reached[index] = time;
    news.push(index);
    const state = states[index];
    if (state && 'to' in state) open.push(...state.to);
  }
  return news;
}
