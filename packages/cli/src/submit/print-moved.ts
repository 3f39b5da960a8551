import { type Moved, movedWords } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";

/** Says on stderr what is no longer as it was when a plan was made. */
export function printMoved(moved: readonly Moved[], io: Io): void {
  for (const it of moved) io.stderr.write(`restream-lint: ${printable(movedWords(it))}\n`);
}
