import type { Expected } from "../schema/schema.ts";
import type { ScalarNode } from "../syntax/node.ts";

/** The value that was certainly meant by one of a wrong type; undefined where that is a guess. */
export function intendedValue(
  written: ScalarNode["value"],
  expected: Expected,
): string | number | boolean | undefined {
  if (written === null) return undefined;
  if (expected.enum)
    return typeof written === "string" ? wordIn(expected.enum, written) : undefined;
  const types = [expected.type].flat();
  if (types.includes("boolean")) return TRUTHS.get(String(written).trim().toLowerCase());
  if (typeof written !== "string") return undefined;
  return types.includes("integer") || types.includes("number")
    ? numberIn(written, expected, types.includes("integer"))
    : undefined;
}

/** The words for true and false of YAML 1.1, which many tools still read. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "y", "on", "1"].map((it) => [it, true] as const),
  ...["false", "no", "n", "off", "0"].map((it) => [it, false] as const),
]);

/** Other names of the words that fields take, without blanks and punctuation. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  us: ["µs", "μs", "usec", "usecs", "microsecond", "microseconds"],
  ms: ["msec", "msecs", "millisecond", "milliseconds"],
  s: ["sec", "secs", "second", "seconds"],
  h264: ["avc", "avc1", "x264"],
  hevc: ["h265", "x265"],
  av1: ["av01"],
  "public-internet": ["internet", "public"],
};

function wordIn(known: readonly unknown[], written: string): string | undefined {
  const bare = bareWord(written);
  const words = known.filter((it) => typeof it === "string");
  return words.find((it) => bareWord(it) === bare || SYNONYMS[it]?.includes(bare));
}

function bareWord(word: string): string {
  return word.toLowerCase().replaceAll(/[\s._-]/g, "");
}

/** Longer numbers in quotes may be a key in the wrong place; a leading zero may mean something. */
function numberIn(written: string, expected: Expected, isWhole: boolean): number | undefined {
  if (!/^-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$/.test(written.trim())) return undefined;
  const number = Number(written);
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = expected;
  const fits = number >= minimum && number > exclusiveMinimum;
  return fits && (!isWhole || Number.isInteger(number)) ? number : undefined;
}
