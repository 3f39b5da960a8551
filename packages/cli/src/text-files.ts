import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { checkRegular } from "@restream-lint/files";

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
  moveInto(target, text, statSync(target).mode);
}

/** The same, or makes a file where there is none. */
export function writeNewText(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) writeText(path, text);
  else moveInto(path, text);
}

/** Writes a file beside the target, and puts it into its place. */
function moveInto(target: string, text: string, mode?: number): void {
  const beside = `${target}.${process.pid}.tmp`;
  // Outside of `try`: what is there already is not ours to remove.
  const descriptor = openSync(beside, "wx", mode);
  try {
    try {
      // What was asked for when it was opened, the umask may have taken away.
      if (mode !== undefined) fchmodSync(descriptor, mode);
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
