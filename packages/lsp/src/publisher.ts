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
  const sent = new Map<string, Sent>();
  return { publish, closed: withdraw };

  async function publish(): Promise<void> {
    const found = new Map((await collect()).map((it) => [keyOf(it.uri), it]));
    for (const [key, params] of found) {
      const last = sent.get(key);
      const written = JSON.stringify(params.diagnostics);
      // After an edit, what stayed the same is told as well: clients move what they show along with it, take what they
      // were sent before it for outdated (golang/go#54983), or wait for it (joaotavora/eglot#267).
      if (last?.version === params.version && last?.written === written) continue;
      sent.set(key, { uri: params.uri, version: params.version, written });
      send(params);
    }
    // What is open, and no document any more.
    for (const { uri } of sent.values()) if (!found.has(keyOf(uri))) withdraw(uri);
  }

  function withdraw(uri: string): void {
    if (sent.delete(keyOf(uri))) send({ uri, diagnostics: [] });
  }
}

interface Sent {
  readonly uri: string;
  readonly version: number | undefined;
  readonly written: string;
}
