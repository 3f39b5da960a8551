import { meaningOf, SHAPES } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import { type Offer, wholeValue } from "./offer.ts";
import { streamItems } from "./stream-items.ts";

/** The values that a field of a restream document may have; none for a `uri`, which has parts of its own. */
export function valueItems(cursor: Cursor): readonly Offer[] {
  const { site, shape, path } = cursor;
  const name = path.at(-1);
  if (!shape || name === undefined) return [];
  if (shape === "restream" && name === "stream_id") return streamItems(cursor);
  const field = SHAPES[shape].properties[name];
  if (field === undefined || field === true || !("type" in field)) return [];
  if ([field.type].flat().includes("boolean") && !field.readOnly) {
    return [true, false].map((it, rank) =>
      wholeValue(site, it, {
        label: String(it),
        kind: CompletionItemKind.Keyword,
        detail: it === field.default ? "The default" : undefined,
        docs: meaningOf(name, it),
        rank,
      }),
    );
  }
  const words = field.enum?.filter((it) => it !== null) ?? [];
  return words.map((it, rank) =>
    wholeValue(site, it, { label: it, docs: meaningOf(name, it), rank }),
  );
}
