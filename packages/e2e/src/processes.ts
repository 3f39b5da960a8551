import { readdir, readFile } from "node:fs/promises";

/** A process and what it was started with, blanks between its arguments. */
export interface Process {
  readonly pid: number;
  readonly command: string;
}

/** The processes of a server: itself, its extension hosts and the language servers that they started. */
export async function processesOf(server: { readonly pid: number }): Promise<readonly Process[]> {
  const pids = (await readdir("/proc")).filter((it) => /^\d+$/.test(it)).map(Number);
  const found = await Promise.all(pids.map((pid) => processIn(pid, server.pid)));
  return found.filter((it) => it !== undefined);
}

/** One that is in this group, unless it has ended in the meantime. */
async function processIn(pid: number, group: number): Promise<Process | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // "pid (name) state parent group …", and a name may have blanks and brackets.
    const [, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(ofGroup) !== group) return undefined;
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0").join(" ").trim();
    return command === "" ? undefined : { pid, command };
  } catch {
    return undefined;
  }
}

/** Those of `processesOf` that are language servers of this extension, one for each window on the desktop. */
export async function languageServersOf(server: {
  readonly pid: number;
}): Promise<readonly Process[]> {
  const all = await processesOf(server);
  return all.filter(({ command }) => /restream-lint-vscode\S*\/server\.cjs/.test(command));
}
