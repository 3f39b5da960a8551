import type { Range } from "../range.ts";

/** A piece of a value that something else fills in later, and that stands for any valid value of its place. */
export interface Placeholder {
  /** As it is written: `${…}`, `{{ … }}` or `<% … %>`; a 1Password reference and a SOPS ciphertext are all of a value. */
  readonly kind: "interpolation" | "template" | "1password" | "sops";
  readonly range: Range;
  /** What may be shown of it: all but a default, and a name that is none, which may be secrets in themselves. */
  readonly shown: Range;
  /** What is to be filled in; undefined where only somebody else can tell (templates, `op://…`, `ENC[…]`). */
  readonly variable?: Variable;
}

/** A variable, as Compose interpolation asks for it. */
export interface Variable {
  readonly name: string;
  readonly operator: Operator | undefined;
  /** What follows the operator, where one is; it may hold placeholders in its turn. */
  readonly operand: Range;
}

/** With a colon, an empty variable counts as one that is not set: a default, an error text, an alternative. */
export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

/** A `${` that names nothing or never ends. */
export interface MalformedPlaceholder {
  readonly range: Range;
  readonly reason: "unterminated" | "no-name";
}

/** What is to be filled in, in the order of the text, and what never can be. */
export interface Placeholders {
  readonly found: readonly Placeholder[];
  readonly malformed: readonly MalformedPlaceholder[];
  /** Each `$${`, which stands for `${`. */
  readonly escapes: readonly Range[];
}

/** Of a text that nothing fills in. */
export const NO_PLACEHOLDERS: Placeholders = { found: [], malformed: [], escapes: [] };

/** A value that a secret store fills in as a whole: a 1Password reference, a SOPS ciphertext. */
const WHOLE = /^(?:op:\/\/[^/\s][^/\n]*\/[^/\n]+\/[^\n]+|ENC\[[^\]]*\])$/;
/** What begins a placeholder, or is a literal `${`; the longer first. */
const OPENING = /\$\$\{(?!\{)|\$\{\{|\{\{|<%|\$\{/g;

/**
 * Finds the placeholders of a value: Compose interpolation (`${VAR}`, `${VAR:-default}`, nested; `$${` is a literal `${`),
 * `${env:VAR}`, `op://…`, `ENC[…]`, and, opaque, `{{ … }}`, `${{ … }}`, `<% … %>`. A bare `$` is an ordinary character.
 */
export function placeholdersIn(value: string): Placeholders {
  if (WHOLE.test(value.trimEnd())) {
    const range = { start: 0, end: value.length };
    const kind = value.startsWith("op:") ? "1password" : "sops";
    return { found: [{ kind, range, shown: range }], malformed: [], escapes: [] };
  }
  if (!value.includes("{") && !value.includes("<%")) return NO_PLACEHOLDERS;

  const found: Placeholder[] = [];
  const malformed: MalformedPlaceholder[] = [];
  const escapes: Range[] = [];
  const templateAt = createTemplateFinder(value);
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(value); match; match = OPENING.exec(value)) {
    const { index: start, 0: opening } = match;
    const template = templateAt(start, opening);
    if (template) {
      found.push(template);
      OPENING.lastIndex = template.range.end;
    } else if (opening.startsWith("${")) {
      // `${{ … }` is neither: one brace too many for Compose, one too few for a template.
      const end = opening === "${{" ? undefined : closingBrace(value, start);
      if (end === undefined) {
        malformed.push({ range: openingAt(value, start), reason: "unterminated" });
        break;
      }
      const placeholder = placeholderAt(value, { start, end });
      if (placeholder) found.push(placeholder);
      else malformed.push({ range: { start, end }, reason: "no-name" });
      OPENING.lastIndex = end;
    } else if (opening === "$${") escapes.push({ start, end: start + opening.length });
  }
  return { found, malformed, escapes };
}

/** The `${` and what may have been its name. */
function openingAt(value: string, start: number): Range {
  const opening = /^\$\{+\w*/.exec(value.slice(start, start + 64))?.[0] ?? "${";
  return { start, end: start + opening.length };
}

/** Whether any part of a value is filled in later, so that the value as written proves nothing. */
export function hasPlaceholder(value: string): boolean {
  const { found, malformed } = placeholdersIn(value);
  return found.length > 0 || malformed.length > 0;
}

/** `env:` is a prefix, unless it is a variable of that name with a default. */
const NAME = /^\$\{((?:env:(?![-?+]))?[^}:?+-]*)/;

/** The placeholder from its `${` to its `}`; undefined without a name. */
function placeholderAt(value: string, range: Range): Placeholder | undefined {
  const { start, end } = range;
  const name = NAME.exec(value.slice(start, end))?.[1] ?? "";
  if (name.trim() === "" || name === "env:") return undefined;
  const kind = "interpolation";
  if (!/^\s*(?:env:)?[A-Za-z_][\w.]*\s*$/.test(name))
    return { kind, range, shown: { start, end: start + 2 } };
  const nameEnd = start + 2 + name.length;
  const shown = { start, end: nameEnd === end - 1 ? end : nameEnd };
  const head = variableAt(value, start);
  if (!head) return { kind, range, shown };
  const operand = { start: head.end, end: end - 1 };
  return { kind, range, shown, variable: { name: head.name, operator: head.operator, operand } };
}

const VARIABLE = /\$\{\s*(?:env:(?![-?+]))?([\w.]+)\s*(?:(:?[-?+])|(?=\}))/y;

/** The variable that a `${` asks for, and where the operand begins; undefined where it is none that Compose knows. */
export function variableAt(
  value: string,
  start: number,
): { name: string; operator: Operator | undefined; end: number } | undefined {
  VARIABLE.lastIndex = start;
  const match = VARIABLE.exec(value);
  const operator = match?.[2] as Operator | undefined;
  return match?.[1] === undefined
    ? undefined
    : { name: match[1], operator, end: start + match[0].length };
}

const TEMPLATE_ENDS: Readonly<Record<string, string>> = { "${{": "}}", "{{": "}}", "<%": "%>" };

/**
 * Makes the function that finds a template at an offset; offsets only grow. Template braces are opaque;
 * a quoted text in them may be a secret, so it is not shown.
 */
function createTemplateFinder(
  value: string,
): (start: number, opening: string) => Placeholder | undefined {
  // What is not closed from here on is not closed later on either: looking again would cost the square.
  const unclosed = new Set<string>();
  return (start, opening) => {
    const ending = TEMPLATE_ENDS[opening];
    if (ending === undefined || unclosed.has(ending)) return undefined;
    const close = value.indexOf(ending, start + opening.length);
    if (close === -1) {
      unclosed.add(ending);
      return undefined;
    }
    const range = { start, end: close + ending.length };
    const opaque = /["'`]/.test(value.slice(range.start, range.end));
    const shown = opaque ? { start, end: start + opening.length } : range;
    return { kind: "template", range, shown };
  };
}

/** The offset after the `}` that ends the `${` at `start`, over nested ones. */
function closingBrace(value: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    if (value.startsWith("${", at)) {
      depth += 1;
      at += 1;
    } else if (value.charAt(at) === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
