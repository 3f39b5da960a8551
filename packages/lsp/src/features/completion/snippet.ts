/** A piece of a text that is inserted: written as it is, or a place that a person fills in. */
export type Piece =
  | string
  | { readonly stop: string }
  /** Without snippets, `plain` is written, or nothing. */
  | { readonly choices: readonly string[]; readonly plain?: string };

/** The text of pieces in the notation of LSP's snippets, or as plain text. */
export function writtenAs(pieces: readonly Piece[], isSnippet: boolean): string {
  let stop = 0;
  return pieces.map((piece) => (isSnippet ? inSnippet(piece) : plain(piece))).join("");

  function inSnippet(piece: Piece): string {
    if (typeof piece === "string") return piece.replaceAll(/[\\$}]/g, String.raw`\$&`);
    stop += 1;
    if ("stop" in piece)
      return piece.stop === ""
        ? `$${stop}`
        : `\${${stop}:${piece.stop.replaceAll(/[\\$}]/g, String.raw`\$&`)}}`;
    const choices = piece.choices.map((it) => it.replaceAll(/[\\,|$}]/g, String.raw`\$&`));
    return `\${${stop}|${choices.join(",")}|}`;
  }
}

function plain(piece: Piece): string {
  if (typeof piece === "string") return piece;
  return "stop" in piece ? piece.stop : (piece.plain ?? "");
}

/** A place for a value: one of these, or the only one there is, or anything; `unchosen` is what stands for nothing. */
export function choiceOf(choices: readonly string[], unchosen: string = ""): Piece {
  const [first = unchosen, ...others] = choices;
  return others.length === 0 ? { stop: first } : { choices, plain: unchosen };
}
