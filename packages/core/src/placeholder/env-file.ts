import { fillIn, type VariableLookup } from "./fill-in.ts";
import { withoutToken } from "./token-variable.ts";

/** What an env file holds. */
export interface ParsedEnvFile {
  /** By their names; of those before the line that is broken. */
  readonly variables: ReadonlyMap<string, string>;
  /** The first line that is none of what an env file may hold, from 1. */
  readonly brokenLine?: number;
}

/**
 * Reads an env file as Compose does: `NAME=value`, `export NAME=value`, comments after a blank and `#`; `'…'` is literal,
 * `"…"` knows `\n` and `\$`, both may have several lines; outside of `'…'` a `${NAME}` is filled in, and what speaks of a
 * variable that is not set, or of the API token, is not set either. `lookUp` is asked for what the file itself has not said
 * before.
 * Not the `dotenv` package: it skips such lines without a word, and ends `ID#TOKEN` at its `#`.
 */
export function parseEnvFile(text: string, lookUp?: VariableLookup): ParsedEnvFile {
  const variables = new Map<string, string>();
  const known = withoutToken((it) => variables.get(it) ?? lookUp?.(it));
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; ) {
    STATEMENT.lastIndex = at;
    const match = STATEMENT.exec(text)?.groups;
    if (!match) {
      const brokenLine = text.slice(0, at).split(/\r\n|\r|\n/).length;
      return { variables, brokenLine };
    }
    const value = match["variable"] === undefined ? undefined : valueOf(match, known);
    if (value !== undefined) variables.set(match["variable"] ?? "", value);
    at = STATEMENT.lastIndex;
  }
  return { variables };
}

/** A blank line, a comment, or a variable, up to the end of the line. */
const STATEMENT =
  /[ \t]*(?:#[^\r\n]*|(?:export[ \t]+)?(?<variable>[A-Za-z_][\w.]*)[ \t]*=(?:[ \t]*'(?<single>(?:\\'|[^'])*)'[ \t]*(?:#[^\r\n]*)?|[ \t]*"(?<double>(?:\\[^]|[^"\\])*)"[ \t]*(?:#[^\r\n]*)?|(?![ \t]*["'])(?<plain>[^\r\n]*)))?(?:\r\n|\r|\n|$)/y;

type Groups = Readonly<Record<string, string | undefined>>;

function valueOf({ single, double, plain = "" }: Groups, lookUp: VariableLookup) {
  if (single !== undefined) return single.replaceAll("\\'", "'");
  if (double !== undefined) return interpolated(unescaped(double), lookUp);
  return interpolated(plain.replace(/[ \t]#[^]*$/, "").trim(), lookUp);
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** With `$${` for an escaped `${`. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(\$(?=\{)|[^])/g, (_, escaped: string, at: number) =>
    escaped === "$" && text.charAt(at + 2) === "{" ? "$$" : (ESCAPES[escaped] ?? escaped),
  );
}

function interpolated(text: string, lookUp: VariableLookup): string | undefined {
  const result = fillIn(text, lookUp);
  if (!result) return text;
  return result.unset.length === 0 ? result.value : undefined;
}
