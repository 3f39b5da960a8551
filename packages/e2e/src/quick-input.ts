import type { Locator, Page } from "playwright-core";
import { SOON } from "./timeouts.ts";

/** What a person does with the lists that drop down from the top. */
export interface QuickInput {
  /** Runs a command by its whole name in the palette (F1), such as "View: Toggle Word Wrap". */
  readonly command: (name: string) => Promise<void>;
  /** The labels of the open list. */
  readonly picks: () => Promise<readonly string[]>;
  /** Chooses an entry of the open list by its whole label. */
  readonly pick: (label: string) => Promise<void>;
  /** What the open input box asks for, and whether nobody sees what is typed into it. */
  readonly asked: () => Promise<{ readonly title: string; readonly isHidden: boolean }>;
  /** Types into the open input box, and accepts it. */
  readonly enter: (text: string) => Promise<void>;
}

/** The quick input of a workbench. */
export function createQuickInput(page: Page): QuickInput {
  return {
    command: async (name) => {
      await page.keyboard.press("F1");
      await chooseIn(page, `>${name}`, name);
    },
    picks: async () => {
      await rowsIn(page).first().waitFor();
      return rowsIn(page).locator(".label-name").allInnerTexts();
    },
    pick: (label) => chooseIn(page, label, label),
    asked: async () => {
      const title = page.locator(".quick-input-widget:visible .quick-input-title");
      await title.filter({ hasText: /\S/ }).waitFor();
      const type = await inputOf(page).getAttribute("type");
      return { title: await title.innerText(), isHidden: type === "password" };
    },
    enter: async (text) => {
      // The palette, which is the same widget, may just be closing.
      await page.locator(".quick-input-title", { hasText: /\S/ }).waitFor();
      await inputOf(page).fill(text);
      await inputOf(page).press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },
  };
}

/** Types into the open quick input and takes the entry with this label, of a path the last part, which comes within `timeout` milliseconds. */
export async function chooseIn(
  page: Page,
  typed: string,
  label: string,
  timeout: number = SOON,
): Promise<void> {
  await page.locator(".quick-input-widget input[type=text]").fill(typed);
  const wanted = labelled(page, label.split("/").at(-1) ?? label);
  await wanted.click({ timeout });
  await wanted.waitFor({ state: "hidden" });
}

function inputOf(page: Page): Locator {
  return page.locator(".quick-input-widget:visible .quick-input-box input");
}

function labelled(page: Page, label: string): Locator {
  const name = page.locator(".label-name").getByText(label, { exact: true });
  return rowsIn(page).filter({ has: name }).first();
}

function rowsIn(page: Page): Locator {
  return page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row");
}
