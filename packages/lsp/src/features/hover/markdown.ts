import type { Reference } from "@restream-lint/core";

/** More of one value than this, nobody reads in a hover. */
const LONGEST = 300;

/** What shows nothing, or turns the writing around it. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A piece of somebody's text as a code span, which nothing in it can end; cut where it is long. */
export function code(text: string): string {
  const head = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const shown = head.replaceAll(HIDDEN, "\ufffd");
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((it) => it.length));
  const [fence, pad] = ["`".repeat(longest + 1), longest > 0 || shown.trim() === "" ? " " : ""];
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Who says something, linked where that is a page. */
export function cited({ by, page }: Reference): string {
  if (/^https?:\/\//.test(page)) return `[${by}](${page})`;
  return page === "settings" ? by : `${by}: ${page}`;
}

/** A list; undefined where nothing is in it. */
export function bullets(items: readonly (string | undefined)[]): string | undefined {
  const present = items.filter((it) => it !== undefined);
  return present.length === 0 ? undefined : present.map((it) => `- ${it}`).join("\n");
}

/** Code spans, links and strong words, whose marks mean nothing without Markdown. */
const MARKS = /(?<!`)(`+)(?!`)( ?)(.+?)\2(?<!`)\1(?!`)|\[([^\]\n]*)\]\(([^)\s]*)\)|\*\*/gs;

/** Our own Markdown for a client that takes none. */
export function plainTextOf(markdown: string): string {
  return markdown.replaceAll(
    MARKS,
    (_, _fence: string, _pad: string, span?: string, title?: string, page?: string) =>
      span ?? (page === undefined ? "" : `${title} (${page})`),
  );
}
