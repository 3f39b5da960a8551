import { maskText, parseUri, redactUri } from "@restream-lint/core";
import type { VariableNames } from "./variable-names.ts";
import { heldBy, means, writtenOut, type WrittenText } from "./written-text.ts";

/** A restream's name as a document may say it: a variable stands for one with a secret in it, as of a URI that was pasted. */
export function writtenName(
  name: string,
  owner: string,
  secrets: Iterable<string>,
  names: VariableNames,
): WrittenText {
  const written = writtenOut(name);
  const isUri = parseUri(name.trim()).authority !== undefined && redactUri(name) !== name;
  const isSecret = isUri || maskText(name) !== name || repeats(name, secrets);
  return isSecret || !means(written, name)
    ? heldBy(names.nameOfText(`${owner}_NAME`, name), name)
    : written;
}

/** Shorter ones stand in other words by chance. */
const TELLING = 6;

/** Whether a text holds one of these secrets, however its letters are written. */
export function repeats(text: string, secrets: Iterable<string>): boolean {
  const all = text.toLowerCase();
  return [...secrets].some((it) => it.length >= TELLING && all.includes(it.toLowerCase()));
}
