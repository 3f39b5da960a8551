import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every link to a page of the site, and to a place on one. */
const LINK = / href="([^"#:]*)(?:#([^"]*))?"/g;

/** Fails where a link on a built page, or in its navigation, leads to no page, or to a place that its page does not have. */
export function checkLinks(folder: string, base: string): void {
  const pages = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((it) => it.endsWith(".html"))
      .map((it) => [it, readFileSync(join(folder, it), "utf8")]),
  );
  const dead = [...pages].flatMap(([page, html]) =>
    Array.from(html.matchAll(LINK))
      .filter(([, path = "", anchor = ""]) => {
        if (path !== "" && !path.startsWith(base)) return true;
        const target =
          path === "" ? page : path.slice(base.length).replace(/(^|\/)$/, "$1index.html");
        if (anchor === "") return !existsSync(join(folder, target));
        return !pages.get(target)?.includes(` id="${decodeURIComponent(anchor)}"`);
      })
      .map(([link]) => `${page}:${link}`),
  );
  if (dead.length > 0) throw new Error(`Links that lead nowhere:\n${dead.join("\n")}`);
}
