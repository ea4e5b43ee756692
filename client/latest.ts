/**
 * Runs a task for the newest state of something that changes fast. A call while the task runs aborts that run, and the task
 * runs again as soon as it has ended: never two at a time, never a queue, no waiting when idle.
 *
 * @param task must end soon after its signal is aborted, and show nothing then; what it throws is dropped
 */
export function latest(task: (signal: AbortSignal) => Promise<void>): () => void {
  let running: AbortController | undefined;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      running = new AbortController();
      await task(running.signal).catch(() => undefined);
    } while (again);
    running = undefined;
  }

  return () => {
    if (!running) {
      void run();
      return;
    }
    again = true;
    running.abort();
  };
}
