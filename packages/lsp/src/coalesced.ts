/** Makes a function that runs a task when the time has come: once for all calls until then, and never twice at a time. */
export function coalesced(
  task: () => Promise<void>,
  ready: () => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let state: "idle" | "waiting" | "running" | "again" = "idle";
  return call;

  function call(): void {
    if (state === "running") state = "again";
    if (state !== "idle") return;
    state = "waiting";
    void ready().then(run);
  }

  async function run(): Promise<void> {
    state = "running";
    try {
      await task();
    } catch (error) {
      onError(error);
    }
    const isDue = isCalledAgain();
    state = "idle";
    if (isDue) call();
  }

  /** A function, for the compiler cannot know that the state changes while the task runs. */
  function isCalledAgain(): boolean {
    return state === "again";
  }
}
