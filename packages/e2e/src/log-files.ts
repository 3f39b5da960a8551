import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CodeServer } from "./code-server.ts";

/** The texts of the log files of this name that the windows of a server have written, the oldest window's first. */
export async function logFiles(server: CodeServer, name: RegExp): Promise<readonly string[]> {
  const logs = join(server.userData, "logs");
  const files = await readdir(logs, { recursive: true });
  const wanted = files.filter((it) => name.test(it)).toSorted();
  return Promise.all(wanted.map((it) => readFile(join(logs, it), "utf8")));
}
