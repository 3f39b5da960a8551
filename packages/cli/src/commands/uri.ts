import { lint, parseDocument, parseUri } from "@restream-lint/core";
import { hasColor } from "../color.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { readStdin } from "../read-stdin.ts";
import { uriSheet } from "../reporters/uri-sheet.ts";

/** Takes one address apart: its parts, what is filled in by default, its latency in each unit, and findings. */
export async function takeApart(args: Arguments, io: Io): Promise<number> {
  const [given, ...more] = args.paths;
  if (given === undefined || more.length > 0) {
    throw new UsageError("uri needs one address, in quotes: a shell would cut it at &");
  }
  const text = given === "-" ? (await readStdin(io)).trim() : given;
  // A document is what rules read; the stream is there only so that nothing is missing.
  const document = parseDocument(JSON.stringify({ stream_id: 1, uri: text }), { language: "json" });
  // On a command line there is no other place for a secret.
  const diagnostics = lint(document, { rules: { "hard-coded-secret": "off" } });
  io.stdout.write(uriSheet(parseUri(text), diagnostics, hasColor(args, io, io.stdout)));
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.found : EXIT.ok;
}
