import type { BaseLanguageClient } from "vscode-languageclient";

/** What of a client it takes. */
export type Restartable = Pick<BaseLanguageClient, "start" | "stop" | "isRunning" | "needsStop">;

/** Makes a function that ends the server, however it is, and starts another one; whoever calls it meanwhile waits for that. */
export function createRestart(
  client: Restartable,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let current: Promise<void> | undefined;
  return () => {
    current ??= restart().finally(() => {
      current = undefined;
    });
    return current;
  };

  async function restart(): Promise<void> {
    // One that is starting cannot be stopped: the very same promise says when it has started, or failed to.
    if (client.needsStop() && !client.isRunning()) await client.start().catch(onError);
    // One that does not answer is killed, and that counts as an error.
    if (client.isRunning()) await client.stop().catch(onError);
    await client.start();
  }
}
