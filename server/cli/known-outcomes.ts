import type * as Crypto from 'node:crypto';
import {createRequire} from 'node:module';
import type {CacheFolder} from './cache-folder.ts';
import type {Outcome} from './outcome.ts';

/** Of outcomes that the last run had no use for, so many are kept. UTF-16 units. */
const mostUnused = 900_000;

/** When there are more than so many, the rest is not kept. UTF-16 units. */
const most = 25_000_000;

/** Length of a digest in base 64. */
const keyLength = 43;

/**
 * What came out for texts in earlier runs, in one file: it is read at the beginning and written at the end. Of two runs at the same
 * time the last to end wins, and the other's outcomes are found out again.
 */
export class KnownOutcomes {
  readonly #folder: CacheFolder;
  readonly #name: string;
  /** JSON by key, in lines as they are written: `KEY {…}`. */
  readonly #lines = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #context: string;
  #hasNew = false;

  /** @param context all that besides a file's own key decides what comes out and is printed */
  constructor(folder: CacheFolder, context: readonly string[]) {
    this.#folder = folder;
    this.#context = JSON.stringify(context);
    this.#name = `found-${shortHash(this.#context)}`;
    const [first, ...lines] = (folder.read(this.#name)?.toString() ?? '').split('\n');
    if (first === this.#context) for (const line of lines) this.#lines.set(line.slice(0, keyLength), line);
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  get(key: string): Outcome | undefined {
    const line = this.#lines.get(key);
    if (line === undefined) return undefined;
    this.#used.add(key);
    return JSON.parse(line.slice(keyLength));
  }

  set(key: string, outcome: Outcome): void {
    this.#lines.set(key, `${key} ${JSON.stringify(outcome)}`);
    this.#used.add(key);
    this.#hasNew = true;
  }

  keep(): void {
    if (!this.#hasNew) return;
    const unused = [...this.#lines].filter(([key]) => !this.#used.has(key)).map(([, line]) => line);
    const used = [...this.#used].map(key => this.#lines.get(key) ?? '');
    const lines = [this.#context, ...upTo(most, used), ...upTo(mostUnused, unused)];
    this.#folder.write(this.#name, Buffer.from(lines.join('\n')));
  }
}

/** @returns digest of all the parts; nobody finds other parts with the same one */
export function keyOf(parts: readonly string[]): string {
  // Loaded here, for it takes as long as a sixth of Node's own start.
  const {createHash}: typeof Crypto = createRequire(__filename)('node:crypto');
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} ${part}`);
  return hash.digest('base64url');
}

function upTo(length: number, lines: readonly string[]): string[] {
  let rest = length;
  return lines.filter(line => {
    rest -= line.length;
    return rest >= 0;
  });
}

/** Tells most texts from each other: whoever finds two with the same hash has gained nothing, for the text itself is compared. */
function shortHash(text: string): string {
  let [one, other] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other, 31) + text.charCodeAt(at);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
