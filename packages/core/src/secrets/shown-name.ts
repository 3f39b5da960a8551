import { oneLine } from "../one-line.ts";
import { placeholdersIn } from "../placeholder/placeholder.ts";
import { redactUri } from "../uri/redact.ts";

/** A name that a person gave, as a list of names may show it; empty where nothing of it can be seen. A pasted URI keeps its secrets. */
export function shownName(name: string): string {
  // What cannot be seen goes first: it could hide that this is a URI.
  const visible = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, (it) => (/\s/.test(it) ? " " : ""));
  const isUri = /:\s*\/\s*\/|[?&][a-z_]+=/i.test(visible);
  return oneLine(isUri ? redactUri(visible) : withoutDefaults(visible));
}

/** Defaults in placeholders, and what cannot be read of them, may be secrets. */
function withoutDefaults(name: string): string {
  const { found, malformed } = placeholdersIn(name);
  let result = "";
  let at = 0;
  for (const { range, shown } of found) {
    result += name.slice(at, shown.end);
    if (shown.end < range.end) result += `***${name.slice(range.end - 1, range.end)}`;
    at = range.end;
  }
  const [broken] = malformed;
  return broken ? `${result}${name.slice(at, broken.range.start)}\${***` : result + name.slice(at);
}
