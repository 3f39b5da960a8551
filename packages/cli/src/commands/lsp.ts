import { serve } from "@restream-lint/lsp/node";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../io.ts";
import { VERSION } from "../version.ts";

/** Serves the editor that started this process; from here on the protocol decides when it ends, and how. */
export function serveEditor(args: Arguments): number {
  if (args.paths.length > 0) throw new UsageError("lsp takes no paths: the editor names the files");
  const byChannel = args.has("node-ipc");
  if (byChannel && !process.channel)
    throw new UsageError("--node-ipc needs a Node.js that started this process with a channel");
  serve(byChannel ? "node-ipc" : "stdio", VERSION);
  return EXIT.ok;
}
