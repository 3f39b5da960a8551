import type { Range } from "./range.ts";

/** A piece of a value that something else fills in later, and that stands for any valid value of its place. */
export interface Placeholder {
  readonly range: Range;
  /** What may be shown of it: all but a default, which may be a secret in itself. */
  readonly shown: Range;
}

/** A `${` that names nothing or never ends. */
export interface MalformedPlaceholder {
  readonly range: Range;
  readonly reason: "unterminated" | "no-name";
}

export interface Placeholders {
  readonly found: readonly Placeholder[];
  readonly malformed: readonly MalformedPlaceholder[];
}

const NONE: Placeholders = { found: [], malformed: [] };

/** A value that a secret store fills in as a whole: a 1Password reference, a SOPS ciphertext. */
const WHOLE = /^(?:op:\/\/\S+|ENC\[[^\]]*\])$/;
const TEMPLATES = [
  { open: "${{", close: "}}" },
  { open: "{{", close: "}}" },
  { open: "<%", close: "%>" },
];

/**
 * Finds the placeholders of a value: Compose interpolation (`${VAR}`, `${VAR:-default}`, nested; `$${` is a literal `${`),
 * `${env:VAR}`, `op://…`, `ENC[…]`, and, opaque, `{{ … }}`, `${{ … }}`, `<% … %>`. A bare `$` is an ordinary character.
 */
export function placeholdersIn(value: string): Placeholders {
  if (WHOLE.test(value)) {
    const range = { start: 0, end: value.length };
    return { found: [{ range, shown: range }], malformed: [] };
  }
  if (!value.includes("{") && !value.includes("<%")) return NONE;

  const found: Placeholder[] = [];
  const malformed: MalformedPlaceholder[] = [];
  for (let at = 0; at < value.length; ) {
    if (value.startsWith("$${", at) && !value.startsWith("$${{", at)) {
      at += 3;
      continue;
    }
    const template = templateAt(value, at);
    if (template) {
      found.push(template);
      at = template.range.end;
      continue;
    }
    if (!value.startsWith("${", at)) {
      at += 1;
      continue;
    }
    const end = closingBrace(value, at);
    if (end === undefined) {
      malformed.push({ range: { start: at, end: value.length }, reason: "unterminated" });
      break;
    }
    const name = /^\$\{((?:env:)?[^}:?+\-]*)/.exec(value.slice(at, end))?.[1] ?? "";
    const range = { start: at, end };
    if (name.trim() === "" || name === "env:") malformed.push({ range, reason: "no-name" });
    else {
      const nameEnd = at + 2 + name.length;
      found.push({ range, shown: { start: at, end: nameEnd === end - 1 ? end : nameEnd } });
    }
    at = end;
  }
  return { found, malformed };
}

/** Whether any part of a value is filled in later, so that the value as written proves nothing. */
export function hasPlaceholder(value: string): boolean {
  const { found, malformed } = placeholdersIn(value);
  return found.length > 0 || malformed.length > 0;
}

/** Template braces are opaque; a quoted text in them may be a secret, so it is not shown. */
function templateAt(value: string, start: number): Placeholder | undefined {
  const template = TEMPLATES.find(({ open }) => value.startsWith(open, start));
  const close = template ? value.indexOf(template.close, start + template.open.length) : -1;
  if (!template || close === -1) return undefined;
  const range = { start, end: close + template.close.length };
  const opaque = /["'`]/.test(value.slice(range.start, range.end));
  return { range, shown: opaque ? { start, end: start + template.open.length } : range };
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
