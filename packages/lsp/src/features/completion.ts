import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import { type Cursor, keysAt, mayBeValue, siteAt, valueAt } from "../cursor/cursor.ts";
import type { View } from "../view.ts";
import { capped } from "./completion/capped.ts";
import { commentItems } from "./completion/comment-items.ts";
import { indentationAt } from "./completion/feed.ts";
import { fieldItems } from "./completion/field-items.ts";
import type { Offer } from "./completion/offer.ts";
import { placeholderItems } from "./completion/placeholder-items.ts";
import { restreamItems } from "./completion/restream-items.ts";
import { settingsItems } from "./completion/settings-items.ts";
import { writtenAs } from "./completion/snippet.ts";
import { uriItems } from "./completion/uri-items.ts";
import { valueItems } from "./completion/value-items.ts";

/** What may be written at an offset; typing on asks again only where there is too much. Nothing of it repeats what is typed. */
export function completion(view: View, offset: number, client: Client): CompletionList {
  const { offers, isIncomplete } = capped(offersAt(view, offset), view.document.text, offset);
  return { isIncomplete, items: offers.map((it) => itemOf(it, view, client)) };
}

function offersAt(view: View, offset: number): readonly Offer[] {
  const site = siteAt(view.document, offset);
  if (!site) return [];
  if (site.comment !== undefined) return commentItems(view, site.comment, offset);
  const keys = keysAt(view.document, site);
  const offers = keys.flatMap((it) => offersFor(view, it, offset));
  // To look for a value is to parse the text again.
  if (offers.length > 0 && !keys.some(mayBeValue)) return offers;
  const value = valueAt(view.document, site);
  return value ? [...offers, ...offersFor(view, value, offset)] : offers;
}

function offersFor(view: View, cursor: Cursor, offset: number): readonly Offer[] {
  if (view.kind === "settings") return settingsItems(cursor);
  if (cursor.kind !== "value") {
    const offers = [...fieldItems(cursor), ...restreamItems(view, cursor)];
    // Where a key may stand too, that is likelier.
    return cursor.kind === "key" ? offers : offers.map((it) => ({ ...it, rank: it.rank + 500 }));
  }
  const placeholders = placeholderItems(view, cursor, offset);
  if (placeholders) return placeholders;
  const isUri = cursor.shape === "restream" && cursor.path.at(-1) === "uri";
  const values = isUri ? uriItems(view, cursor, offset) : valueItems(cursor);
  return [...values, ...restreamItems(view, cursor)];
}

function itemOf(offer: Offer, { converter, document }: View, client: Client): CompletionItem {
  const { label, kind, detail, docs, range, filter, rank } = offer;
  // Where nothing tells whether a client indents further lines, there are none.
  const isAtMargin = indentationAt(document.text, range.start) === "";
  const mayBeLong = client.takesSnippets && (client.adjustsIndentation || isAtMargin);
  const pieces = mayBeLong ? offer.pieces : (offer.plain ?? offer.pieces);
  const isSnippet = client.takesSnippets && pieces.some((it) => typeof it !== "string");
  const newText = writtenAs(pieces, isSnippet);
  return {
    label,
    kind,
    ...(detail !== undefined && detail !== "" && { detail }),
    ...(docs !== undefined && {
      documentation: {
        kind: client.takesMarkdown.completion ? MarkupKind.Markdown : MarkupKind.PlainText,
        value: client.takesMarkdown.completion ? docs : docs.replaceAll("`", ""),
      },
    }),
    sortText: String(rank).padStart(5, "0"),
    ...(filter !== undefined && filter !== label && { filterText: filter }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(/[\r\n]/.test(newText) &&
      client.adjustsIndentation && { insertTextMode: InsertTextMode.adjustIndentation }),
    textEdit: { range: converter.rangeOf(range), newText },
  };
}
