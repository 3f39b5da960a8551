import { type Document, type Language, parseDocument } from "@restream-lint/core";

/** The language of a fixture, by its first character: `{` and `[` are JSON, `/` begins a JSONC comment. */
export function languageOfFixture(text: string): Language {
  if (/^\s*\//.test(text)) return "jsonc";
  return /^\s*[{[]/.test(text) ? "json" : "yaml";
}

/** The document of a fixture. */
export function parseFixture(text: string): Document {
  return parseDocument(text, { language: languageOfFixture(text) });
}
