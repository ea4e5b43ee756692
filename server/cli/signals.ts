/** Signals that ask the process to end, and the exit code of one that does: 128 and the signal's number. */
const codes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

let isDeferred = false;

/**
 * From now on a signal ends the process between two steps of its work, not within one: what is being written is written whole, and no
 * draft is left of it. No step takes long.
 */
export function endBetweenSteps(): void {
  if (isDeferred) return;
  isDeferred = true;
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => process.exit(code));
}

/** Lets signals through that came while something was being done. */
export function betweenSteps(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve));
}
