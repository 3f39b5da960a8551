import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isFileError } from "@restream-lint/files";

/** The same for each name of a file, by its absolute path; of what is not there, that which it would have in its folder. */
export function identityOf(path: string): string {
  return realPathOf(path) ?? join(realPathOf(dirname(path)) ?? dirname(path), basename(path));
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}
