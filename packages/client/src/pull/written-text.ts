import { fillIn, placeholdersIn } from "@restream-lint/core";

/** A text as a document says it, and what its variables have to hold for that. */
export interface WrittenText {
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
}

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/** A text with each `${` in it as documents write it. */
export function escapePlaceholders(text: string): string {
  return text.replaceAll("${", () => "$${");
}

/** A text that is written out. */
export function writtenOut(text: string): WrittenText {
  return { text: escapePlaceholders(text), variables: NO_VARIABLES };
}

/** A text that a variable holds. */
export function heldBy(name: string, text: string): WrittenText {
  return { text: `\${${name}}`, variables: new Map([[name, text]]) };
}

/** Whether a document that says this means that: nothing escapes a template, and no value is filled in without an end. */
export function means({ text, variables }: WrittenText, meant: string): boolean {
  const filled = fillIn(text, (name) => variables.get(name));
  const left = filled?.left ?? placeholdersIn(text);
  const isClosed = left.found.length === 0 && left.malformed.length === 0;
  return isClosed && (filled?.value ?? text) === meant;
}
