import type { Page } from "playwright-core";

/** Presses a key, and gives the milliseconds from it, by the page's clock, until there is an error's squiggle, or none. */
export async function timeToSquiggle(page: Page, key: string, isThere: boolean): Promise<number> {
  const measured = await page.evaluateHandle(measureNextKey, isThere);
  await page.keyboard.press(key);
  return measured.evaluate(({ time }) => time);
}

/** Runs in the page. */
function measureNextKey(wanted: boolean): { readonly time: Promise<number> } {
  const time = new Promise<number>((resolve) => {
    const begin = (): void => {
      const from = performance.now();
      const look = (): void => {
        const found = document.querySelector(".editor-instance .squiggly-error") !== null;
        if (found === wanted) resolve(performance.now() - from);
        else requestAnimationFrame(look);
      };
      look();
    };
    document.addEventListener("keydown", begin, { capture: true, once: true });
  });
  return { time };
}
