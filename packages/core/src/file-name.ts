import type { Language } from "./syntax/syntax.ts";

/** The language that a file's name says by its extension; YAML for any that says nothing. */
export function languageOf(fileName: string): Language {
  const name = fileName.toLowerCase();
  if (name.endsWith(".json")) return "json";
  return name.endsWith(".jsonc") ? "jsonc" : "yaml";
}

/** The language of a text without a name, by its first character: `[` and `{` begin JSON, `/` a comment of JSONC. */
export function languageOfText(text: string): Language {
  if (/^\s*\//.test(text)) return "jsonc";
  return /^\s*[[{]/.test(text) ? "json" : "yaml";
}

const FILE_NAME = /(?:^|[\\/])(?:restreams?|[^\\/]*\.restreams?)\.(?:ya?ml|jsonc?)$/i;

/** Whether a file's name says that it holds a restream document. */
export function isRestreamFile(fileName: string): boolean {
  return FILE_NAME.test(fileName);
}
