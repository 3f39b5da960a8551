import { framed } from "./framed.ts";
import { keystrokesIn } from "./keystrokes.ts";

/** What an editor says to a language server that opens a text and is typed into, so many keys: as bytes on the wire. */
export function typingInto(text: string, keys: number): string {
  const uri = "file:///bench/restreams.yaml";
  const opened = { uri, languageId: "yaml", version: 1, text };
  const changes = keystrokesIn({ text, faults: 0 }, keys).map(({ change }, index) => ({
    method: "textDocument/didChange",
    params: { textDocument: { uri, version: index + 2 }, contentChanges: [change] },
  }));
  const messages: readonly object[] = [
    { id: 0, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
    { method: "initialized", params: {} },
    { method: "textDocument/didOpen", params: { textDocument: opened } },
    ...changes.flatMap((it) => [...PAUSE, it]),
    ...PAUSE,
    { id: 1, method: "shutdown" },
    { method: "exit" },
  ];
  return messages.map(framed).join("");
}

/** So that each key is linted: a server that hears of the next at once leaves out the one before. */
const PAUSE: readonly object[] = Array.from({ length: 20 }, () => ({ method: "$/pause" }));
