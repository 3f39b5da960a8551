import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { checkRegular } from "@restream-lint/files";
import { envFileVariables } from "./env-file.ts";
import { UsageError } from "../errors.ts";

/** An env file, which may not be there yet. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string;
  /** As the user named it. */
  readonly name: string;
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
  if (!stats) return { path, name, text: undefined, variables: new Map(), isOpen: false };
  checkRegular(stats);
  const text = readFileSync(path, "utf8");
  if (text.includes("\ufffd")) throw new UsageError(`${name} is not UTF-8`);
  const isOpen = process.platform !== "win32" && (stats.mode & OTHERS) !== 0;
  const names = [...text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm)].map(
    (it) => it[1] ?? "",
  );
  const unset = names.map((it) => [it, undefined] as const);
  const variables = new Map([...unset, ...envFileVariables(text, { name })]);
  return { path, name, text, variables, isOpen };
}

/**
 * Adds variables to an env file, after all that stands in it, and lets nobody but its owner read it. They are on the
 * disk when it returns; where it throws, as `fs` does or a UsageError, the file is what it was. No copy is made on the
 * way, which a crash could leave behind.
 */
export function addVariables(file: EnvFile, variables: ReadonlyMap<string, string>): void {
  const { text = "" } = file;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const joint = text === "" || text.endsWith("\n") ? "" : eol;
  const lines = [...variables].map(([name, value]) => `${name}=${quoted(value)}${eol}`);
  const added = joint + lines.join("");
  // What cannot be read back would be lost.
  const readBack = envFileVariables(text + added);
  for (const [name, value] of variables) {
    if (readBack.get(name) !== value) throw new Error(`${name} would not be read back`);
  }
  if (file.text === undefined) create(file, added);
  else append(file, added);
}

/** Nobody else can read the file at any moment. */
function create({ path }: EnvFile, text: string): void {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    store(descriptor, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  syncFolder(dirname(path));
}

function append({ path, name, text, isOpen }: EnvFile, added: string): void {
  const descriptor = openSync(path, constants.O_RDWR | constants.O_APPEND);
  try {
    const { size, mode } = fstatSync(descriptor);
    if (readFileSync(descriptor, "utf8") !== text)
      throw new UsageError(`${name} was changed in the meantime: try again`);
    if (isOpen) fchmodSync(descriptor, 0o600);
    try {
      store(descriptor, added);
    } catch (error) {
      truncateSync(path, size);
      if (isOpen) fchmodSync(descriptor, mode);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Writes where the file ends, and waits for the disk. */
function store(descriptor: number, text: string): void {
  writeFileSync(descriptor, text);
  fsyncSync(descriptor);
}

/** Puts the name of a new file on the disk too, where the system can be asked for that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows, and some file systems, do it unasked or not at all; the file itself is written.
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
  return envFileVariables(`A=${quoted(value) ?? ""}\n`).get("A") === value;
}

/** Control characters, line breaks of every kind, and what UTF-8 cannot hold. */
const UNWRITABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufffd]|\p{Surrogate}/u;
