import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { instructionsOf } from "./callgrind.ts";
import { documentOf, type Format, smallDocuments } from "./corpus.ts";
import { LINTER } from "./linters.ts";

/** What linting takes, in instructions, by case; without what `node -e 0` takes. */
export type Counts = Readonly<Record<string, number>>;

const DOCUMENTS: readonly (readonly [size: number, format: Format, isSound: boolean])[] = [
  [10, "yaml", true],
  [10_000, "yaml", true],
  [1000, "yaml", false],
  [1000, "json", true],
];
const SMALL_FILES = 200;

/** Counts what a handful of runs take. */
export async function countCases(folder: string): Promise<Counts> {
  const cases = [...DOCUMENTS.map((it) => writeDocument(folder, ...it)), writeFolder(folder)];
  const commands = cases.map(({ path }) => ({ args: [LINTER, path] }));
  const floored = [{ args: ["-e", "0"] }, ...commands];
  const [floor = Number.NaN, ...counts] = await instructionsOf(floored);
  return Object.fromEntries(cases.map(({ name }, index) => [name, (counts[index] ?? 0) - floor]));
}

interface Case {
  readonly name: string;
  readonly path: string;
}

function writeDocument(folder: string, size: number, format: Format, isSound: boolean): Case {
  const name = `${size} restreams, ${format}, ${isSound ? "valid" : "5 % faulty"}`;
  const path = join(folder, `case-${size}-${isSound}.restream.${format}`);
  writeFileSync(path, documentOf(size, format, isSound).text);
  return { name, path };
}

function writeFolder(folder: string): Case {
  const path = join(folder, "cases");
  mkdirSync(path);
  for (const [index, { text }] of smallDocuments(SMALL_FILES, true).entries())
    writeFileSync(join(path, `${index}.restream.yaml`), text);
  return { name: `${SMALL_FILES} files of 5 to 15, yaml, valid`, path };
}
