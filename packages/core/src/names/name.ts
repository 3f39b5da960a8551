import { type Range, touches } from "../range.ts";

/** What a text calls something by in several places. All ranges are in the order of the text, and hold the name alone. */
export interface Name {
  readonly kind: "anchor" | "stream";
  /** Without `&` and quotes. What stands in the place of a stream's ID may be a secret: show it only where there is no `obstacle`. */
  readonly text: string;
  /** The anchor; `id` of each declaration of the stream. */
  readonly definitions: readonly Range[];
  /** The aliases; `stream_id` of the restreams. */
  readonly uses: readonly Range[];
  /** Why it cannot be renamed, as a person is told. */
  readonly obstacle: string | undefined;
  /** All names of its kind in the same YAML document or JSON text. */
  readonly taken: ReadonlySet<string>;
}

/** A name, and one of its places. */
export interface NamePlace {
  readonly name: Name;
  readonly range: Range;
}

/** The name that an offset is in, or at an end of. */
export function nameAt(names: readonly Name[], offset: number): NamePlace | undefined {
  for (const name of names) {
    const range = [...name.definitions, ...name.uses].find((it) => touches(it, offset));
    if (range) return { name, range };
  }
  return undefined;
}
