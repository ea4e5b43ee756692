import type {Line, Reading} from '../reading.ts';

/**
 * A stretch of a document that was read by itself. Stretches cover all of it but front matter, in order, and each begins a block of its
 * own. Its `piece` is the same object in every version of the document in which its text stands unchanged, wherever it stands: what
 * follows from the piece alone can be remembered by it.
 */
export interface Stretch {
  /** Prose and lines, offsets and line numbers counted from the beginning of the stretch. */
  readonly piece: {readonly prose: string; readonly lines: readonly Line[]};
  readonly start: number;
  /** 0-based line of the document. */
  readonly firstLine: number;
}

const stretches = new WeakMap<readonly Line[], readonly Stretch[]>();

/** Notes of what the document with these lines was put together. */
export function keepStretches(lines: readonly Line[], made: readonly Stretch[]): void {
  stretches.set(lines, made);
}

/** The stretches of a document that was read; one for all of it where nothing is known of them. */
export function stretchesOf(reading: Pick<Reading, 'prose' | 'lines'>): readonly Stretch[] {
  return stretches.get(reading.lines) ?? [{piece: reading, start: 0, firstLine: 0}];
}
