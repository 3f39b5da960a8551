import { visible } from "../printable.ts";
import { wellFormed } from "../well-formed.ts";

/** A text in an element or an attribute, with what XML 1.0 forbids made visible, and no `##[`, which GitHub's runner obeys. */
export function xmlText(text: string): string {
  return wellFormed(visible(text))
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll(/[&<>"]|(?<=#)#(?=\[)/g, (character) => ENTITIES[character] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "#": "&#35;",
};

/** `name="value"` for each attribute. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}

/** The first line of a document. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
