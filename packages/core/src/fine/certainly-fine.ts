import { type Item, isPlain, Seen } from "./fine-restreams.ts";

/** More than an ordinary text has: the parsers refuse a text by its lines too. */
const MAX_LENGTH = 32 * 1024 * 1024;

/**
 * Answers the target addresses of a text that linting has certainly nothing to say of, so that it need not be parsed;
 * undefined wherever that takes more than a look. It knows ordinary block YAML and what `JSON.stringify` writes, with
 * every secret in a variable. For settings that say nothing.
 */
export function certainlyFine(
  text: string,
  language: "yaml" | "json" | "jsonc",
): readonly string[] | undefined {
  if (text.length > MAX_LENGTH || text.includes("restream-lint")) return undefined;
  const items = language === "yaml" ? itemsInYaml(text) : itemsInJson(text);
  const seen = new Seen();
  return items && items.length > 0 && items.every((it) => seen.add(it))
    ? seen.addresses
    : undefined;
}

const HEAD = /(?:#[\x20-\x7e\xa1-\u1fff]*\n|\n)*restreams:\n/y;
/** A line that says nothing. */
const SILENT = / *(?:#[\x20-\x7e\xa1-\u1fff]*)?\n/y;
const FIELD = /( *)(- )?([a-z_]+): ([^\n]*)\n/y;

/** Texts that can only be names, in quotes and without. */
const NAME = /^(?:"[A-Za-z0-9 ._-]*[A-Za-z0-9]"|[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*)$/;
const NO_TEXT = /^(?:true|false|null)$/i;

function itemsInYaml(text: string): readonly Item[] | undefined {
  HEAD.lastIndex = 0;
  if (!HEAD.test(text)) return undefined;
  const items: Record<string, string>[] = [];
  let at = HEAD.lastIndex;
  let indent: number | undefined;
  while (at < text.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) {
      SILENT.lastIndex = at;
      if (!SILENT.test(text)) return undefined;
      at = SILENT.lastIndex;
      continue;
    }
    at = FIELD.lastIndex;
    const [, blanks = "", dash, key = "", value = ""] = match;
    if (dash !== undefined) {
      indent ??= blanks.length;
      if (blanks.length !== indent) return undefined;
      items.push({});
    } else if (indent === undefined || blanks.length !== indent + 2) return undefined;
    const item = items.at(-1);
    if (!item || item[key] !== undefined || !isPlain(key, value)) return undefined;
    const isName = key === "name";
    if (isName && (!NAME.test(value) || NO_TEXT.test(value))) return undefined;
    item[key] = isName ? value.replaceAll('"', "") : value;
  }
  return items;
}

/** Only what `JSON.stringify` would write: no key is there twice, and nothing is written in any odd way. */
function itemsInJson(text: string): readonly Item[] | undefined {
  const value = asWritten(text);
  const list: unknown = isMapping(value)
    ? (only(value, "restreams") ?? [only(value, "restream") ?? value])
    : value;
  if (!Array.isArray(list)) return undefined;
  const items: Item[] = [];
  for (const it of list as readonly unknown[]) {
    const item = isMapping(it) ? itemOf(it) : undefined;
    if (!item) return undefined;
    items.push(item);
  }
  return items;
}

function asWritten(text: string): unknown {
  const indent = /^[[{]\n( {1,8})/.exec(text)?.[1]?.length ?? 0;
  try {
    const value: unknown = JSON.parse(text);
    const written = JSON.stringify(value, undefined, indent);
    return text === written || text === `${written}\n` ? value : undefined;
  } catch {
    // No JSON, or nested beyond the stack.
    return undefined;
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a mapping's only key, if it is that one. */
function only(mapping: Readonly<Record<string, unknown>>, key: string): unknown {
  const keys = Object.keys(mapping);
  return keys.length === 1 && keys[0] === key ? mapping[key] : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  name: "string",
  stream_id: "number",
  client_user_id: "number",
  active: "boolean",
  latency_unit: "string",
  uri: "string",
};

function itemOf(mapping: Readonly<Record<string, unknown>>): Item | undefined {
  const item: Record<string, string> = {};
  for (const [key, value] of Object.entries(mapping)) {
    const isTyped = Object.hasOwn(TYPES, key) && typeof value === TYPES[key];
    if (!isTyped || !isPlain(key, String(value))) return undefined;
    if (key === "name" && !/^[\x20-\x7e]*$/.test(String(value))) return undefined;
    item[key] = String(value);
  }
  return item;
}
