/** How many bytes a text has in UTF-8: as it is written, and with its `%XX` decoded, which not every tool does. */
export interface ByteLength {
  readonly written: number;
  readonly decoded: number;
}

/** Measures a text as the tools do that count bytes. */
export function byteLengthOf(text: string): ByteLength {
  let written = 0;
  for (const character of text) written += utf8Length(character.codePointAt(0) ?? 0);
  const escapes = text.match(/%[0-9a-f]{2}/gi)?.length ?? 0;
  return { written, decoded: written - 2 * escapes };
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_00_00 ? 3 : 4;
}
