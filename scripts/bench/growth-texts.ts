import { type Entry, FAULTY_EVERY, faultyEntry, fineEntry } from "./entry.ts";
import { toYaml } from "./corpus.ts";

/** A way in which documents grow, and how much of it n is. */
export interface Growth {
  readonly name: string;
  readonly n: number;
  textOf(n: number): string;
}

/** Each is linted at n, 2n and 4n, which differ by enough to be told from the start of Node.js. */
export const GROWTHS: readonly Growth[] = [
  { name: "length: comments", n: 20_000, textOf: commented },
  { name: "length: one name", n: 500_000, textOf: (n) => toYaml([named("n".repeat(n))]) },
  { name: "restreams", n: 4000, textOf: (n) => toYaml(entries(n, fineEntry)) },
  { name: "findings", n: 100, textOf: (n) => toYaml(entries(n, faulty)) },
  { name: "anchors", n: 500, textOf: anchored },
  { name: "suppressions", n: 60, textOf: suppressed },
];

function entries(n: number, entry: (id: number) => Entry): Entry[] {
  return Array.from({ length: n }, (_, index) => entry(index + 1));
}

/** Every kind of fault in its turn. */
function faulty(id: number): Entry {
  return faultyEntry(id * FAULTY_EVERY);
}

function named(name: string): Entry {
  return { ...fineEntry(1), name };
}

function commented(n: number): string {
  const comments = Array.from({ length: n }, (_, line) => `# What stands in line ${line}.\n`);
  return `${comments.join("")}${toYaml([fineEntry(1)])}`;
}

/** So many anchors, each with an alias; in notes, for those cost least beside. */
function anchored(n: number): string {
  const numbers = Array.from({ length: n }, (_, index) => index);
  const anchors = numbers.map((it) => `&a${it} ${it}`).join(", ");
  const aliases = numbers.map((it) => `*a${it}`).join(", ");
  return `x-anchors: [${anchors}]\nx-aliases: [${aliases}]\n${toYaml([fineEntry(1)])}`;
}

function suppressed(n: number): string {
  const comment = "  # restream-lint-disable-next-line -- ours\n";
  return toYaml(entries(n, faulty)).replace(/^ {2}- /gm, `${comment}$&`);
}
