import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from "vscode-languageserver/browser";
import { NO_FILES } from "./host.ts";
import { startServer } from "./server.ts";
import { TERSE } from "./terse-console.ts";

/** Serves the page that started this web worker, by messages between the two; it sees what is open there, and what the page reads for it. */
export function serve(version: string): void {
  // The global object of a worker is the port to its page.
  const [reader, writer] = [
    new BrowserMessageReader(globalThis),
    new BrowserMessageWriter(globalThis),
  ];
  startServer(createConnection(TERSE, reader, writer), NO_FILES, version);
}
