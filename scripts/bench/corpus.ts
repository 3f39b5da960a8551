import { type Entry, faultyEntry, fineEntry, isFaulty } from "./entry.ts";

export type Format = "yaml" | "json";

/** A text of restreams, and how many of them have a fault, one each. */
export interface Text {
  readonly text: string;
  readonly faults: number;
}

/** A document of so many restreams, the same in each run, with numbers from `first` on. */
export function documentOf(size: number, format: Format, isSound: boolean, first = 1): Text {
  return documentWith(
    Array.from({ length: size }, (_, index) => first + index),
    format,
    isSound,
  );
}

/** The valid YAML document of so many restreams, none of which stands where its number says. */
export function shuffledDocument(size: number): Text {
  // As far apart as a prime, which shares no factor with any size that is used.
  const ids = Array.from({ length: size }, (_, index) => ((index * 7919) % size) + 1);
  return documentWith(ids, "yaml", true);
}

function documentWith(ids: readonly number[], format: Format, isSound: boolean): Text {
  const faulty = isSound ? [] : ids.filter(isFaulty);
  const entries = ids.map((id) => (isSound || !isFaulty(id) ? fineEntry(id) : faultyEntry(id)));
  return { text: format === "json" ? toJson(entries) : toYaml(entries), faults: faulty.length };
}

/** Documents of 5 to 15 restreams, no two of them for the same target. */
export function smallDocuments(count: number, isSound: boolean): Text[] {
  const stride = 7;
  return Array.from({ length: count }, (_, index) =>
    documentOf(SMALLEST + ((index * stride) % SIZES), "yaml", isSound, 1 + index * LARGEST),
  );
}

const SMALLEST = 5;
const LARGEST = 15;
const SIZES = LARGEST - SMALLEST + 1;

function toJson(restreams: readonly Entry[]): string {
  return `${JSON.stringify({ restreams }, undefined, 2)}\n`;
}

/** A YAML document of these restreams, in block style, as people write it. */
export function toYaml(entries: readonly Entry[]): string {
  return `restreams:\n${entries.map(itemOf).join("")}`;
}

/** Names stand in double quotes, and so do strings that YAML might take for something else. */
function itemOf({ name, ...fields }: Entry): string {
  const lines = Object.entries(fields).map(([key, value]) => {
    const written = value === "yes" ? JSON.stringify(value) : value;
    return `    ${key}: ${written}\n`;
  });
  return `  - name: ${JSON.stringify(name)}\n${lines.join("")}`;
}
