import type { Text } from "./corpus.ts";

/** A change as the language server protocol writes it. */
export interface Keystroke {
  readonly change: { readonly range: object; readonly text: string };
  /** How many problems the text has with it. */
  readonly problems: number;
}

/** Edits, one after the other: the first character of a valid URI goes, comes back, then another URI's goes. */
export function keystrokesIn({ text, faults }: Text, length: number): Keystroke[] {
  const lines = text.split("\n");
  const places = lines.flatMap((content, line) => {
    const character = URI.exec(content)?.[0].length;
    return character === undefined ? [] : [{ line, character, first: content.charAt(character) }];
  });
  return Array.from({ length }, (_, index) => {
    // A stride that is prime visits all restreams, far from each other.
    const place = places[(Math.floor(index / 2) * 7919) % places.length];
    if (place === undefined) throw new Error("the text has no URI");
    const { line, character, first } = place;
    const start = { line, character };
    const end = { line, character: character + 1 };
    return index % 2 === 0
      ? { change: { range: { start, end }, text: "" }, problems: faults + 1 }
      : { change: { range: { start, end: start }, text: first }, problems: faults };
  });
}

/** All before the value, in both formats. No URI with a fault of its own: one more would not show. */
const URI = /^\s+"?uri"?: "?(?=(?:rtmp|srt):)(?!.*:70000)/;
