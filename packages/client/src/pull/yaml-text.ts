/**
 * A text as a YAML document says it, on one line: in double quotes, with escapes that JSON has too, unless nothing in it
 * could be taken for anything else.
 */
export function yamlText(text: string): string {
  const isPlain = ADDRESS.test(text) || (WORDS.test(text) && !OTHER.test(text));
  return isPlain ? text : JSON.stringify(text).replaceAll(UNSEEN, escaped);
}

/** A placeholder, or a URI of what no notation takes for more than itself. */
const ADDRESS = /^(?:\$\{\w+\}|(?:rtmps?|srt):\/\/[\w.:/?&=%$+~{}-]*[\w}])$/;
/** What people call things. */
const WORDS = /^\p{L}(?:[\p{L}\p{M}\p{N} ()._-]*[\p{L}\p{M}\p{N})])?$/u;
/** What some readers of YAML take for truth values and nulls. */
const OTHER = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** What cannot be seen, or turns the direction of writing; joiners belong to letters and emojis. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]/gu;

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}
