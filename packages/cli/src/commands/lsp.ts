import { serve } from "@restream-lint/lsp/node";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { createLookUp } from "../environment.ts";
import { EXIT, type Io } from "../io.ts";
import { VERSION } from "../version.ts";

/** Serves the editor that started this process; from here on the protocol decides when it ends, and how. */
export function serveEditor(args: Arguments, io: Io): number {
  if (args.paths.length > 0) throw new UsageError("lsp takes no paths: the editor names the files");
  const byChannel = args.has("node-ipc");
  if (byChannel && !process.channel)
    throw new UsageError("--node-ipc needs a Node.js that started this process with a channel");
  const isFilled = args.has("env") || args.has("env-file");
  serve(byChannel ? "node-ipc" : "stdio", VERSION, {
    variable: (name) => (Object.hasOwn(io.env, name) ? io.env[name] : undefined),
    placeholders: () => (isFilled ? createLookUp(args, io) : undefined),
  });
  return EXIT.ok;
}
