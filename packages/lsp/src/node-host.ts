import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { languageOf, parseSettings } from "@restream-lint/core";
import { filesIn, isFileError, nearestSettings, readRegularText } from "@restream-lint/files";
import type { FileText, Host } from "./host.ts";
import { schemeOf } from "./uris.ts";

/** The files of this machine; whatever is no `file:` URI is not there. */
export const NODE_HOST: Host = {
  reads: (uri) => schemeOf(uri) === "file",
  settingsNear: async (folder) => {
    const at = pathOf(folder);
    const path = at === undefined ? undefined : nearestSettings(at);
    const text = path === undefined ? undefined : textAt(path);
    return path === undefined || text === undefined ? undefined : fileText(path, text);
  },
  documentsIn: async (folder) => {
    const path = pathOf(folder);
    if (path === undefined) return [];
    return filesIn(".", path, globsFor, process.env).files.map((file) => uriOf(`${path}/${file}`));
  },
  textOf: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : textAt(path);
  },
};

function globsFor(folder: string): { folder: string; globs: readonly string[] } | undefined {
  const path = nearestSettings(folder);
  const text = path === undefined ? undefined : textAt(path);
  if (path === undefined || text === undefined) return undefined;
  const { settings } = parseSettings(text, { language: languageOf(path) });
  return { folder: dirname(path), globs: settings?.files ?? [] };
}

function fileText(path: string, text: string): FileText {
  return { uri: uriOf(path), text };
}

function textAt(path: string): string | undefined {
  try {
    return readRegularText(path);
  } catch (error) {
    if (isFileError(error)) return undefined;
    throw error;
  }
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
