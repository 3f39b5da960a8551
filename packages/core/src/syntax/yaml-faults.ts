import type { Range } from "../range.ts";
import type { SyntaxFault } from "./node.ts";

/** The messages of `yaml` quote the text, which may be a secret; so ours are chosen by its error code. */
const MESSAGES = {
  ALIAS_PROPS: "An alias (*name) cannot have an anchor or a tag",
  BAD_ALIAS: "This anchor or alias needs a name that does not end in a colon",
  BAD_COLLECTION_TYPE: "This tag does not fit the mapping or list it stands before",
  BAD_DIRECTIVE: "YAML knows no such directive",
  BAD_DQ_ESCAPE: 'YAML knows no such escape in "…"; write a backslash as \\\\',
  BAD_INDENT: "This line is indented differently from the lines it belongs to",
  BAD_PROP_ORDER: "An anchor or a tag must stand after the indicator, before the value",
  BAD_SCALAR_START: "A plain value cannot begin with this character; put the value in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    'A second ": " in this value; put the value in quotes, or indent the next line like this one',
  BLOCK_IN_FLOW: "A comma is missing here, or an indented mapping stands inside […] or {…}",
  DUPLICATE_KEY: "This key is there twice",
  IMPOSSIBLE: "This cannot be read as YAML",
  KEY_OVER_1024_CHARS: 'The ":" after a key must come within 1024 characters',
  MISSING_CHAR:
    "Something is missing here: a closing quote or bracket, a comma, a colon or a blank",
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, with ":" and a blank after it',
  MULTIPLE_ANCHORS: "A value can have only one anchor",
  MULTIPLE_DOCS: 'A further document must begin with "---"',
  MULTIPLE_TAGS: "A value can have only one tag",
  NON_STRING_KEY: "A key must be a text",
  RESOURCE_EXHAUSTION: "This is nested too deeply to be read",
  TAB_AS_INDENT: "A tab cannot indent YAML; use blanks",
  TAG_RESOLVE_FAILED: "This value does not fit its tag",
  UNEXPECTED_TOKEN: "This cannot stand here",
} as const;

/** What one code says of many things, by the package's words. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/directives-end/, 'A line "---" must follow the lines that begin with "%"'],
  [/closing ["']quote/, "This quoted value has no closing quote"],
  [/map values/, 'A key needs ":" and a blank after it'],
  [/white ?space|Missing space/, "A blank is missing here"],
  [
    /- indicator/,
    'This line is indented differently from the lines it belongs to, or its "-" is missing',
  ],
  [/^Missing ,|, (?:between|or)/, "A comma is missing here"],
  [/\}|\]|end with/, "A closing bracket is missing"],
];

/** What the `yaml` package found, in words of our own: its messages quote the text, which may be a secret. */
export function yamlFaultOf(
  code: keyof typeof MESSAGES,
  message: string,
  text: string,
  range: Range,
): SyntaxFault {
  if (isPlaceholder(text, range) && !isUnclosed(message)) {
    return { kind: "syntax", message: PLACEHOLDER, range };
  }
  if (code === "UNEXPECTED_TOKEN") return unexpectedAt(text, range);
  const known = code === "MISSING_CHAR" || code === "BAD_INDENT" ? BY_MESSAGE : [];
  const ours = known.find(([pattern]) => pattern.test(message))?.[1] ?? MESSAGES[code];
  return { kind: "syntax", message: ours, range };
}

const PLACEHOLDER = 'Between braces or brackets a placeholder must be put in quotes, as in "${ID}"';

/** Whether a brace that cannot stand where it does is that of a placeholder: elsewhere than between braces it could. */
function isPlaceholder(text: string, { start }: Range): boolean {
  return text.charAt(start) === "{" && text.charAt(start - 1) === "$";
}

/** Whether the package means that something was never closed: it says so at the end, we say so where it was opened. */
export function isUnclosed(message: string): boolean {
  return /closing ["']quote|end with a [\]}]/.test(message);
}

/** What cannot stand where it does is mostly the first of its line, and the blanks before it are wrong. */
function unexpectedAt(text: string, range: Range): SyntaxFault {
  let start = range.start;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  const isFirst = start === 0 || text.charAt(start - 1) === "\n";
  const tab = isFirst ? text.slice(start, range.start).indexOf("\t") : -1;
  if (tab !== -1) {
    const place = { start: start + tab, end: start + tab + 1 };
    return { kind: "syntax", message: MESSAGES.TAB_AS_INDENT, range: place };
  }
  const message = isFirst ? MESSAGES.BAD_INDENT : MESSAGES.UNEXPECTED_TOKEN;
  return { kind: "syntax", message, range };
}
