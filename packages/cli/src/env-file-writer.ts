import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { parseEnvFile } from "./env-file.ts";
import { UsageError } from "./errors.ts";
import { writeText } from "./text-files.ts";

/** An env file, which may not be there yet. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** Undefined where what a variable holds depends on others. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Whether others than its owner can read or change it. */
  readonly isOpen: boolean;
}

const OTHERS = 0o077;

/** Reads an env file, or finds that there is none. Throws as `fs` does, and a UsageError for what is no env file. */
export function readEnvFile(path: string, name: string): EnvFile {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return { path, text: undefined, variables: new Map(), isOpen: false };
  const text = readFileSync(path, "utf8");
  if (text.includes("\ufffd")) throw new UsageError(`${name} is not UTF-8`);
  const isOpen = process.platform !== "win32" && (stats.mode & OTHERS) !== 0;
  const names = [...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm)].map(
    (it) => it[1] ?? "",
  );
  const unset = names.map((it) => [it, undefined] as const);
  return { path, text, variables: new Map([...unset, ...parseEnvFile(text, { name })]), isOpen };
}

/** Adds variables to an env file, after all that stands in it, and lets nobody but its owner read it. Throws as `fs` does. */
export function addVariables(file: EnvFile, variables: ReadonlyMap<string, string>): void {
  const { path, text = "", isOpen } = file;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const joint = text === "" || text.endsWith("\n") ? "" : eol;
  const lines = [...variables].map(([name, value]) => `${name}=${quoted(value)}${eol}`);
  const added = text + joint + lines.join("");
  // What cannot be read back would be lost.
  const readBack = parseEnvFile(added);
  for (const [name, value] of variables) {
    if (readBack.get(name) !== value) throw new Error(`${name} would not be read back`);
  }
  if (file.text === undefined) create(path, added);
  else {
    if (isOpen) chmodSync(path, 0o600);
    writeText(path, added);
  }
}

/** Nobody else can read the file at any moment, and it is on the disk before any document changes. */
function create(path: string, text: string): void {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; )
      written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A value as Compose and other readers of env files take it literally; undefined where they would not agree. */
export function quoted(value: string): string | undefined {
  if (UNWRITABLE.test(value)) return undefined;
  if (!/['\\]/.test(value)) return `'${value}'`;
  // A shell that reads the file would run what stands between backticks.
  return value.includes("`") ? undefined : `"${value.replaceAll(/["\\$]/g, "\\$&")}"`;
}

/** Whether an env file can hold a value, and give it back. */
export function isHoldable(value: string): boolean {
  return parseEnvFile(`A=${quoted(value) ?? ""}\n`).get("A") === value;
}

/** Control characters, line breaks of every kind, and what UTF-8 cannot hold. */
const UNWRITABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufffd]|\p{Surrogate}/u;
