import { MAX_LENGTH } from "@restream-lint/core";
import type { Io } from "./io.ts";

/** Reads standard input as UTF-8; of what is too large for the linter, just enough for it to say so. */
export async function readStdin({ stdin }: Pick<Io, "stdin">): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stdin()) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_LENGTH) break;
  }
  const bytes = Buffer.concat(pieces);
  return bytes.toString(size > MAX_LENGTH ? "latin1" : "utf8");
}
