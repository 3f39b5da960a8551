import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { keyOf } from "./uris.ts";

/** What there is to say of each open restream document and settings file. */
export type Collect = () => Promise<readonly PublishDiagnosticsParams[]>;

/** Makes the function that sends what is new to a client that cannot ask for diagnostics. */
export function createPublisher(
  collect: Collect,
  send: (params: PublishDiagnosticsParams) => void,
): () => Promise<void> {
  /** What was sent last of each text. */
  const sent = new Map<string, PublishDiagnosticsParams>();
  return async () => {
    const found = new Map((await collect()).map((it) => [keyOf(it.uri), it]));
    for (const [key, params] of found) {
      const last = sent.get(key);
      // A client moves what it shows along with an edit, so a new version is told even of what stayed the same.
      if (last?.version === params.version && isSame(last?.diagnostics, params.diagnostics))
        continue;
      sent.set(key, params);
      send(params);
    }
    for (const [key, { uri }] of sent) {
      if (found.has(key)) continue;
      sent.delete(key);
      send({ uri, diagnostics: [] });
    }
  };
}

function isSame(a: readonly Diagnostic[] | undefined, b: readonly Diagnostic[]): boolean {
  return a?.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
