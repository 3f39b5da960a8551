import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** What of the window a picture shows; all of it otherwise. */
export interface PictureOptions {
  /** In CSS pixels of the page. */
  readonly clip?: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** A selector of one element. */
  readonly element?: string;
}

const E2E = fileURLToPath(new URL("..", import.meta.url));
const IGNORED = join(E2E, "screenshots");
const PUBLISHED = join(E2E, "../../docs/images");

/** Whether this run makes the pictures of the documentation. */
export const PUBLISHES: boolean = process.env["RESTREAM_LINT_SCREENSHOTS"] === "1";

/** Saves `name`.png, among the documentation's pictures where this run makes those, and gives its path. */
export function savePicture(
  page: Page,
  name: string,
  options: PictureOptions = {},
): Promise<string> {
  return saveAs(page, join(PUBLISHES ? PUBLISHED : IGNORED, `${name}.png`), options);
}

/** Saves what a failed test saw, out of git's sight. */
export function saveFailure(page: Page, test: string): Promise<string> {
  const name = test.replaceAll(/[^\w]+/g, "-").slice(0, 80);
  return saveAs(page, join(IGNORED, `failed-${name}.png`), {});
}

async function saveAs(
  page: Page,
  path: string,
  { clip, element }: PictureOptions,
): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  // What fades in is there at once.
  const options = { path, animations: "disabled" } as const;
  if (element === undefined) await page.screenshot({ ...options, ...(clip && { clip }) });
  else await page.locator(element).first().screenshot(options);
  return path;
}
