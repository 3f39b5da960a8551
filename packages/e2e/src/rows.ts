import type { Page } from "playwright-core";
import { SOON } from "./timeouts.ts";

/** One row of a list or tree of the workbench. */
export interface Row<Part extends string> {
  readonly index: number;
  /** 1 for a list's rows and a tree's roots. */
  readonly level: number;
  readonly last: boolean;
  /** The text of each part, lines below each other; of those that the row has not, none. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
}

/** All rows of a list from first to last, with their `parts` by selector, though the page has only those in sight. */
export async function rowsOf<Part extends string>(
  page: Page,
  list: string,
  parts: Readonly<Record<Part, string>>,
): Promise<readonly Row<Part>[]> {
  const shown = (): Promise<readonly Row<Part>[]> =>
    page
      .locator(`${list} .monaco-list-row`)
      .evaluateAll(rowsShown<Part>, Object.entries<string>(parts));
  const first = inOrder(await shown());
  return isWhole(first) ? first : scrolled(page, list, shown);
}

async function scrolled<Part extends string>(
  page: Page,
  list: string,
  shown: () => Promise<readonly Row<Part>[]>,
): Promise<readonly Row<Part>[]> {
  const box = page.locator(list).first();
  await box.hover();
  const height = (await box.boundingBox())?.height ?? 0;
  const deadline = Date.now() + SOON;
  while (Date.now() < deadline) {
    await page.mouse.wheel(0, -1_000_000);
    await painted(page);
    let seen = inOrder(await shown());
    while (seen.at(-1)?.last === false && Date.now() < deadline) {
      await page.mouse.wheel(0, height / 2);
      await painted(page);
      seen = inOrder([...seen, ...(await shown())]);
    }
    if (isWhole(seen)) return seen;
  }
  throw new Error(`The rows of ${list} never held still.`);
}

/** Until the browser has painted twice: scrolling takes effect with the next frame. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Each once, as it was seen last. */
function inOrder<Part extends string>(rows: readonly Row<Part>[]): readonly Row<Part>[] {
  const each = new Map(rows.map((it) => [it.index, it]));
  return [...each.values()].toSorted((a, b) => a.index - b.index);
}

/** None at all, or from the first to the last. */
function isWhole(rows: readonly Row<string>[]): boolean {
  return rows.every((it, at) => it.index === at) && (rows.at(-1)?.last ?? true);
}

/** Runs in the page. */
function rowsShown<Part extends string>(
  rows: readonly Element[],
  parts: readonly (readonly [string, string])[],
): readonly Row<Part>[] {
  return rows.map((row) => ({
    index: Number(row.getAttribute("data-index")),
    level: Number(row.getAttribute("aria-level") ?? 1),
    last: row.getAttribute("data-last-element") === "true",
    parts: Object.fromEntries(
      parts.flatMap(([name, selector]) => {
        const found = [...row.querySelectorAll(selector)];
        const text = found.map((it) => it.textContent).join("\n");
        return found.length === 0 ? [] : [[name, text.replaceAll("\u00A0", " ").trim()]];
      }),
    ) as Partial<Record<Part, string>>,
  }));
}
