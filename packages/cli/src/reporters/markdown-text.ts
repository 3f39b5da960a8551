import { visible } from "../printable.ts";

/** A text that Markdown shows as it is, in a table too: no markup, no HTML, no link, and nobody is mentioned. */
export function markdownText(text: string): string {
  return escaped(text).replaceAll(REFERENCE, `$&${BREAK}`);
}

/** The same as code, where nothing is looked for in any case, so that it can be copied. */
export function markdownCode(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

function escaped(text: string): string {
  return visible(text).replaceAll(SPECIAL, (character) => `&#${character.charCodeAt(0)};`);
}

const SPECIAL = /[\\`*_{}[\]<>#!|~&@$%^]|:(?=\S)|(?<=www)\./gi;

/** What GitHub and GitLab make links of after Markdown is done: `@name`, `#1`, `!1`, `%1`, `~label`, `https:`, `www.`. */
const REFERENCE = /&#(?:64|35|33|37|126|36|38|58);(?=[^\s.])|www(?=&#46;)/gi;

/** Zero width. */
const BREAK = "&#8203;";
