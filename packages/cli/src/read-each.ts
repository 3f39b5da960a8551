import { isFileError } from "@restream-lint/files";
import type { Inputs } from "./inputs.ts";
import type { Io } from "./io.ts";
import { printable } from "./printable.ts";
import { reasonOf } from "./reason-of.ts";

/** Reads one input after the other, and goes on where one cannot be read, which is said on stderr. */
export async function readEach<T>(
  inputs: Inputs,
  { stderr }: Pick<Io, "stderr">,
  read: (input: string) => Promise<T | undefined> | T | undefined,
): Promise<{ readonly found: readonly T[]; readonly failed: boolean }> {
  const found: T[] = [];
  let failed = inputs.failed;
  for (const input of inputs.files) {
    try {
      const reading = read(input);
      // There may be thousands, most of which need not be waited for.
      const it = reading instanceof Promise ? await reading : reading;
      if (it !== undefined) found.push(it);
    } catch (error) {
      if (!isFileError(error)) throw error;
      failed = true;
      stderr.write(`restream-lint: ${printable(input)}: ${reasonOf(error)}\n`);
    }
  }
  return { found, failed };
}
