import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { MAX_LENGTH } from "@restream-lint/core";
import { printable } from "./printable.ts";

/** Reads a file as UTF-8; what cannot be decoded becomes U+FFFD, which the linter reports. Throws as `fs` does. */
export function readText(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const { size } = fstatSync(descriptor);
    return size > MAX_LENGTH ? beginning(descriptor) : readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/** Just enough of a file that is too large for the linter to say so. */
function beginning(descriptor: number): string {
  const buffer = Buffer.alloc(MAX_LENGTH + 1);
  const length = readSync(descriptor, buffer, 0, buffer.length, 0);
  return buffer.toString("latin1", 0, length);
}

/** Reads a file as `readText` does, but only a regular one: a FIFO or a device could keep us waiting for ever. */
export function readRegularText(path: string): string {
  checkRegular(statSync(path));
  return readText(path);
}

/** Throws, as `fs` does, for what is no regular file. */
export function checkRegular(stats: Stats): void {
  if (stats.isFile()) return;
  const code = stats.isDirectory() ? "EISDIR" : "EFTYPE";
  throw Object.assign(new Error("not a regular file"), { code });
}

/** Throws, as `fs` does, where a file could not be written by `writeText`. */
export function checkWritable(path: string): void {
  const target = realpathSync(path);
  checkRegular(statSync(target));
  // A rename asks only the folder: whoever made the file read-only would not be heard.
  closeSync(openSync(target, "r+"));
  accessSync(dirname(target), constants.W_OK);
}

/** Replaces a file's text as a whole or not at all, keeping its mode; follows symbolic links. Throws as `fs` does. */
export function writeText(path: string, text: string): void {
  checkWritable(path);
  const target = realpathSync(path);
  const { mode } = statSync(target);
  const beside = `${target}.${process.pid}.tmp`;
  // Outside of `try`: what is there already is not ours to remove.
  const descriptor = openSync(beside, "wx", mode);
  try {
    try {
      // What was asked for when it was opened, the umask may have taken away.
      fchmodSync(descriptor, mode);
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Whether an error is the file system's, and not ours. */
export function isFileError(error: unknown): boolean {
  return /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "");
}

/** A `fs` error in a person's words. */
export function reasonOf(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EEXIST" && path?.endsWith(".tmp") === true)
    return `${printable(basename(path))} is in the way: remove it if nothing is writing it`;
  return (code !== undefined && REASONS[code]) || String(code ?? error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a directory",
  EEXIST: "is there already",
  EFTYPE: "not a regular file",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "name too long",
  ENOTDIR: "not a directory",
  EROFS: "read-only file system",
  EFBIG: "no space left for it",
  ENOSPC: "no space left on the disk",
};
