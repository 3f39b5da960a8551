import { statSync } from "node:fs";
import { readRegularText, readText } from "@restream-lint/files";

/** Reads a regular file, or a pipe where one is meant. Throws as `fs` does; of any other, nobody may be writing into it. */
export function readMeantText(path: string): string {
  return isPiped(path) ? readText(path) : readRegularText(path);
}

/** As in `--env-file <(sops decrypt …)`, or /dev/stdin. */
function isPiped(path: string): boolean {
  return (
    /^(?:\/dev\/(?:stdin|fd\/[0-9]+)|\/proc\/self\/fd\/[0-9]+)$/.test(path) &&
    statSync(path).isFIFO()
  );
}
