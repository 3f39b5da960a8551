import { type ExtensionContext, Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
} from "vscode-languageclient/browser";
import { CLIENT_ID, type Running, startExtension } from "./extension.ts";

// The entry point in a browser, where there is no Node.

let running: Running | undefined;
let worker: Worker | undefined;

/** Starts the language server in a web worker: a script of this extension. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "worker.js").toString(true);
  // A restarted server takes a new worker. VS Code's own `Worker` is none that the library would know.
  const createTransports = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = startExtension(context, {
    // Gcore's API lets no page in.
    submits: false,
    createClient: ({ options }) =>
      new LanguageClient(CLIENT_ID, "restream-lint", createTransports, options),
  });
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
