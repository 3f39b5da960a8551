import type { Page } from "playwright-core";
import { pointAt } from "./point-at.ts";
import { AGAIN, SOON } from "./timeouts.ts";

const HOVERING = ".monaco-hover:not(.workbench-hover):not(.hidden):visible";

/** Rests the mouse on a word of the editor, the first one in the first line that contains `within`, until a hover shows. */
export async function openHover(page: Page, word: string, within: string): Promise<void> {
  const hover = page.locator(HOVERING);
  const loaded = hover.filter({ hasNotText: "Loading..." });
  for (const deadline = Date.now() + SOON; ; ) {
    await page.mouse.move(0, 0);
    await hover.waitFor({ state: "hidden" });
    // Code lenses that come later move the text.
    const { x, y } = await pointAt(page, word, within);
    // The editor asks for a hover when the mouse has moved over its text.
    await page.mouse.move(x, y);
    await page.mouse.move(x + 1, y);
    try {
      await loaded.waitFor({ timeout: AGAIN });
      break;
    } catch (error) {
      // It asks once, perhaps before there was anybody to answer.
      if (Date.now() > deadline) throw error;
    }
  }
}

/** What the hover in sight shows. */
export async function hoverText(page: Page): Promise<string> {
  const contents = `${HOVERING} .hover-row:not(.status-bar) .hover-contents`;
  const rows = await page.locator(contents).allInnerTexts();
  return rows.join("\n").replaceAll("\u00A0", " ").trim();
}
