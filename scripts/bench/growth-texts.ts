import { type Entry, FAULTY_EVERY, faultyEntry, fineEntry } from "./entry.ts";
import { toYaml } from "./corpus.ts";

/** A way in which documents grow, what is done to them, and how much n is. */
export interface Growth {
  readonly name: string;
  /** Lint and say all, say it as a person reads it, mend what is safe, or open it in an editor and type. */
  readonly step: "lint" | "print" | "fix" | "type";
  readonly n: number;
  textOf(n: number): string;
}

/** Each is done at n, 2n and 4n, which differ by enough to be told from the start of Node.js. */
export const GROWTHS: readonly Growth[] = [
  { name: "length: comments", step: "lint", n: 20_000, textOf: commented },
  { name: "length: comments", step: "type", n: 2000, textOf: commented },
  { name: "length: one name", step: "lint", n: 500_000, textOf: longNamed },
  { name: "length: one name", step: "type", n: 60_000, textOf: longNamed },
  { name: "restreams", step: "lint", n: 4000, textOf: fine },
  { name: "restreams", step: "type", n: 400, textOf: fine },
  { name: "findings", step: "lint", n: 100, textOf: faulty },
  { name: "findings", step: "print", n: 100, textOf: secret },
  { name: "findings", step: "fix", n: 60, textOf: fixable },
  { name: "findings", step: "type", n: 60, textOf: faulty },
  { name: "anchors", step: "lint", n: 500, textOf: anchored },
  { name: "anchors", step: "fix", n: 500, textOf: anchored },
  { name: "anchors", step: "type", n: 60, textOf: anchored },
  { name: "suppressions", step: "lint", n: 60, textOf: suppressed },
  { name: "suppressions", step: "fix", n: 60, textOf: suppressed },
  { name: "suppressions", step: "type", n: 20, textOf: suppressed },
];

function fine(n: number): string {
  return toYaml(entries(n, fineEntry));
}

/** Every kind of fault in its turn. */
function faulty(n: number): string {
  return toYaml(entries(n, (id) => faultyEntry(id * FAULTY_EVERY)));
}

/** A fault in each that a safe fix mends. */
function fixable(n: number): string {
  return toYaml(entries(n, (id) => ({ ...fineEntry(id), active: "yes" })));
}

/** A secret in each, which is masked wherever it shows. */
function secret(n: number): string {
  return faulty(n).replace(/\$\{KEY_(\d+)\}/g, "kestrel-$1-orbit");
}

function entries(n: number, entry: (id: number) => Entry): Entry[] {
  return Array.from({ length: n }, (_, index) => entry(index + 1));
}

function longNamed(n: number): string {
  return toYaml([{ ...fineEntry(1), name: "n".repeat(n) }]);
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
  return faulty(n).replace(/^ {2}- /gm, `${comment}$&`);
}
