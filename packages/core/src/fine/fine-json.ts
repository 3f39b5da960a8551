import { MAX_TOKENS } from "../max-tokens.ts";
import { type ListName, TEXTS } from "./fine-fields.ts";
import { FineItems, type Reader } from "./fine-items.ts";
import { endOfMatch, type Visit } from "./fine-lists.ts";
import type { Notation } from "./template.ts";

/** The source of what may stand between any two words. */
export const BLANKS: string = String.raw`[ \t\r\n]*`;
const W = BLANKS;
const SPACE = new RegExp(W, "y");
const COMMA = new RegExp(`${W},${W}`, "y");
const OPEN = new RegExp(String.raw`\{${W}`, "y");
const CLOSE = new RegExp(String.raw`${W}\}`, "y");
const OPEN_LIST = new RegExp(String.raw`\[${W}`, "y");
const CLOSE_LIST = new RegExp(String.raw`${W}\]`, "y");
const KEY = new RegExp(String.raw`"(streams|restreams|restream)"${W}:${W}`, "y");
const FIELD = new RegExp(
  String.raw`"([a-z_]+)"${W}:${W}("[^"\\\n]{0,1000}"|[a-z0-9]{1,20})(?:${W}(,)${W})?`,
  "y",
);

/** As many as an item has at most that nothing is wrong with: four of each field, by the list, and those around them. */
export const MOST_TOKENS: Readonly<Record<ListName, number>> = { restreams: 30, streams: 42 };
/** More than stand around the lists. */
const TOKENS_AROUND = 100;

/**
 * Visits the items of a JSON text, in each form that a document may have, in their order. Answers whether that is all
 * that the text holds, with nothing wrong in any item by itself.
 */
export function visitJson(text: string, visit: Visit): boolean {
  let tokens = TOKENS_AROUND;
  const start = endOfMatch(SPACE, text, 0) ?? 0;
  const end = endOfRoot(text, start, (list, item) => {
    tokens += MOST_TOKENS[list];
    return tokens <= MAX_TOKENS && visit(list, item);
  });
  return end !== undefined && endOfMatch(SPACE, text, end) === text.length;
}

function endOfRoot(text: string, start: number, visit: Visit): number | undefined {
  const list = endOfMatch(OPEN_LIST, text, start);
  if (list !== undefined) return endOfList(text, list, "restreams", visit);
  const open = endOfMatch(OPEN, text, start);
  if (open === undefined) return undefined;
  return endOfMatch(KEY, text, open) === undefined
    ? endOfItem(text, start, visit)
    : endOfWhole(text, open, visit);
}

/** The end of `{"streams": […], "restreams": […]}`, or of `{"restream": {…}}`. */
function endOfWhole(text: string, start: number, visit: Visit): number | undefined {
  const names = new Set<string>();
  let at: number | undefined = start;
  let end: number | undefined;
  while (at !== undefined) {
    KEY.lastIndex = at;
    const name = KEY.exec(text)?.[1] as ListName | "restream" | undefined;
    if (!name || names.has(name) || names.has("restream")) return undefined;
    names.add(name);
    end = endOfNamed(text, KEY.lastIndex, name, visit);
    at = end === undefined ? undefined : endOfMatch(COMMA, text, end);
  }
  return end === undefined ? undefined : endOfMatch(CLOSE, text, end);
}

function endOfNamed(
  text: string,
  start: number,
  name: ListName | "restream",
  visit: Visit,
): number | undefined {
  if (name === "restream") return endOfItem(text, start, visit);
  const list = endOfMatch(OPEN_LIST, text, start);
  return list === undefined ? undefined : endOfList(text, list, name, visit);
}

function endOfItem(text: string, start: number, visit: Visit): number | undefined {
  const item = jsonItems().at(text, start);
  return item && visit("restreams", item) ? item.end : undefined;
}

/** The end of the list whose first item begins here. */
function endOfList(text: string, start: number, list: ListName, visit: Visit): number | undefined {
  const items = ITEMS[list].anew();
  let at: number | undefined = start;
  let end = start;
  while (at !== undefined) {
    const item = items.at(text, at);
    if (!item || !visit(list, item)) return undefined;
    ({ end } = item);
    at = endOfMatch(COMMA, text, end);
  }
  return endOfMatch(CLOSE_LIST, text, end);
}

/** The items of a list of restreams, in a text that was not looked at before. */
export function jsonItems(): FineItems {
  return ITEMS.restreams.anew();
}

const NOTATION: Notation = {
  isByLine: false,
  open: String.raw`\{${W}`,
  fieldOf: (key, value) => `"${key}"${W}:${W}${value}`,
  between: `${W},${W}`,
  close: String.raw`${W}\}`,
};

const readItem: Reader = (text, start) => {
  const values = new Map<string, string>();
  let at = endOfMatch(OPEN, text, start);
  while (at !== undefined) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) return undefined;
    const [, key = "", written = "", comma] = match;
    // YAML takes any word for a text; JSON takes none.
    const isNoText = TEXTS.has(key) && !written.startsWith('"');
    if (isNoText || values.has(key)) return undefined;
    values.set(key, written);
    at = comma === undefined ? undefined : FIELD.lastIndex;
  }
  return { values, notation: NOTATION };
};

const ITEMS: Readonly<Record<ListName, FineItems>> = {
  streams: new FineItems("streams", readItem),
  restreams: new FineItems("restreams", readItem),
};
