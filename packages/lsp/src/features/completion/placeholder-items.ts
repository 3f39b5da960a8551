import { freeVariable, variablesIn } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import { innerRange, type Offer } from "./offer.ts";

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
  const typed = /(?:^|[^$])\$\{(?:env:)?(\w*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  // Between brackets, its braces would end a value without quotes.
  if (site.notation === "flow" && site.quote === "") return [];
  const start = offset - typed.length;
  const end = offset + (/^\w*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  // What is being typed names nothing yet.
  const others = { ...rest, text: text.slice(0, start) + text.slice(end) };
  const names = [...new Set(variablesIn(others))].filter((it) => /^[A-Za-z_]/.test(it));
  const brace = /[}:?+-]/.test(text.charAt(end)) ? "" : "}";
  const kept = text.slice(innerRange(site).start, start);
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

/** What a URI says before a `${` that stands for all of a secret. */
const RTMP = /^rtmps?:\/\/([^/?#@:]+)(?::[0-9]+)?\/[^?#]*\/\$\{(?:env:)?$/i;
const SRT = /^srt:\/\/([^/?#@:]+)(?::[0-9]+)?\?(?:.*&)?(streamid|passphrase)=\$\{(?:env:)?$/i;

/** A variable for the secret that a URI lacks. */
function proposedAfter(written: string, taken: ReadonlySet<string>): string | undefined {
  const host = RTMP.exec(written)?.[1];
  if (host !== undefined) return freeVariable(host, "stream key", taken);
  const [, srtHost, kind] = SRT.exec(written) ?? [];
  if (srtHost === undefined) return undefined;
  return freeVariable(srtHost, kind === "passphrase" ? kind : "streamid", taken);
}
