import {
  type Directive,
  DIRECTIVE_DOCS,
  RULES_BY_ID,
  type Suppression,
  suppressionsOf,
  touches,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import type { Explanation } from "./explanation.ts";
import { ruleWords } from "./rule-words.ts";

/** Explains what a comment suppresses: its directive, or the rule that it names there. */
export function explainComment(
  { document, settings }: View,
  offset: number,
): Explanation | undefined {
  const suppression = suppressionsOf(document).find(({ comment }) => touches(comment, offset));
  if (!suppression) return undefined;
  const name = suppression.names.find(({ range }) => touches(range, offset));
  if (name) {
    const rule = RULES_BY_ID.get(name.text);
    return rule && { range: name.range, blocks: ruleWords(rule, settings) };
  }
  const { word, directive } = suppression;
  if (!directive || !touches(word, offset)) return undefined;
  return { range: word, blocks: directiveWords(directive, suppression) };
}

function directiveWords(directive: Directive, { names }: Suppression): readonly string[] {
  const whose = names.length === 0 ? "all rules, as none is named" : "the rules that are named";
  return [
    `**\`restream-lint-${directive}\`**: ${DIRECTIVE_DOCS[directive]}`,
    `It holds for ${whose}. What follows \` -- \` says why.`,
  ];
}
