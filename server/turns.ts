import {type CancellationToken, LSPErrorCodes, ResponseError} from 'vscode-languageserver';
import type {Steps} from './model/steps.ts';

/** After so many milliseconds, at the end of a step, other messages have their turn. */
export const turn = 10;

/** Works for a turn, or until all is done. */
export function workForATurn<Made>(steps: Steps<Made>): IteratorResult<undefined, Made> {
  const end = performance.now() + turn;
  let step = steps.next();
  while (!step.done && performance.now() < end) step = steps.next();
  return step;
}

/**
 * Does all of the work; between two turns of it, messages that came in have theirs.
 *
 * @throws {ResponseError} where the request was taken back meanwhile
 */
export async function workInTurns<Made>(steps: Steps<Made>, token: CancellationToken): Promise<Made> {
  for (;;) {
    const step = workForATurn(steps);
    if (step.done) return step.value;
    await nextTurn();
    stopIfCancelled(token);
  }
}

let last = Promise.resolve();

/**
 * Resolves when whoever waits may work for another turn: after all who waited before, and after a message behind each of them. So a
 * message waits for one turn, however many documents are worked on.
 */
export function nextTurn(): Promise<void> {
  last = last.then(nextMessage);
  return last;
}

/** Resolves after the next message that has come in by now had its turn: the connection handles one in each turn of the event loop. */
export async function nextMessage(): Promise<void> {
  await nextRound();
  await nextRound();
}

function nextRound(): Promise<void> {
  return new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** @throws {ResponseError} with LSP's code for it, where the request was taken back */
export function stopIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested) throw cancelled();
}

/**
 * Waits for what is promised as long as somebody wants to know.
 *
 * @throws {ResponseError} as soon as the request is taken back
 */
export async function unlessCancelled<Made>(promised: Promise<Made>, token?: CancellationToken): Promise<Made> {
  if (!token) return promised;
  stopIfCancelled(token);
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()));
    promised.then(resolve, reject).finally(() => listening.dispose());
  });
}

/**
 * Waits for what others promise so many milliseconds at most.
 *
 * @param late is given what comes later
 * @returns `undefined` where nothing has come by then
 */
export function inTime<Made>(
  promised: Promise<Made>,
  milliseconds: number,
  late: (made: Made) => void,
): Promise<Made | undefined> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const clock = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, milliseconds);
    const came = (made: Made) => (isLate ? late(made) : resolve(made));
    promised.then(came, reject).finally(() => clearTimeout(clock));
  });
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
