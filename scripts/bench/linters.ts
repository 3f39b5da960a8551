import type { Peers } from "./peers.ts";

/** One or more documents to lint, on the disk. */
export interface Corpus {
  readonly name: string;
  /** A file, or a folder of many. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Restreams with a fault, one each, and documents that have any. */
  readonly faults: number;
  readonly faultyFiles: number;
}

/** A program to time, and what it should say. */
export interface Linter {
  readonly name: string;
  command(corpus: Corpus): readonly string[];
  /** How many problems its output names; undefined where it looks for none. */
  found?(output: string): number;
  /** Whether it says no more of a document after its first problem. */
  readonly stopsAtFirst?: true;
}

/** The floor of all that runs in Node.js. */
export const FLOOR = "node -e 0";
/** What the files alone cost. */
export const READING = "node, reading";
/** Ourselves. */
export const OURS = "restream-lint";

const NODE = process.execPath;
/** What users run, from the root of the repository. */
export const LINTER = "dist/restream-lint.cjs";
const READ = `
  const { readdirSync, readFileSync } = require("node:fs");
  const [, path] = process.argv;
  const names = path.endsWith("/") ? readdirSync(path) : [""];
  for (const name of names) readFileSync(path + name, "utf8");
`;

/** All that can be timed here, ourselves first; a schema and a ruleset for the peers are files. */
export function lintersOf(peers: Peers, schema: string, ruleset: string): readonly Linter[] {
  const ajv = peers["ajv-cli"];
  const native = peers["jsonschema (native)"];
  const spectral = peers.spectral;
  return [
    { name: FLOOR, command: () => [NODE, "-e", "0"] },
    {
      name: READING,
      command: ({ path, isFolder }) => [NODE, "-e", READ, isFolder ? `${path}/` : path],
    },
    {
      name: OURS,
      // As people run it; where there are faults, with a line for each, as the peers print: other formats stop after some.
      command: ({ path, faults }) => [
        NODE,
        LINTER,
        path,
        ...(faults > 0 ? ["--format", "jsonl"] : []),
      ],
      found: (output) => count(output, /"rule":/g),
    },
    ...(ajv === undefined ? [] : [ajvOf(ajv, schema)]),
    ...(native === undefined ? [] : [nativeOf(native, schema)]),
    ...(spectral === undefined ? [] : [spectralOf(spectral, ruleset)]),
  ];
}

function ajvOf(program: string, schema: string): Linter {
  const options = ["--all-errors", "--errors=text", "-s", schema];
  return {
    name: "ajv-cli",
    command: (corpus) => [NODE, program, "validate", ...options, "-d", globOf(corpus)],
    found: (output) => count(output, /\bdata\/restreams\/\d+/g),
  };
}

function nativeOf(program: string, schema: string): Linter {
  return {
    name: "jsonschema (native)",
    command: ({ path, isFolder }) => [
      program,
      "validate",
      schema,
      path,
      ...(isFolder ? ["--extension", ".yaml", "--continue"] : []),
    ],
    found: (output) => count(output, /^fail: /gm),
    stopsAtFirst: true,
  };
}

function spectralOf(program: string, ruleset: string): Linter {
  const options = ["--format", "text", "--ruleset", ruleset];
  return {
    name: "spectral",
    command: (corpus) => [NODE, program, "lint", ...options, globOf(corpus)],
    found: (output) => count(output, /^.+:\d+:\d+ error /gm),
  };
}

function globOf({ path, isFolder }: Corpus): string {
  return isFolder ? `${path}/*.yaml` : path;
}

function count(output: string, pattern: RegExp): number {
  return Array.from(output.matchAll(pattern)).length;
}
