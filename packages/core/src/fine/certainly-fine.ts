import type { Language } from "../syntax/syntax.ts";
import { MAX_LENGTH } from "../max-length.ts";
import { visitJson } from "./fine-json.ts";
import { visitYaml } from "./fine-yaml.ts";
import { Seen } from "./seen.ts";

/** The parsers refuse texts of more. */
const MAX_LINES = 1_000_000;

/** A text that linting has nothing to say of. */
export interface FineText {
  /** What its targets have in common with those of another text if they are the same. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Knows a text that linting has certainly nothing to say of by itself, so that it need not be parsed; undefined
 * wherever that takes more than a look. It knows ordinary block YAML and JSON, with every secret in a variable. For
 * settings that say nothing.
 */
export function certainlyFine(text: string, language: Language): FineText | undefined {
  if (text.length > MAX_LENGTH || text.includes("restream-lint") || hasManyLines(text))
    return undefined;
  const quick = new Seen();
  if (seesAll(text, language, quick)) return quick;
  if (!quick.isInDoubt) return undefined;
  const exact = new Seen(true);
  return seesAll(text, language, exact) ? exact : undefined;
}

function seesAll(text: string, language: Language, seen: Seen): boolean {
  const visit = language === "yaml" ? visitYaml : visitJson;
  return visit(text, (list, item) => seen.add(list, item)) && seen.hasRestreams;
}

function hasManyLines(text: string): boolean {
  if (text.length <= MAX_LINES) return false;
  let at = -1;
  for (let line = 0; line < MAX_LINES; line++) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return false;
  }
  return true;
}
