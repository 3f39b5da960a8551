import type { Page } from "playwright-core";

/** The texts of all elements of a selector, from top to bottom, without blanks around them. */
export async function textsFromTop(page: Page, selector: string): Promise<readonly string[]> {
  const found = await page
    .locator(selector)
    .evaluateAll((elements) =>
      elements.map((it) => ({ top: it.getBoundingClientRect().top, text: it.textContent })),
    );
  return found
    .toSorted((a, b) => a.top - b.top)
    .map((it) => it.text.replaceAll("\u00A0", " ").trim());
}
