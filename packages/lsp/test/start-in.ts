import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NODE_HOST } from "../src/node-host.ts";
import { type Session, type Start, startSession } from "./session.ts";

/** The URI of a path on this machine. */
export function uriOf(...path: string[]): string {
  return pathToFileURL(join(...path)).href;
}

/** A session whose client has folders open; ready when the server has looked through them. */
export async function startIn(folders: readonly string[], start: Start = {}): Promise<Session> {
  const workspaceFolders = folders.map((it) => ({ uri: uriOf(it), name: it }));
  const session = await startSession({
    host: NODE_HOST,
    ...start,
    params: { workspaceFolders, ...start.params },
  });
  if (!start.capabilities) await session.next("workspace/diagnostic/refresh");
  return session;
}

/** What the findings are called. */
export function codes(diagnostics: readonly { code?: unknown }[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}
