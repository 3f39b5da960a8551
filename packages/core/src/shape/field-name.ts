import { pointer } from "../forms.ts";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";
import { type Entry, isRest } from "../syntax/node.ts";

/**
 * A key in quotes, if a message may repeat it: one that looks like a field's name. A key without a value between braces
 * may be the rest of a secret that a comma cut.
 */
export function fieldName(entry: Entry): string | undefined {
  const name = String(entry.key.value);
  const isLoose = entry.value === undefined && entry.key.style !== "plain";
  const mayBeRest = isRest(entry) || (isLoose && !KNOWN_NAMES.has(name));
  return !mayBeRest && /^[a-z][a-z_]{0,23}$/.test(name) ? `"${name}"` : undefined;
}

/** Fields, and the keys that hold them. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(RESTREAM_FIELDS),
  ...Object.keys(STREAM_FIELDS),
  "restreams",
  "restream",
  "streams",
]);

/** Whether a name may be shown: a known one, or words such as people call fields. */
export function isHarmlessName(name: string): boolean {
  return KNOWN_NAMES.has(name) || WORDS.test(name);
}

const WORDS = /^[a-z][a-z_-]{0,23}$|^[a-z]{1,12}(?:[A-Z][a-z]{1,12}){1,2}$/;

/** Whether a key may be shown: one that is not known, and has no value, may be the rest of a value that a comma cut. */
export function isHarmlessKey({ key, value }: Entry): boolean {
  const name = String(key.value);
  return value === undefined ? KNOWN_NAMES.has(name) : isHarmlessName(name);
}

/** The JSON Pointer of an entry's value; its mapping's, where the key may be a secret. */
export function entryPath(path: string, entry: Entry): string {
  return isHarmlessKey(entry) ? pointer(path, String(entry.key.value)) : path;
}
