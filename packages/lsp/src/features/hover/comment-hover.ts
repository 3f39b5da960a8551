import { type Directive, rules, type Suppression, suppressionsIn } from "@restream-lint/core";
import type { View } from "../../view.ts";
import { type Explanation, touches } from "./explanation.ts";
import { ruleWords } from "./rule-words.ts";

/** Explains what a comment suppresses: its directive, or the rule that it names there. */
export function explainComment(
  { document, settings }: View,
  offset: number,
): Explanation | undefined {
  const { text, language } = document;
  if (!text.includes("restream-lint")) return undefined;
  const suppression = suppressionsIn(text, language, IDS).find(({ comment }) =>
    touches(comment, offset),
  );
  if (!suppression) return undefined;
  const name = suppression.names.find(({ range }) => touches(range, offset));
  if (name) {
    const rule = rules.find(({ id }) => id === name.text);
    return rule && { range: name.range, blocks: ruleWords(rule, settings) };
  }
  const { word, directive } = suppression;
  if (!directive || !touches(word, offset)) return undefined;
  return { range: word, blocks: directiveWords(directive, suppression) };
}

const IDS: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

function directiveWords(directive: Directive, { names }: Suppression): readonly string[] {
  const whose = names.length === 0 ? "all rules, as none is named" : "the rules that are named";
  return [
    `**\`restream-lint-${directive}\`**: ${WORDS[directive]}`,
    `It holds for ${whose}. What follows \` -- \` says why.`,
  ];
}

const WORDS: Readonly<Record<Directive, string>> = {
  "disable-next-line":
    "leaves findings alone on the next line that holds more than blanks and comments, and in all of a restream or a stream that begins there.",
  "disable-line": "leaves findings alone on this line, and in a value that begins on it.",
  "disable-file": "leaves findings alone in the whole file, wherever the comment stands.",
  disable:
    "leaves findings alone from here to the next `restream-lint-enable`, or to the end of the file.",
  enable: "ends what `restream-lint-disable` began: from here on findings are reported again.",
};
