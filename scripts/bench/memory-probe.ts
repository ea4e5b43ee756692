/**
 * Loaded before a server (`node --expose-gc --require`): says how much memory it uses whenever it is asked over the channel that
 * the parent process has opened.
 */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
