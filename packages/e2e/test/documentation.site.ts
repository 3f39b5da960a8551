import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { savePicture } from "../src/screenshot.ts";
import { serveFolder, type StaticServer } from "../src/static-server.ts";

// The site that `pnpm site` built, as people read it. No machine but this one can be found.

const SITE = join(import.meta.dirname, "../../../site/dist");
/** Where it was built to stand: `/`, or what `pnpm site --base` says. */
const BASE = /<a class="title" href="([^"]+)"/.exec(readBuilt("index.html"))?.[1] ?? "";
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let server: StaticServer;
let browser: Browser;
let page: Page;
/** What was printed, failed or went to another machine. */
let complaints: string[];

beforeAll(async () => {
  server = await serveFolder(SITE, BASE);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: DESKTOP });
  complaints = [];
  page.on("console", (it) => complaints.push(it.text()));
  page.on("pageerror", (it) => complaints.push(String(it)));
  page.on("requestfailed", (it) => complaints.push(`failed: ${it.url()}`));
  page.on("request", (it) => {
    if (!it.url().startsWith(server.origin + BASE)) complaints.push(`elsewhere: ${it.url()}`);
  });
  page.on("response", (it) => {
    if (it.status() !== 200) complaints.push(`${it.status()}: ${it.url()}`);
  });
});

afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

test("begins with what this is, and leads to the first steps", async () => {
  await open(BASE);
  expect(await heading()).toBe("restream-lint");
  await savePicture(page, "site-start");
  await page.getByRole("link", { name: "Getting started" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
});

test("finds a rule by what people type", async () => {
  await open(BASE);
  await search("listener");
  const found = page.locator("#localsearch-list a", { hasText: "srt-not-caller" });
  await found.first().waitFor();
  await savePicture(page, "site-search");
  await found.first().click();
  await page.getByRole("heading", { level: 1, name: "srt-not-caller" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${BASE}rules/srt-not-caller.html`);
  await page.getByText("nobody dials").waitFor();
  await savePicture(page, "site-rule");
});

test.each([
  ["latency", "latency.html"],
  ["gitlab", "gitlab.html"],
  ["exit status", "cli.html"],
  ["commonjs", "library.html"],
])("finds the page about what is looked for among the first: %s", async (words, wanted) => {
  await open(BASE);
  await search(words);
  const found = page.locator("#localsearch-list a");
  await page.locator(`#localsearch-list a[href^="${BASE}${wanted}#"]`).first().waitFor();
  const links = await found.evaluateAll((all) =>
    all.map((it) => it.getAttribute("href")?.split("#")[0]),
  );
  expect(links.slice(0, 3)).toContain(BASE + wanted);
});

/** Opens the search and types; a page that is only just shown may not listen to keys yet. */
async function search(words: string): Promise<void> {
  const box = page.getByRole("searchbox");
  await vi.waitFor(
    async () => {
      await page.keyboard.press("Control+k");
      await box.waitFor({ timeout: 1000 });
    },
    { timeout: 20_000 },
  );
  await box.fill(words);
}

test("shows templates and placeholders as they are written", async () => {
  await open(`${BASE}secrets.html`);
  const text = await page.locator("main").innerText();
  for (const written of ["{{ … }}", "${{ … }}", "<% … %>", "{{ youtube_key }}", "${TWITCH_KEY}"])
    expect(text).toContain(written);
});

test("has every page that the navigation leads to, and each fits on a phone", async () => {
  await page.setViewportSize(PHONE);
  const reached = new Set<string>();
  for (const path of await linksOfNavigation()) {
    await open(path);
    expect([path, await heading()]).not.toContain("404");
    // Code and tables scroll in themselves; the page does not.
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect([path, width]).toEqual([path, PHONE.width]);
    reached.add(path.replace(/\/$/, "/index.html"));
  }
  expect([...reached].toSorted()).toEqual(pages().toSorted());
});

test("leads nowhere by a sign that only ends a sentence", () => {
  for (const file of files(/\.html$/)) {
    const links = Array.from(readBuilt(file).matchAll(/ href="(https?:[^"]*)"/g), ([, it]) => it);
    expect([file, links.filter((it) => /[:;,.]$/.test(it ?? ""))]).toEqual([file, []]);
  }
});

test("asks no other machine for a script, a style, a font or a picture", () => {
  for (const file of files(/\.(?:html|css)$/)) {
    const text = readBuilt(file);
    const foreign = text.match(
      /(?:\ssrc=["']?|url\(["']?|@import ["']?|<link[^>]* href=["']?)(?:https?:)?\/\/[^"')\s]+/g,
    );
    expect([file, foreign]).toEqual([file, null]);
  }
});

async function open(path: string): Promise<void> {
  await page.goto(server.origin + path, { waitUntil: "load" });
}

async function heading(): Promise<string> {
  const text = await page.locator("main h1").first().innerText();
  // VitePress puts an invisible sign there, to link to.
  return text.replaceAll("\u200B", "").trim();
}

async function linksOfNavigation(): Promise<string[]> {
  await open(BASE);
  const links = page.locator("aside nav a[href^='/']");
  return links.evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? ""));
}

/** The paths of all that was built but the page for what does not exist. */
function pages(): string[] {
  return files(/(?<!404)\.html$/).map((it) => `${BASE}${it}`);
}

function readBuilt(file: string): string {
  return readFileSync(join(SITE, file), "utf8");
}

function files(name: RegExp): string[] {
  return readdirSync(SITE, { recursive: true, encoding: "utf8" }).filter((it) => name.test(it));
}
