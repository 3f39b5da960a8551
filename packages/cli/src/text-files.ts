import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { MAX_LENGTH } from "@restream-lint/core";

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

/** Replaces a file's text as a whole or not at all, keeping its mode; follows symbolic links. Throws as `fs` does. */
export function writeText(path: string, text: string): void {
  const target = realpathSync(path);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(target).mode, flag: "wx" });
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
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && REASONS[code]) || String(code ?? error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a directory",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "name too long",
  ENOTDIR: "not a directory",
  EROFS: "read-only file system",
  ENOSPC: "no space left on the disk",
};
