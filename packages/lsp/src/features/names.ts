import { nameAt, type Range, renameEdits } from "@restream-lint/core";
import type {
  DocumentHighlight,
  Location,
  Range as LspRange,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";
import { workspaceEdit } from "../workspace-edit.ts";

/** Where the anchor or the stream is that the cursor names. */
export function definitions(view: View, offset: number): Location[] {
  const found = nameAt(view.names(), offset);
  return (found?.name.definitions ?? []).map((range) => locationOf(view, range));
}

/** Where else an anchor or a stream is named. */
export function references(view: View, offset: number, includeDeclaration: boolean): Location[] {
  const found = nameAt(view.names(), offset);
  if (!found) return [];
  const { definitions: declared, uses } = found.name;
  return [...(includeDeclaration ? declared : []), ...uses].map((it) => locationOf(view, it));
}

/** The same places, for an editor to light up. */
export function highlights({ names, converter }: View, offset: number): DocumentHighlight[] {
  const found = nameAt(names(), offset);
  if (!found) return [];
  const marked = (kind: DocumentHighlightKind) => (range: Range) => ({
    range: converter.rangeOf(range),
    kind,
  });
  return [
    ...found.name.definitions.map(marked(DocumentHighlightKind.Write)),
    ...found.name.uses.map(marked(DocumentHighlightKind.Read)),
  ];
}

/** Where the name is that is to be typed over; a text that says why it cannot be renamed; undefined where there is none. */
export function renamable(
  { names, converter }: View,
  offset: number,
): LspRange | string | undefined {
  const found = nameAt(names(), offset);
  // The editor has its text: what was pasted there may be a secret.
  return found && (found.name.obstacle ?? converter.rangeOf(found.range));
}

/** The edits that rename what the cursor names; a text that says why that is impossible. */
export function rename(
  view: View,
  offset: number,
  newName: string,
  client: Pick<Client, "takesVersionedEdits">,
): WorkspaceEdit | string {
  const found = nameAt(view.names(), offset);
  if (!found) return "There is no anchor and no stream ID here";
  const edits = renameEdits(found.name, newName);
  return typeof edits === "string" ? edits : workspaceEdit(view, edits, client);
}

function locationOf({ uri, converter }: View, range: Range): Location {
  return { uri, range: converter.rangeOf(range) };
}
