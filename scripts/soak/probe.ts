import {readdirSync} from 'node:fs';

/** What a process holds: bytes after garbage was collected, and how much is open. */
export interface Holdings {
  readonly heap: number;
  readonly resident: number;
  /** Open files, pipes and sockets; 0 where the system does not say. */
  readonly files: number;
  /** Timers, watchers and the like that keep the process alive. */
  readonly resources: number;
}

/** Loaded before the server (`node --expose-gc --import`): tells over the parent's channel what the process holds. */
process.on('message', () => {
  globalThis.gc?.();
  const {heapUsed, rss} = process.memoryUsage();
  const holdings: Holdings = {
    heap: heapUsed,
    resident: rss,
    files: filesOpen(),
    resources: process.getActiveResourcesInfo().length,
  };
  process.send?.(holdings);
});

function filesOpen(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
