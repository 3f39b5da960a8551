import type { Edit } from "@restream-lint/core";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import type { Client } from "./client.ts";
import type { View } from "./view.ts";

/** Edits of one document as a client takes them: for this version of it alone, where it can tell versions. */
export function workspaceEdit(
  { uri, version, converter }: View,
  edits: readonly Edit[],
  { takesVersionedEdits }: Pick<Client, "takesVersionedEdits">,
): WorkspaceEdit {
  const changes = edits.map(({ range, newText }) => ({ range: converter.rangeOf(range), newText }));
  return takesVersionedEdits
    ? { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
