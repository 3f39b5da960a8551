import { type Document, languageOfText, parseDocument } from "@restream-lint/core";

/** The document of a fixture, in the language that its first character says. */
export function parseFixture(text: string): Document {
  return parseDocument(text, { language: languageOfText(text) });
}
