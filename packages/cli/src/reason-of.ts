import { basename } from "node:path";
import { printable } from "./printable.ts";

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
