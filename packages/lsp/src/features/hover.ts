import type { Hover } from "vscode-languageserver-types";
import { MarkupKind } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";
import { explainComment } from "./hover/comment-hover.ts";
import type { Explanation } from "./hover/explanation.ts";
import { explainField } from "./hover/field-hover.ts";
import { fieldPlaceAt } from "./hover/field-place.ts";
import { plainTextOf } from "./hover/markdown.ts";
import { explainSettings } from "./hover/settings-hover.ts";
import { explainUri } from "./hover/uri-hover.ts";

/** Says what stands at an offset, what it means on air and where that is from; null where there is nothing to say. */
export function hover(
  view: View,
  offset: number,
  { takesMarkdown }: Pick<Client, "takesMarkdown">,
): Hover | null {
  const found =
    view.kind === "settings" ? explainSettings(view, offset) : explanationAt(view, offset);
  if (!found) return null;
  const text = found.blocks.filter((it) => it !== undefined).join("\n\n");
  return {
    contents: takesMarkdown.hover
      ? { kind: MarkupKind.Markdown, value: text }
      : { kind: MarkupKind.PlainText, value: plainTextOf(text) },
    range: view.converter.rangeOf(found.range),
  };
}

function explanationAt(view: View, offset: number): Explanation | undefined {
  const comment = explainComment(view, offset);
  if (comment) return comment;
  const place = fieldPlaceAt(view.document, offset);
  return explainUri(view, offset, place) ?? (place && explainField(view, offset, place));
}
