import type { InitializeParams } from "vscode-languageserver";
import { pathFrom, schemeOf } from "./uris.ts";

/** The folders that a client works in: an old one has at most one. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** The innermost folder that a file is in. */
export function folderAround(folders: readonly string[], uri: string): string | undefined {
  const around = folders.filter((folder) => pathFrom(folder, uri) !== undefined);
  return around.toSorted((a, b) => b.length - a.length)[0];
}

/** Whether a URI is one of these folders or in one, and says so without detours. */
export function isWithin(folders: readonly string[], uri: string): boolean {
  // Whatever else in it cannot be decoded.
  const plain = uri.replaceAll(/%2e/gi, ".").replaceAll(/%2f/gi, "/").replaceAll(/%5c/gi, "\\");
  const climbs = /[/\\]\.\.?(?:[/\\?#]|$)/.test(plain);
  return !climbs && folderAround(folders, `${uri}/`) !== undefined;
}

/** Whether a text is a file of its own, and no copy of one that an editor shows beside it (`git:`). */
export function isFile(folders: readonly string[], uri: string): boolean {
  return ["file", "untitled", ...folders.map(schemeOf)].includes(schemeOf(uri));
}

/** Whether a file is neither a restream document nor a settings file of anybody's workspace. */
export function isForeign(uri: string): boolean {
  return /\/(?:node_modules|\.git)\//.test(uri);
}
