import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { CLIENT_ID, type Running, startExtension } from "./extension.ts";

// The entry point on the desktop, and wherever else extensions run in Node.

let running: Running | undefined;

/**
 * Spares 30 MB that V8 would let the server's young objects grow to. It is an option that Node.js documents: with one that
 * it did not know, no server would start.
 */
const SMALL_HEAP = ["--max-semi-space-size=1"];

/** Starts the language server in a process of its own: a file of this extension, run by the Node that runs it. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, "server.cjs").fsPath;
  // Not in a folder of the workspace, where what is found by a relative path may be anybody's.
  const cwd = context.extensionUri.fsPath;
  running = startExtension(context, {
    submits: true,
    createClient: ({ options, log }) =>
      new LanguageClient(
        CLIENT_ID,
        "restream-lint",
        { module, transport: TransportKind.ipc, options: { cwd, execArgv: SMALL_HEAP } },
        {
          ...options,
          stdioOptions: {
            stdout: linesTo((line) => log.info(line)),
            stderr: linesTo((line) => log.error(line)),
          },
        },
      ),
  });
}

/** Ends the server with the window. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** Reads what a process prints, line by line. */
function linesTo(write: (line: string) => void): (stream: Readable) => void {
  return (input) => {
    createInterface({ input, crlfDelay: Infinity }).on("line", write);
  };
}
