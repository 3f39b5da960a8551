import type { Range } from "./range.ts";

/** A piece of a value that something else fills in later, and that stands for any valid value of its place. */
export interface Placeholder {
  readonly range: Range;
  /** What may be shown of it: all but a default, and a name that is none, which may be secrets in themselves. */
  readonly shown: Range;
}

/** A `${` that names nothing or never ends. */
export interface MalformedPlaceholder {
  readonly range: Range;
  readonly reason: "unterminated" | "no-name";
}

/** What is to be filled in, in the order of the text, and what never can be. */
export interface Placeholders {
  readonly found: readonly Placeholder[];
  readonly malformed: readonly MalformedPlaceholder[];
}

const NONE: Placeholders = { found: [], malformed: [] };

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
    return { found: [{ range, shown: range }], malformed: [] };
  }
  if (!value.includes("{") && !value.includes("<%")) return NONE;

  const found: Placeholder[] = [];
  const malformed: MalformedPlaceholder[] = [];
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
      const name = NAME.exec(value.slice(start, end))?.[1] ?? "";
      const range = { start, end };
      const nameEnd = start + 2 + name.length;
      if (name.trim() === "" || name === "env:") malformed.push({ range, reason: "no-name" });
      else if (!/^\s*(?:env:)?[\w.]+\s*$/.test(name))
        found.push({ range, shown: { start, end: start + 2 } });
      else found.push({ range, shown: { start, end: nameEnd === end - 1 ? end : nameEnd } });
      OPENING.lastIndex = end;
    }
  }
  return { found, malformed };
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
    return { range, shown: opaque ? { start, end: start + opening.length } : range };
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
