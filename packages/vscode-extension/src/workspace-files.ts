import { MAX_LENGTH } from "@restream-lint/core";
import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient, StaticFeature } from "vscode-languageclient";
import {
  FILES_IN,
  type FilesInParams,
  TEXT_OF,
  type TextOfParams,
} from "@restream-lint/lsp/protocol";

/** Lets the server read the files of the workspace where it has no disk: in a browser, and in repositories that are far away. */
export function workspaceFiles(client: BaseLanguageClient): StaticFeature {
  return {
    fillClientCapabilities: () => undefined,
    initialize: () => {
      client.onRequest(TEXT_OF, ({ uri }: TextOfParams) => textOf(Uri.parse(uri)));
      client.onRequest(FILES_IN, ({ folder }: FilesInParams) => filesIn(Uri.parse(folder)));
    },
    getState: () => ({ kind: "static" }),
    clear: () => undefined,
  };
}

/** The text of a file; null where it cannot be read, or is nobody's business. */
async function textOf(uri: Uri): Promise<string | null> {
  if (!isOurs(uri)) return null;
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_LENGTH) return null;
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Whether something is in a folder of the workspace, and says so without detours. */
function isOurs(uri: Uri): boolean {
  const climbs = /(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(uri.path);
  return !climbs && workspace.getWorkspaceFolder(uri) !== undefined;
}

async function filesIn(folder: Uri): Promise<string[]> {
  if (!isOurs(folder)) return [];
  const found = await search(folder);
  return (found.length > 0 ? found : await walkThrough(folder)).map(String);
}

/** In milliseconds. VS Code waits without end where a file system cannot be searched. */
const SEARCH = 5000;

async function search(folder: Uri): Promise<Uri[]> {
  const pattern = new RelativePattern(folder, "**/*.{yaml,yml,json,jsonc}");
  const searching = workspace.findFiles(pattern, "**/{node_modules,.git}/**");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise<Uri[]>((resolve) => {
    timer = setTimeout(resolve, SEARCH, []);
  });
  try {
    return await Promise.race([searching, waiting]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}

/** So many folders are looked into, so many at a time: each is asked for by itself, and may come over a network. */
const MOST_FOLDERS = 1000;
const AT_ONCE = 10;

async function walkThrough(root: Uri): Promise<Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (let at = 0; at < folders.length; ) {
    const some = folders.slice(at, at + AT_ONCE);
    at += some.length;
    for (const [uri, type] of (await Promise.all(some.map(entriesOf))).flat()) {
      const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
      if (type === FileType.File && /\.(?:ya?ml|jsonc?)$/i.test(name)) files.push(uri);
      const isOther = type !== FileType.Directory || ["node_modules", ".git"].includes(name);
      if (!isOther && folders.length < MOST_FOLDERS) folders.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: Uri): Promise<(readonly [Uri, FileType])[]> {
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.map(([name, type]) => [Uri.joinPath(folder, name), type]);
}
