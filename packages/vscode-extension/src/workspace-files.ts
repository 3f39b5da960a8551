import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient, StaticFeature } from "vscode-languageclient";
import {
  type ClientOffers,
  FILES_IN,
  type FilesInParams,
  TEXT_OF,
  type TextOfParams,
} from "@restream-lint/lsp/protocol";

/** Lets the server read the files of the workspace where it has no disk: in a browser, and in repositories that are far away. */
export function workspaceFiles(client: BaseLanguageClient): StaticFeature {
  const offers: ClientOffers = { readsFiles: true };
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, "restream-lint": offers };
    },
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
  if (!workspace.getWorkspaceFolder(uri)) return null;
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function filesIn(folder: Uri): Promise<string[]> {
  const found = await workspace.findFiles(
    new RelativePattern(folder, "**/*.{yaml,yml,json,jsonc}"),
    "**/{node_modules,.git}/**",
  );
  // Some file systems cannot be searched.
  return (found.length > 0 ? found : await walkThrough(folder)).map(String);
}

/** So many folders are looked into: each is asked for by itself, and may come over a network. */
const MOST_FOLDERS = 1000;

async function walkThrough(root: Uri): Promise<Uri[]> {
  const files: Uri[] = [];
  const folders = [root];
  for (const folder of folders) {
    const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.File && /\.(?:ya?ml|jsonc?)$/i.test(name)) files.push(uri);
      const isOurs = type === FileType.Directory && !["node_modules", ".git"].includes(name);
      if (isOurs && folders.length < MOST_FOLDERS) folders.push(uri);
    }
  }
  return files;
}
