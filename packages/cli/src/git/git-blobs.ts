import { MAX_LENGTH } from "@restream-lint/core";
import { UsageError } from "../errors.ts";
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
      const [, size] = sizeIn(answer.toString("latin1", at, end), repository.option);
      texts.set(blob, answer.toString("utf8", end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }
  return texts;
}

function sizesOf({ option, tell }: GitRepository, blobs: ReadonlySet<string>): Map<string, number> {
  if (blobs.size === 0) return new Map();
  const asked = Array.from(blobs, (it) => `${it}\n`).join("");
  const lines = String(tell(["cat-file", "--batch-check"], asked))
    .split("\n")
    .slice(0, -1);
  return new Map(lines.map((it) => sizeIn(it, option)));
}

/** The ID and the size of an object, as git describes it. */
function sizeIn(line: string, option: string): readonly [blob: string, size: number] {
  const [, blob, size] = /^(\w+) blob (\d+)$/.exec(line) ?? [];
  if (blob !== undefined && size !== undefined) return [blob, Number(size)];
  if (line.endsWith(" missing"))
    throw new UsageError(
      `${option} asks git: a text is not here, and this fetches none: git cat-file -e ${line.slice(0, -" missing".length)} does, in a partial clone`,
    );
  throw new UsageError(`${option} asks git: no file content: ${line}`);
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
