import type { Range } from "../range.ts";
import { suppressionsIn } from "../suppression/suppression.ts";
import type { Language } from "../syntax/syntax.ts";

/** Any name may be a rule's: what rules there are, others know. */
const NO_RULES: ReadonlySet<string> = new Set();
const MARK = "restream-lint";
/** Right or wrong, as long as it is made of what directives are made of. */
const DIRECTIVE =
  /^restream-lint[-_: \t]+(?:disable|enable|ignore|next|this|same|line|file|all)(?:[-_]?(?:next|this|same|line|file|all))*$/i;

/** What may be shown of comments that suppress findings: what they ask for, and names such as rules have; no reason. */
export function* harmlessInComments(text: string, language: Language): Iterable<Range> {
  for (const { word, names } of suppressionsIn(text, language, NO_RULES)) {
    const isDirective = DIRECTIVE.test(text.slice(word.start, word.end));
    yield isDirective ? word : { start: word.start, end: word.start + MARK.length };
    for (const { range } of names) {
      // Several words without a comma: after the first one they may be a reason.
      const [name = ""] = /^\S*/.exec(text.slice(range.start, range.end)) ?? [];
      if (isRuleLike(name)) yield { start: range.start, end: range.start + name.length };
    }
  }
}

/** Words in kebab-case, which keys with their digits are not. */
function isRuleLike(name: string): boolean {
  return name.length <= 40 && /^[a-z]{2,}[0-9]?(?:-[a-z]{2,}[0-9]?)+$/.test(name);
}
