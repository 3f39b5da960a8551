import type { Arguments } from "../arguments.ts";

/** The files that findings are printed into, as the user named them. */
export function printedFiles(args: Arguments): readonly string[] {
  const files = args.values("format").map((it) => it.split("=").slice(1).join("="));
  return files.filter((it) => it !== "");
}
