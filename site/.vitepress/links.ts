import { statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { ROOT, SOURCES, siteFileOf } from "./pages.ts";

/** The project at GitHub, which shows the files that are no pages. */
export const REPOSITORY = "https://github.com/restream-lint/restream-lint";

/**
 * Lets links of the sources, which are meant for GitHub, lead to pages of the site where there is one, else to GitHub.
 * A link to a file that does not exist fails the build.
 */
export function withLinks(markdown: MarkdownRenderer): void {
  endBeforeColons(markdown.linkify);
  markdown.core.ruler.push("links", ({ tokens, env }) => {
    for (const { children } of tokens)
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? token.attrGet("href") : undefined;
        if (href) token.attrSet("href", onSite(href, relative(ROOT, env.realPath ?? env.path)));
      }
  });
}

/** At GitHub, a colon behind a bare address is not of it. */
function endBeforeColons(linkify: MarkdownRenderer["linkify"]): void {
  const match = linkify.match.bind(linkify);
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.match = (text) => match(text)?.map(withoutColon) ?? null;
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text);
    return found && withoutColon(found);
  };
}

function withoutColon<M extends { url: string; text: string; raw: string; lastIndex: number }>(
  found: M,
): M {
  if (!found.raw.endsWith(":")) return found;
  const { url, text, raw, lastIndex } = found;
  const [shortUrl, shortText, shortRaw] = [url, text, raw].map((it) => it.replace(/:$/, ""));
  return { ...found, url: shortUrl, text: shortText, raw: shortRaw, lastIndex: lastIndex - 1 };
}

/** `/rules/srt-not-caller.md` for `rules/srt-not-caller.md` on a page of docs/. */
function onSite(href: string, source: string): string {
  const here = href.replace(
    /^https:\/\/github\.com\/restream-lint\/restream-lint\/(?:blob|tree)\/main\//,
    "/",
  );
  if (/^(?:[a-z][a-z+.-]*:|#)/i.test(here)) return here;
  const [path = "", fragment] = here.split("#");
  const name = decodeURI(path.startsWith("/") ? path.slice(1) : join(dirname(source), path));
  const file = name.replace(/\/$/, "");
  const hash = fragment === undefined ? "" : `#${fragment}`;
  const page = [file, `${file}/README.md`].find((it) => SOURCES.includes(it));
  if (page !== undefined) return `/${siteFileOf(page)}${hash}`;
  const entry = statSync(join(ROOT, file), { throwIfNoEntry: false });
  if (!entry) throw new Error(`${source} links to ${href}, which does not exist`);
  return `${REPOSITORY}/${entry.isDirectory() ? "tree" : "blob"}/main/${encodeURI(file)}${hash}`;
}

/** The anchor that GitHub gives a heading, but for a number where two are the same. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}
