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

/** The files that a server and its windows have written, logs, settings and what else they keep, which hold a text; by their paths. */
export async function filesHolding(
  { userData }: Pick<CodeServer, "userData">,
  text: string,
): Promise<readonly string[]> {
  const entries = await readdir(userData, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  const contents = await Promise.all(files.map((it) => readFile(it).catch(() => Buffer.alloc(0))));
  return files.filter((_, at) => contents[at]?.includes(text) === true);
}
