import { isMapping } from "../is-mapping.ts";
import { type Item, isPlain, isPlainOfStream, Seen } from "./fine-restreams.ts";

/** More than an ordinary text has: the parsers refuse a text by its length and by its lines. */
const MAX_LENGTH = 32 * 1024 * 1024;
const MAX_LINES = 1_000_000;

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
  const lists = language === "yaml" ? listsInYaml(text) : listsInJson(text);
  if (!lists) return undefined;
  const { streams, restreams } = lists;
  const seen = new Seen();
  const areFine = streams.every((it) => seen.declare(it)) && restreams.every((it) => seen.add(it));
  return areFine && restreams.length > 0 ? seen.addresses : undefined;
}

interface Lists {
  readonly streams: readonly Item[];
  readonly restreams: readonly Item[];
}

/** The key of a list, at the left margin. */
const HEAD = /(streams|restreams):(?: +# [\x20-\x7e\xa1-\u1fff]*)?\n/y;
/** A line that says nothing. */
const SILENT = / *(?:#[\x20-\x7e\xa1-\u1fff]*)?\n/y;
const FIELD = /( *)(- )?([a-z_]+): ([^\n]*)\n/y;
/** An ordinary comment behind a value. */
const COMMENT = / +# [\x20-\x7e\xa1-\u1fff]*$/;
/** A regular expression would take its time with longer ones. */
const LONGEST_VALUE = 1000;

/** Texts that can only be names: in quotes, and without as words that nothing of YAML is in. */
const NAME =
  /^(?:"[\w \xc0-\u024f\u0370-\u04ff\u2013.-]*"|[A-Za-z\xc0-\u024f\u0370-\u04ff][\w\xc0-\u024f\u0370-\u04ff.]*(?: [\w\xc0-\u024f\u0370-\u04ff\u2013.-]+)*)$/;
const NO_TEXT = /^(?:true|false|null)$/i;

function listsInYaml(text: string): Lists | undefined {
  const lists = new Map<string, Record<string, string>[]>();
  let items: Record<string, string>[] | undefined;
  let isFitting = isPlain;
  let indent: number | undefined;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    lines += 1;
    if (lines > MAX_LINES) return undefined;
    const head = headAt(text, at);
    if (head) {
      // A list without items is no list to YAML.
      if (lists.has(head) || items?.length === 0) return undefined;
      items = [];
      lists.set(head, items);
      isFitting = head === "streams" ? isPlainOfStream : isPlain;
      indent = undefined;
      at = HEAD.lastIndex;
      continue;
    }
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) {
      if (!isSilentAt(text, at)) return undefined;
      at = SILENT.lastIndex;
      continue;
    }
    at = FIELD.lastIndex;
    const [, blanks = "", dash, key = "", written = ""] = match;
    if (written.length > LONGEST_VALUE) return undefined;
    const value = written.replace(COMMENT, "");
    if (dash !== undefined) {
      indent ??= blanks.length;
      if (blanks.length !== indent) return undefined;
      items?.push({});
    } else if (indent === undefined || blanks.length !== indent + 2) return undefined;
    const item = items?.at(-1);
    if (!item || item[key] !== undefined || !isFitting(key, value)) return undefined;
    const isName = key === "name";
    if (isName && (!NAME.test(value) || NO_TEXT.test(value))) return undefined;
    item[key] = isName ? value.replaceAll('"', "") : value;
  }
  return { streams: lists.get("streams") ?? [], restreams: lists.get("restreams") ?? [] };
}

function headAt(text: string, at: number): string | undefined {
  if (!/[rs]/.test(text.charAt(at))) return undefined;
  HEAD.lastIndex = at;
  return HEAD.exec(text)?.[1];
}

function isSilentAt(text: string, at: number): boolean {
  SILENT.lastIndex = at;
  return SILENT.test(text);
}

/** Only what `JSON.stringify` would write: no key is there twice, and nothing is written in any odd way. */
function listsInJson(text: string): Lists | undefined {
  const value = asWritten(text);
  if (!isMapping(value)) return listsOf([], value);
  const keys = Object.keys(value).toSorted().join();
  if (keys === "restreams") return listsOf([], value["restreams"]);
  if (keys === "restreams,streams") return listsOf(value["streams"], value["restreams"]);
  return listsOf([], [keys === "restream" ? value["restream"] : value]);
}

function listsOf(streams: unknown, restreams: unknown): Lists | undefined {
  const declared = itemsIn(streams, STREAM_TYPES, isPlainOfStream);
  const pushed = itemsIn(restreams, TYPES, isPlain);
  return declared && pushed && { streams: declared, restreams: pushed };
}

function itemsIn(
  list: unknown,
  types: Readonly<Record<string, string>>,
  isFitting: (key: string, value: string) => boolean,
): readonly Item[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const items: Item[] = [];
  for (const it of list as readonly unknown[]) {
    const item = isMapping(it) ? itemOf(it, types, isFitting) : undefined;
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

const TYPES: Readonly<Record<string, string>> = {
  name: "string",
  stream_id: "number",
  client_user_id: "number",
  active: "boolean",
  latency_unit: "string",
  network: "string",
  uri: "string",
};

const STREAM_TYPES: Readonly<Record<string, string>> = {
  id: "number",
  protocol: "string",
  video_codec: "string",
  audio_codec: "string",
  video_bitrate: "number",
  audio_bitrate: "number",
  keyframe_interval: "number",
  frame_rate: "number",
  width: "number",
  height: "number",
};

function itemOf(
  mapping: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, string>>,
  isFitting: (key: string, value: string) => boolean,
): Item | undefined {
  const item: Record<string, string> = {};
  for (const [key, value] of Object.entries(mapping)) {
    const isTyped = Object.hasOwn(types, key) && typeof value === types[key];
    if (!isTyped || !isFitting(key, String(value))) return undefined;
    if (key === "name" && !NAME.test(`"${String(value)}"`)) return undefined;
    item[key] = String(value);
  }
  return item;
}
