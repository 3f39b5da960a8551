import { isSecretParameter } from "./secret-parameters.ts";
import { findSrtParameter } from "./srt-parameters.ts";
import type { SrtPair } from "./srt.ts";

/** The parameter whose value a raw `&` may have cut, so that this pair of a name that nobody knows is the rest of it. */
export function cutSecretBefore(
  pairs: readonly SrtPair[],
  pair: SrtPair,
): "streamid" | "passphrase" | undefined {
  if (findSrtParameter(pair.name.text)) return undefined;
  const before = pairs
    .slice(0, pairs.indexOf(pair))
    .findLast(({ name }) => findSrtParameter(name.text));
  const name = before?.value && before.name.text;
  if (name === undefined || !isSecretParameter(name)) return undefined;
  return name === "passphrase" ? name : "streamid";
}

/** Whether an output may repeat the name of a pair: a known one, or a word with a value that is not the rest of a secret. */
export function isShownName(pairs: readonly SrtPair[], pair: SrtPair): boolean {
  const { name, value } = pair;
  if (findSrtParameter(name.text)) return value !== undefined;
  return isWordWithValue(pair) && cutSecretBefore(pairs, pair) === undefined;
}

/** A word before `=` and a value is a name; a token that ends in `=` has none. */
export function isWordWithValue({ name, value }: SrtPair): boolean {
  return (
    /^[a-z][a-z_]{0,23}$/.test(name.text) &&
    value !== undefined &&
    value.text.replaceAll("=", "") !== ""
  );
}
