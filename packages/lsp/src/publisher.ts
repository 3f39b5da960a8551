import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { keyOf } from "./uris.ts";

/** What there is to say of each open restream document and settings file. */
export type Collect = () => Promise<readonly PublishDiagnosticsParams[]>;

/** Sends diagnostics to a client that cannot ask for them. */
export interface Publisher {
  /** Sends what is new. */
  readonly publish: () => Promise<void>;
  /** A text was closed: whatever was said of it holds no more, even if it is opened again as it was. */
  readonly closed: (uri: string) => void;
}

/** Makes the publisher. */
export function createPublisher(
  collect: Collect,
  send: (params: PublishDiagnosticsParams) => void,
): Publisher {
  /** What was sent last of each text. */
  const sent = new Map<string, PublishDiagnosticsParams>();
  return { publish, closed: withdraw };

  async function publish(): Promise<void> {
    const found = new Map((await collect()).map((it) => [keyOf(it.uri), it]));
    for (const [key, params] of found) {
      const last = sent.get(key);
      // After an edit, what stayed the same is told as well: clients move what they show along with it, take what they
      // were sent before it for outdated (golang/go#54983), or wait for it (joaotavora/eglot#267).
      if (last && isSame(last, params)) continue;
      sent.set(key, params);
      send(params);
    }
    // What is open, and no document any more.
    for (const { uri } of sent.values()) if (!found.has(keyOf(uri))) withdraw(uri);
  }

  function withdraw(uri: string): void {
    if (sent.delete(keyOf(uri))) send({ uri, diagnostics: [] });
  }
}

/** Whether the same was said of the same version. Others need no comparing, which takes as long as to write them. */
function isSame(one: PublishDiagnosticsParams, other: PublishDiagnosticsParams): boolean {
  return (
    one.version === other.version &&
    JSON.stringify(one.diagnostics) === JSON.stringify(other.diagnostics)
  );
}
