import { Console } from "node:console";
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-languageserver/node";
import { NODE_HOST } from "./node-host.ts";
import { nodeSubmitting } from "./node-submitting.ts";
import { startServer } from "./server.ts";
import type { Environment } from "./submit/environment.ts";
import { TERSE } from "./terse-console.ts";

/** How the server is talked to: by its standard streams, or by the channel to the Node that started it. */
export type Transport = "stdio" | "node-ipc";

/**
 * Serves the editor that started this process, and ends the process when it says so or goes away: with 0 after
 * `shutdown`, else with 1. Without an environment, only clients that bring an account can submit.
 */
export function serve(transport: Transport, version: string, environment?: Environment): void {
  startServer(connectionBy(transport), NODE_HOST, version, nodeSubmitting(version, environment));
}

function connectionBy(transport: Transport): Connection {
  if (transport === "stdio") {
    // Nothing but the protocol may get there, whoever prints.
    globalThis.console = new Console(process.stderr, process.stderr);
    return createConnection(TERSE, process.stdin, process.stdout);
  }
  process.once("disconnect", () => process.exit(1));
  return createConnection(TERSE, new IPCMessageReader(process), new IPCMessageWriter(process));
}
