import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CodeServer } from "./code-server.ts";

/** Lines of each log that a failure repeats. */
const TAIL = 25;
/** What `log()` says as well, and what says nothing of extensions. */
const UNTOLD = /(?:telemetry|ptyhost|remoteagent|remoteCLI|mcpGateway|GitHub.*|Git)\.log$/;

/** The ends of the logs of a server and its extension hosts, output channels among them. */
export async function tailOfLogs(server: CodeServer): Promise<string> {
  const logs = join(server.userData, "logs");
  const names = await readdir(logs, { recursive: true }).catch(() => []);
  const told = names.filter((it) => it.endsWith(".log") && !UNTOLD.test(it)).toSorted();
  const tails = await Promise.all(told.map((it) => tailOf(logs, it)));
  return [`── code-server\n${lastLines(server.log())}`, ...tails]
    .filter((it) => it !== "")
    .join("\n");
}

async function tailOf(logs: string, name: string): Promise<string> {
  const path = join(logs, name);
  if (!(await stat(path)).isFile()) return "";
  const text = await readFile(path, "utf8");
  return text.trim() === "" ? "" : `── ${name}\n${lastLines(text)}`;
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-TAIL).join("\n");
}
