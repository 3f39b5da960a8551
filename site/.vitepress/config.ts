import { defineConfig, type DefaultTheme, type UserConfig } from "vitepress";
import { checkLinks } from "./check-links.ts";
import { REPOSITORY, slugOf, withLinks } from "./links.ts";
import {
  BEGIN,
  type Entry,
  type Group,
  GROUPS,
  readSource,
  ROOT,
  RULES,
  siteFileOf,
  SOURCES,
} from "./pages.ts";

const ICON = `data:image/svg+xml,${encodeURIComponent(readSource("packages/vscode-extension/icon.svg"))}`;

const config: UserConfig<DefaultTheme.Config> = defineConfig({
  lang: "en-GB",
  title: "restream-lint",
  description: "Finds, before you go on air, what would make a Gcore restream fail.",
  head: [["link", { rel: "icon", href: ICON }]],
  srcDir: ROOT,
  srcExclude: [
    "**/node_modules/**",
    "**/dist/**",
    "{.*,site,schema,scripts}/**",
    // The other packages' pages are for npm, and for who works on them: docs/ says in full what they say in short.
    "packages/!(vscode-extension)/**",
    "packages/*/*/**",
    "examples/gcore-documentation/**",
  ],
  rewrites: (source) => {
    if (SOURCES.includes(source)) return siteFileOf(source);
    throw new Error(`Neither in the navigation nor left out: ${source}`);
  },
  // No folder of the repository configures the site besides this one.
  additionalConfig: {},
  outDir: "dist",
  cacheDir: "../node_modules/.cache/vitepress",
  markdown: {
    anchor: { slugify: slugOf },
    // Braces after code are text at GitHub, and not attributes.
    attrs: false,
    config: withSourcesAsTheyAre,
  },
  // A page loads itself, and not what it links to.
  router: { prefetchLinks: false },
  buildEnd: ({ outDir, site }) => checkLinks(outDir, site.base),
  themeConfig: {
    logo: ICON,
    search: {
      provider: "local",
      options: { miniSearch: { searchOptions: { boostDocument: weightOf } } },
    },
    nav: [
      { text: "Getting started", link: linkTo("docs/getting-started.md") },
      { text: "Rules", link: linkTo("docs/rules/README.md") },
      { text: "Command line", link: linkTo("docs/cli.md") },
      { text: "GitHub", link: REPOSITORY },
    ],
    sidebar: [
      groupOf(BEGIN),
      {
        text: "Rules",
        items: [
          itemOf(["All rules", "docs/rules/README.md"]),
          ...RULES.map((it) => ({ ...groupOf(it), collapsed: true })),
        ],
      },
      ...GROUPS.map(groupOf),
    ],
    outline: [2, 3],
    docFooter: { prev: false, next: false },
  },
});

/** What VitePress would read otherwise than GitHub: links, and braces that are no template. */
function withSourcesAsTheyAre(markdown: Parameters<typeof withLinks>[0]): void {
  // At GitHub, a name with a dot is no link.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  withLinks(markdown);
  const render = markdown.renderer.render.bind(markdown.renderer);
  markdown.renderer.render = (...args) => render(...args).replaceAll("{{", "&#123;&#123;");
}

/**
 * What people look for is seldom said where the project speaks of itself, or in an example of what is printed. It runs
 * in the reader's browser, where there is nothing else of this file.
 */
function weightOf(place: string): number {
  if (/\/(?:ARCHITECTURE|CONTRIBUTING|CHANGELOG)\.html/.test(place)) return 0.2;
  return /\/rules\/.*#(?:sources|reported|accepted|turn-it-off)$|\/formats\.html#/.test(place)
    ? 0.4
    : 1;
}

function groupOf([text, entries]: Group): DefaultTheme.SidebarItem {
  return { text, items: entries.map(itemOf) };
}

function itemOf([text, source]: Entry): DefaultTheme.SidebarItem {
  return { text, link: linkTo(source) };
}

function linkTo(source: string): string {
  return `/${siteFileOf(source).replace(/(?:index)?\.md$/, "")}`;
}

export default config;
