/** One of the words that a tab stop offers; which one a person would choose. */
export type Choose = (words: readonly string[]) => string | undefined;

/**
 * What a snippet comes to when nobody types anything: each tab stop with its default, each choice with the word chosen, by default
 * the first. Throws where the text is not a snippet, and at variables and transforms, which ours do without.
 */
export function filledInSnippet(body: string, choose: Choose = ([first]) => first): string {
  const defaults = new Map<string, string>();
  let at = 0;
  // A tab stop may be mentioned before the place that has its default.
  const pieces = piecesUntil(undefined);
  return pieces.map((it) => (typeof it === "string" ? it : (defaults.get(it.stop) ?? ""))).join("");

  function piecesUntil(end: string | undefined): readonly Piece[] {
    return at === body.length || body[at] === end ? [] : [piece(), ...piecesUntil(end)];
  }

  function piece(): Piece {
    const [escaped] = take(/\\[\\$}]/y);
    if (escaped) return escaped.slice(1);
    const [, bare] = take(/\$(\d+)/y);
    if (bare) return { stop: bare };
    const [opened, stop = "", sign] = take(/\$\{(\d+)([:|}])/y);
    if (opened) return sign === "}" ? { stop } : withDefault(stop, sign === "|");
    const [plain] = take(/[^\\$]/y);
    if (plain) return plain;
    throw new Error(`no snippet from ${at} on: ${body.slice(at)}`);
  }

  function withDefault(stop: string, isChoice: boolean): Piece {
    if (defaults.has(stop)) throw new Error(`two defaults for ${stop}`);
    if (isChoice) {
      const [all, words = ""] = take(/((?:\\[\\,|]|[^\\,|]|,)+)\|\}/y);
      if (!all) throw new Error(`no end of the choice from ${at} on`);
      defaults.set(stop, choose(choices(words)) ?? "");
      return { stop };
    }
    const inner = piecesUntil("}");
    if (body[at] !== "}") throw new Error(`no end of tab stop ${stop}`);
    at++;
    defaults.set(stop, inner.map((it) => (typeof it === "string" ? it : valueOf(it))).join(""));
    return { stop };
  }

  function valueOf({ stop }: { readonly stop: string }): string {
    return defaults.get(stop) ?? "";
  }

  function take(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    at += found?.[0].length ?? 0;
    return found ?? [];
  }
}

type Piece = string | { readonly stop: string };

function choices(words: string): readonly string[] {
  return Array.from(words.matchAll(/(?:\\[\\,|]|[^\\,])+/g), ([it]) =>
    it.replaceAll(/\\([\\,|])/g, "$1"),
  );
}
