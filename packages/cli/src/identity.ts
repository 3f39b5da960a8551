import { realpathSync } from "node:fs";
import { isFileError } from "@restream-lint/files";

/** The same for each name of a file; of what is not there, the absolute path that is given. */
export function identityOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return path;
  }
}
