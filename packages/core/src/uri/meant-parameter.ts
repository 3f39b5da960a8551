import { didYouMean } from "../did-you-mean.ts";
import { isWritten } from "./part.ts";
import type { SrtPair } from "./srt.ts";
import { findSrtParameter, SRT_PARAMETERS } from "./srt-parameters.ts";

/** What people write for what is called otherwise, and is not merely misspelt. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["id", "streamid"],
  ["stream_name", "streamid"],
  ["streamname", "streamid"],
  ["stream_key", "streamid"],
  ["streamkey", "streamid"],
  ["password", "passphrase"],
  ["pass", "passphrase"],
]);

/** The SRT parameter that was probably meant by an unknown name, unless it is given already. */
export function meantParameter(
  name: string,
  value: string,
  given: ReadonlySet<string>,
): string | undefined {
  const known = SRT_PARAMETERS.map((it) => it.name).filter((it) => !given.has(it));
  const isMode = name === "type" && /^(?:caller|listener|rendezvous)$/i.test(value);
  const meant = isMode ? "mode" : SYNONYMS.get(name.toLowerCase());
  return known.find((it) => it === meant) ?? didYouMean(name, known);
}

/** Whether an unknown parameter probably means this one: then it is to be renamed, and none to be added. */
export function isMisspelt(parameter: string, pairs: readonly SrtPair[]): boolean {
  const given = new Set(pairs.map(({ name }) => name.text));
  return pairs.some(
    ({ name, value }) =>
      value &&
      isWritten(name) &&
      !findSrtParameter(name.text) &&
      meantParameter(name.text, value.text, given) === parameter,
  );
}
