import { freeVariable, parseUri, rtmpPathOf, srtPairsOf, variablesIn } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import { innerRange, type Offer } from "./offer.ts";
import { secretKindOf } from "./target-pieces.ts";

/**
 * The variables that the document names already, after a `${` in a value, and a new one in the place of a URI's secret;
 * undefined where there is no `${`.
 */
export function placeholderItems(
  { document: { text, ...rest } }: View,
  { site, path }: Cursor,
  offset: number,
): readonly Offer[] | undefined {
  const before = text.slice(innerRange(site).start, offset);
  const [opening, typed] = /(?<!\$)\$\{(?:env:)?(\w*)$/.exec(before) ?? [];
  if (opening === undefined || typed === undefined) return undefined;
  // Between brackets, its braces would end a value without quotes.
  if (site.notation === "flow" && site.quote === "") return [];
  const start = offset - typed.length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  // What is being typed names nothing yet.
  const others = { ...rest, text: text.slice(0, start) + text.slice(end) };
  const names = [...new Set(variablesIn(others))].filter((it) => /^[A-Za-z_]/.test(it));
  const brace = /[}:?+-]/.test(text.charAt(end)) ? "" : "}";
  const kept = before.slice(0, -opening.length);
  const proposed = path.at(-1) === "uri" ? proposedAfter(kept, new Set(names)) : undefined;
  const all = proposed === undefined ? names : [proposed, ...names];
  return all.map((name, rank) => ({
    label: name,
    kind: CompletionItemKind.Variable,
    detail: name === proposed ? "A new variable" : "A variable of this document",
    range: { start, end },
    pieces: [name + brace],
    rank,
  }));
}

/** A variable for the secret that a URI lacks, if that is what comes next. */
function proposedAfter(written: string, taken: ReadonlySet<string>): string | undefined {
  const uri = parseUri(written);
  const { authority, protocol, path } = uri;
  if (!authority || !protocol) return undefined;
  const host = authority.host.text;
  if (protocol === "srt") {
    const { name, value } = srtPairsOf(uri).at(-1) ?? {};
    const isNext = value?.text === "" && value.range.end === written.length;
    const kind = isNext && name ? secretKindOf(name.text) : undefined;
    return kind && freeVariable(host, kind, taken);
  }
  const isNext =
    rtmpPathOf(uri).hasSlash && path.range.end === written.length && written.endsWith("/");
  return isNext ? freeVariable(host, "stream key", taken) : undefined;
}
