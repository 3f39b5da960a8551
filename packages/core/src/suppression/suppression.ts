import { didYouMean } from "../did-you-mean.ts";
import type { Range } from "../range.ts";
import { commentsWith } from "../syntax/comments.ts";
import type { Language } from "../syntax/syntax.ts";

/** What a comment can do: `restream-lint-disable-line`. */
export type Directive =
  | "disable-next-line"
  | "disable-line"
  | "disable-file"
  | "disable"
  | "enable";
const DIRECTIVES: readonly Directive[] = [
  "disable-next-line",
  "disable-line",
  "disable-file",
  "disable",
  "enable",
];

/** A comment that suppresses findings, or is meant to. */
export interface Suppression {
  /** Undefined where the comment is none, for all that it is meant to be one. */
  readonly directive: Directive | undefined;
  /** What was probably meant where it is none. */
  readonly meant: Directive | undefined;
  readonly comment: Range;
  /** The directive, as it is written. */
  readonly word: Range;
  /** None of them: all rules. */
  readonly names: readonly RuleName[];
  /** What stands after ` -- `. */
  readonly reason: string | undefined;
  /** Where the next line begins that holds more than blanks and comments. */
  readonly below: number | undefined;
}

/** A rule that a comment names; several words in a row that name none are one. */
export interface RuleName {
  readonly text: string;
  readonly range: Range;
  readonly isKnown: boolean;
}

/** What silences a finding: a comment for all rules, or a rule's name in one. */
export type Silencer = Suppression | RuleName;

/** In the place of a rule's ID: all rules. */
export const ALL = "";

/** What the comments of a document came to, once all other rules have had their say. */
export interface Suppressions {
  readonly all: readonly Suppression[];
  /** Those that silence nothing, and names of others that do not. */
  readonly unused: ReadonlySet<Silencer>;
  /** The IDs of all rules. */
  readonly rules: readonly string[];
}

const MARK = "restream-lint";

/** Reads the comments of a text that suppress, or are meant to. The IDs are those of all rules. */
export function suppressionsIn(
  text: string,
  language: Language,
  ids: Pick<ReadonlySet<string>, "has">,
): Suppression[] {
  // Few texts hold any, and the comments of the others need not be looked for.
  if (!text.includes(MARK)) return [];
  return commentsWith(MARK, text, language).flatMap(({ range, body, below }) => {
    const said = text.slice(body.start, body.end);
    const head = headOf(said);
    if (!head) return [];
    const { directive, meant, length } = head;
    const word = { start: body.start, end: body.start + length };
    const rest = said.slice(length);
    const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
    const names = namesIn(rest.slice(0, dashes?.index), word.end, ids);
    const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : undefined;
    return { directive, meant, comment: range, word, names, reason, below };
  });
}

type Head = Pick<Suppression, "directive" | "meant"> & { readonly length: number };

/** Our name, what joins it to the directive, and the directive. */
const HEAD = /^restream-lint(-|_|:?[ \t]+|:)([a-z]+(?:[-_][a-z]+)*)/i;

/** A pattern that repeats a group may not run over a whole text. */
const LONGEST_HEAD = 200;

/** What a comment that begins with our name asks for; undefined where it only speaks of us. */
function headOf(said: string): Head | undefined {
  const [head, joint, name = ""] = HEAD.exec(said.slice(0, LONGEST_HEAD)) ?? [];
  if (head === undefined) return undefined;
  const { length } = head;
  const rest = said.slice(length);
  const isEnded = /^:?(?:\s|$)/.test(rest);
  const directive = DIRECTIVES.find((it) => it === name);
  if (directive && joint === "-" && isEnded) {
    return { directive, meant: undefined, length };
  }
  const isSentence = /^[ \t_]/.test(joint ?? "");
  const meant = isSentence ? spelt(name) : meantBy(name);
  const isMeant = isSentence ? isAsked(meant, rest) : meant !== undefined || isAttempt(name);
  if (!isMeant) return undefined;
  return { directive: undefined, meant: isEnded ? meant : undefined, length };
}

function isAttempt(name: string): boolean {
  return /^(?:dis|en)able|^(?:ignor|suppress|skip|allow|mute)/i.test(name);
}

/** "restream-lint disable" may be the beginning of a sentence. */
function isAsked(meant: Directive | undefined, rest: string): boolean {
  return (
    meant?.includes("-") === true ||
    (meant !== undefined && /^:?\s*(?:$|--|[a-z]+-[a-z])/.test(rest))
  );
}

/** What other linters call theirs. */
const OTHERS: Readonly<Record<string, Directive>> = {
  disablenext: "disable-next-line",
  disablethisline: "disable-line",
  disablesameline: "disable-line",
  disablethisfile: "disable-file",
  disableall: "disable-file",
};

/** The directive that a word is but for its case and its hyphens. */
function spelt(word: string): Directive | undefined {
  const letters = lettersOf(word);
  return DIRECTIVES.find((it) => lettersOf(it) === letters);
}

function meantBy(word: string): Directive | undefined {
  const known = word.replace(/^(?:ignored?|suppress|skip|allow|mute)(?=[-_]|$)/i, "disable");
  const other = Object.hasOwn(OTHERS, lettersOf(known)) ? OTHERS[lettersOf(known)] : undefined;
  return spelt(known) ?? other ?? DIRECTIVES.find((it) => it === didYouMean(known, DIRECTIVES));
}

function lettersOf(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}

/** More than there are rules. */
const MOST_NAMES = 500;

/** The names in a list. A comma between two is not insisted on; words in a row that name no rule are one that does not. */
function namesIn(list: string, start: number, ids: Pick<ReadonlySet<string>, "has">): RuleName[] {
  const names: RuleName[] = [];
  const words = /([^\s,:]+)(\s*,)?/g;
  let isContinued = false;
  for (let word = words.exec(list); word && names.length < MOST_NAMES; word = words.exec(list)) {
    const [, text = "", comma] = word;
    // The stars at the left of a comment of several lines.
    if (text === "*") continue;
    const isKnown = ids.has(text);
    const range = { start: start + word.index, end: start + word.index + text.length };
    const last = names.at(-1);
    if (last && isContinued && !isKnown) {
      const whole = { start: last.range.start, end: range.end };
      names[names.length - 1] = { text: "", range: whole, isKnown };
    } else {
      names.push({ text, range, isKnown });
    }
    isContinued = !isKnown && comma === undefined;
  }
  return names;
}
