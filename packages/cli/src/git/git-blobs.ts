import { MAX_LENGTH } from "@restream-lint/core";
import type { GitRepository } from "./git-repository.ts";

/** The texts of objects, by their IDs. Of what is too large for the linter, just enough for it to say so. */
export function gitTexts(
  repository: GitRepository,
  blobs: Iterable<string>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const batch of batchesOf(sizesOf(repository, new Set(blobs)), texts)) {
    const answer = repository.tell(["cat-file", "--batch"], batch.map((it) => `${it}\n`).join(""));
    let at = 0;
    for (const blob of batch) {
      const end = answer.indexOf("\n", at);
      const size = Number(answer.toString("latin1", at, end).split(" ")[2]);
      texts.set(blob, answer.toString("utf8", end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }
  return texts;
}

function sizesOf({ tell }: GitRepository, blobs: ReadonlySet<string>): Map<string, number> {
  if (blobs.size === 0) return new Map();
  const asked = Array.from(blobs, (it) => `${it}\n`).join("");
  const lines = String(tell(["cat-file", "--batch-check"], asked))
    .split("\n")
    .slice(0, -1);
  return new Map(
    lines.map((line) => {
      const [blob = "", , size] = line.split(" ");
      return [blob, Number(size)];
    }),
  );
}

/** As many as fit into memory together. */
function batchesOf(sizes: ReadonlyMap<string, number>, texts: Map<string, string>): string[][] {
  const batches: string[][] = [];
  let room = 0;
  for (const [blob, size] of sizes) {
    if (size > MAX_LENGTH) {
      texts.set(blob, " ".repeat(MAX_LENGTH + 1));
    } else if (size <= room) {
      batches.at(-1)?.push(blob);
      room -= size;
    } else {
      batches.push([blob]);
      room = MAX_LENGTH - size;
    }
  }
  return batches;
}
