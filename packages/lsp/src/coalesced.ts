/**
 * Makes a function that runs a task when the time has come: once for all calls until then, and never twice at a time. It
 * resolves when what was called for is done, or has failed.
 */
export function coalesced(
  task: () => Promise<void>,
  ready: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let isWaiting = false;
  return call;

  function call(): Promise<void> {
    if (isWaiting) return last;
    isWaiting = true;
    last = runAfter(last);
    return last;
  }

  async function runAfter(before: Promise<void>): Promise<void> {
    await before;
    await ready();
    isWaiting = false;
    try {
      await task();
    } catch (error) {
      onError(error);
    }
  }
}
