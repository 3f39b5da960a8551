import type { Page } from "playwright-core";

/** The names of the commands that the palette offers (F1) and that begin like this, in the order of the alphabet. */
export async function commandsOffered(page: Page, beginning: string): Promise<readonly string[]> {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]");
  await input.fill(`>${beginning}`);
  const labels = page.locator(
    ".quick-input-widget:visible .quick-input-list .monaco-list-row .label-name",
  );
  await labels.first().waitFor();
  const shown = await labels.allInnerTexts();
  await page.keyboard.press("Escape");
  await input.waitFor({ state: "hidden" });
  return shown.filter((it) => it.startsWith(beginning)).toSorted();
}
