import { resolve } from "node:path";
import type { VariableLookup } from "@restream-lint/core";
import { serve } from "@restream-lint/lsp/node";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { createLookUp } from "../environment/environment.ts";
import { EXIT, type Io } from "../io.ts";
import { VERSION } from "../version.ts";

/** Serves the editor that started this process; from here on the protocol decides when it ends, and how. */
export function serveEditor(args: Arguments, io: Io): number {
  if (args.paths.length > 0) throw new UsageError("lsp takes no paths: the editor names the files");
  const byChannel = args.has("node-ipc");
  if (byChannel && !process.channel)
    throw new UsageError("--node-ipc needs a Node.js that started this process with a channel");
  if (args.values("env-file").some((file) => isStandardInput(resolve(io.cwd, file))))
    throw new UsageError(
      "lsp reads no env file from standard input: that is where the editor speaks",
    );
  const isFilled = args.has("env") || args.has("env-file");
  serve(byChannel ? "node-ipc" : "stdio", VERSION, {
    variable: (name) => (Object.hasOwn(io.env, name) ? io.env[name] : undefined),
    placeholders: () => (isFilled ? placeholdersOf(args, io) : undefined),
  });
  return EXIT.ok;
}

/** What `--env` and `--env-file` allow to be read, as it is now; or a sentence that says why an env file cannot be. */
function placeholdersOf(args: Arguments, io: Io): VariableLookup | string {
  try {
    return createLookUp(args, io);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message}.`;
    throw error;
  }
}

function isStandardInput(path: string): boolean {
  return /^\/(?:dev|proc\/self)\/(?:stdin|fd\/0)$/.test(path);
}
