import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
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

/** Whether an error is the file system's, and not ours. */
export function isFileError(error: unknown): boolean {
  return /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "");
}
