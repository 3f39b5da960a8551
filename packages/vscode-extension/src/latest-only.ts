/** Makes a function that runs `work`, and runs it once more if it was called meanwhile: never twice at a time. */
export function latestOnly(
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let phase: "idle" | "running" | "called again" = "idle";
  return () => {
    if (phase !== "idle") phase = "called again";
    else void run();
  };

  async function run(): Promise<void> {
    do {
      phase = "running";
      await work().catch(onError);
    } while (wasCalledAgain());
    phase = "idle";
  }

  function wasCalledAgain(): boolean {
    return phase === "called again";
  }
}
