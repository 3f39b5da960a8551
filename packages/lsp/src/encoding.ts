/** How a client counts the characters of a line. */
export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

/** The encoding to speak: UTF-16 where the client takes it, since texts are counted so here; else the client's first. */
export function encodingFor(offered: readonly string[] | undefined): PositionEncoding {
  if (!Array.isArray(offered) || offered.includes("utf-16")) return "utf-16";
  return ENCODINGS.find((it) => offered.includes(it)) ?? "utf-16";
}

const ENCODINGS: readonly PositionEncoding[] = ["utf-8", "utf-32"];

/** The length of a text as the client counts; an unpaired surrogate is a character of its own, three bytes long. */
export function lengthIn(encoding: PositionEncoding, text: string): number {
  if (encoding === "utf-16") return text.length;
  let length = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) length += sizeAt(text, at, encoding);
  return length;
}

/** How many UTF-16 units so many characters of a line are, from an offset on; inside a character, up to its start. */
export function unitsIn(
  encoding: PositionEncoding,
  text: string,
  characters: number,
  { start = 0, end = text.length }: { readonly start?: number; readonly end?: number } = {},
): number {
  if (encoding === "utf-16") return Math.min(characters, end - start);
  let at = start;
  for (let left = characters; at < end; at += unitsAt(text, at)) {
    left -= sizeAt(text, at, encoding);
    if (left < 0) break;
  }
  return Math.min(at, end) - start;
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function sizeAt(text: string, at: number, encoding: PositionEncoding): number {
  if (encoding === "utf-32") return 1;
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
