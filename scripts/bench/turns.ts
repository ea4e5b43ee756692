import {setTimeout as wait} from 'node:timers/promises';
import {median} from './samples.ts';
import {type Server, startTypist, type Typist} from './typist.ts';

export interface Turns {
  /** Milliseconds of each keystroke. */
  readonly samples: readonly number[];
  /** Milliseconds that processors work for the server for each of them. */
  readonly processor?: number;
  /** Why there are none. */
  readonly failure?: string;
}

export interface Limits {
  /** Seconds that all servers together may take, warming up aside; each has three turns at least. */
  readonly seconds: number;
  /** UTF-16 offset up to which is typed. */
  readonly until?: number;
  /** Milliseconds between an answer and the next keystroke; none: the next one follows at once. */
  readonly pause?: number;
  /** Keystrokes before those that are measured; some hundred where nothing is said. */
  readonly after?: number;
}

interface Seat {
  readonly server: Server;
  readonly pause: number;
  typist?: Typist;
  readonly samples: number[];
  /** Milliseconds that processors have worked in its turns. */
  processor: number;
  failure?: string;
  /** Milliseconds of one keystroke, roughly. */
  typical: number;
}

/** Letters, blanks and a line break: the last changes what the lines are. */
const phrase = 'we looked at all\ngraphs again ';
const warmUp = {keystrokes: 400, milliseconds: 4000, each: 10};
const fewestRounds = 3;
const mostRounds = 20;
/** Milliseconds of one turn: a slow server types fewer letters in it, but two at least. */
const turn = 600;

/** Types the same in front of each server. They take turns, so that the machine's moods fall on all of them. */
export async function takeTurns(servers: readonly Server[], text: string, limits: Limits): Promise<Turns[]> {
  const seats: Seat[] = servers.map(server => ({
    server,
    pause: limits.pause ?? 0,
    samples: [],
    processor: 0,
    typical: 0,
  }));
  const places = placesToType(text, limits.until ?? text.length);
  try {
    for (const seat of seats)
      await attempt(seat, () => sitDown(seat, text, places[0] ?? 0, limits.after ?? warmUp.keystrokes));
    const end = performance.now() + limits.seconds * 1000;
    for (let round = 0; round < mostRounds && (round < fewestRounds || performance.now() < end); round++) {
      const place = places[(round * 7919) % places.length] ?? 0;
      for (const seat of seats) await attempt(seat, () => takeTurn(seat, place));
    }
  } finally {
    for (const {typist} of seats) typist?.stop();
  }
  return seats.map(({samples, processor, failure}) =>
    failure === undefined ? {samples, processor: processor / samples.length} : {samples: [], failure},
  );
}

async function attempt(seat: Seat, act: () => Promise<void>): Promise<void> {
  if (seat.failure !== undefined) return;
  try {
    await act();
  } catch (error) {
    seat.failure = error instanceof Error ? error.message : String(error);
    seat.typist?.stop();
    console.error(`${seat.server.name}: ${seat.failure}`);
  }
}

async function sitDown(seat: Seat, text: string, place: number, keystrokes: number): Promise<void> {
  const typist = await startTypist(seat.server, text);
  seat.typist = typist;
  await typist.open();
  const samples: number[] = [];
  const end = performance.now() + Math.max(warmUp.milliseconds, warmUp.each * keystrokes);
  do samples.push(...(await typeAndTakeBack(seat, typist, place, samples.length === 0 ? 1 : phrase.length)));
  while (samples.length < keystrokes && performance.now() + 2 * phrase.length * (median(samples) + seat.pause) < end);
  seat.typical = median(samples);
}

async function takeTurn(seat: Seat, place: number): Promise<void> {
  const {typist, samples, typical} = seat;
  if (!typist) return;
  const before = typist.processorTime() ?? Number.NaN;
  const letters = Math.min(phrase.length, Math.max(1, Math.floor(turn / (2 * typical))));
  samples.push(...(await typeAndTakeBack(seat, typist, place, letters)));
  seat.processor += (typist.processorTime() ?? Number.NaN) - before;
}

/** @returns milliseconds of each keystroke, two for each letter */
async function typeAndTakeBack({pause}: Seat, typist: Typist, place: number, letters: number): Promise<number[]> {
  const samples: number[] = [];
  const type = async (index: number, text: string) => {
    samples.push(await typist.type(place + index, text));
    if (pause > 0) await wait(pause);
  };
  for (let index = 0; index < letters; index++) await type(index, phrase.charAt(index));
  for (let index = letters - 1; index >= 0; index--) await type(index, '');
  return samples;
}

/** Offsets before a word. */
function placesToType(text: string, until: number): number[] {
  return [...text.slice(0, until).matchAll(/[a-z] (?=[a-z])/g)].map(({index}) => index + 2);
}
