import { resolve } from "node:path";
import type { Io } from "../io.ts";
import { named } from "../named.ts";
import type { Printout } from "./printout.ts";
import { writeNewText } from "../text-files.ts";

/** Writes each printout into its file, as a whole or not at all. Throws a UsageError. */
export async function printToFiles(
  printouts: readonly Printout[],
  textIn: (format: string) => Promise<string>,
  { cwd }: Pick<Io, "cwd">,
): Promise<void> {
  for (const { format, file = "" } of printouts) {
    const text = await textIn(format);
    named(file, () => writeNewText(resolve(cwd, file), text));
  }
}
