import type { Arguments } from "../arguments.ts";
import { parsePrintout } from "./printout.ts";

/** The files that findings are printed into, as the user named them. */
export function printedFiles(args: Arguments): readonly string[] {
  return args.values("format").flatMap((it) => parsePrintout(it).file || []);
}
