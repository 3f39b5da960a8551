import { Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Notice } from "./notice.ts";
import { originOf } from "./origin.ts";
import { pathInFolder } from "./path-in-folder.ts";
import type { Target } from "./person.ts";
import type { Reach } from "./submitting.ts";
import { OUTSIDE_ENV_FILE, UNSAFE_BASE_URI } from "./words.ts";

/** How Gcore is reached for a document by the settings that hold for it, or why they do not say that. */
export function reachFor(client: BaseLanguageClient, target: Target): Reach | Notice {
  const uri = Uri.parse(target.uri);
  const settings = workspace.getConfiguration("restream-lint", uri);
  const baseUri = settings.get("apiBaseUri", "");
  const origin = originOf(baseUri);
  if (!origin) return UNSAFE_BASE_URI;
  const written = settings.get("envFile", "");
  const folder = workspace.getWorkspaceFolder(uri);
  if (written === "" || !folder) return { origin, baseUri };
  const path = pathInFolder(written);
  if (path === undefined) return OUTSIDE_ENV_FILE;
  const file = Uri.joinPath(folder.uri, path);
  return { origin, baseUri, envFile: client.code2ProtocolConverter.asUri(file) };
}
