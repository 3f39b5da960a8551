import { DIRECTIVE_DOCS, lint, pageOf, parseDocument, rules } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { View } from "../../view.ts";
import type { Offer } from "./offer.ts";

/** What may be written in a comment of ours: what it does, and which rules it is about. None in any other comment. */
export function commentItems(view: View, comment: number, offset: number): readonly Offer[] {
  if (view.kind === "settings") return [];
  const said = view.document.text.slice(comment, offset);
  const [, mark = "", body = ""] = /^(#|\/\/|\/\*)[\s*]*([^]*)$/.exec(said) ?? [];
  if (mark === "") return [];
  const [, directive, list] = /^(restream-lint-[a-z-]+):?(\s[^]*)?$/.exec(body) ?? [];
  if (directive === undefined || list === undefined) return directiveItems(body, offset);
  return isDirective(directive) ? ruleItems(view, offset - body.length, offset) : [];
}

/** The shorter a comment, the likelier it is somebody else's. */
const LEAST = 3;

function directiveItems(body: string, offset: number): readonly Offer[] {
  const isOurs = body.length >= LEAST && DIRECTIVES.some(([it]) => `${OURS}${it}`.startsWith(body));
  if (!isOurs) return [];
  return DIRECTIVES.map(([directive, docs], rank) => ({
    label: `${OURS}${directive}`,
    kind: CompletionItemKind.Keyword,
    docs,
    range: { start: offset - body.length, end: offset },
    pieces: [`${OURS}${directive}`],
    rank,
  }));
}

const OURS = "restream-lint-";

const DIRECTIVES = Object.entries(DIRECTIVE_DOCS);

function isDirective(written: string): boolean {
  return DIRECTIVES.some(([it]) => `${OURS}${it}` === written);
}

/** The rules that a comment does not name yet; those that report something here come first. */
function ruleItems(
  { document: { text, language }, settings }: View,
  start: number,
  offset: number,
): readonly Offer[] {
  const list = text.slice(start, offset).replace(/^\S*/, "");
  if (/(?:^|\s)--(?:\s|$)/.test(list)) return [];
  const typed = /[^\s,]*$/.exec(list.slice(-200))?.[0] ?? "";
  const named = new Set(list.slice(0, list.length - typed.length).split(/[\s,]+/));
  // A comment that names no rule yet is about all of them, so the text is read as if it were somebody else's.
  const others = text.slice(0, start) + "x".repeat(OURS.length) + text.slice(start + OURS.length);
  const reporting = new Set(
    lint(parseDocument(others, { language }), settings).map(({ rule }) => rule),
  );
  return ruleOffers({ start: offset - typed.length, end: offset }, reporting).filter(
    ({ label, detail }) => !named.has(label) && detail !== SILENCELESS,
  );
}

const SILENCELESS = "suppression";

/** Every rule, with what it says; the first are those that the set holds. */
export function ruleOffers(
  range: Offer["range"],
  first: ReadonlySet<string> = new Set(),
): readonly Offer[] {
  return rules.map(({ id, severity, group, docs }, index) => ({
    label: id,
    kind: CompletionItemKind.Reference,
    detail: group === SILENCELESS ? group : severity,
    docs: `${docs.summary}.\n\n${docs.rationale}\n\n[${id}](${pageOf(id)})`,
    range,
    pieces: [id],
    rank: first.has(id) ? index : 100 + index,
  }));
}
