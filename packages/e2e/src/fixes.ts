import type { Locator, Page } from "playwright-core";
import type { Editor } from "./editor.ts";

/** What the editor offers at the cursor. */
export interface Fixes {
  /** The labels of the quick fixes at the cursor (Ctrl+.), whose menu stays open. */
  readonly quickFixes: () => Promise<readonly string[]>;
  /** The same, from the light bulb, clicked with the mouse. */
  readonly lightBulb: () => Promise<readonly string[]>;
  /** Takes a quick fix by its whole label, from the open menu or, where none is open, by Ctrl+. */
  readonly chooseQuickFix: (label: string) => Promise<void>;
  /** The labels of the completions at the cursor that are in sight (Ctrl+Space), whose list stays open. */
  readonly completions: () => Promise<readonly string[]>;
  /** Goes down the list of completions, opened if need be, to this label, and accepts it with Tab. */
  readonly complete: (label: string) => Promise<void>;
}

/** The fixes and completions of the active editor. */
export function createFixes(page: Page, { focusEditor }: Editor): Fixes {
  const { keyboard } = page;
  const actions = page.locator(".action-widget:visible .monaco-list-row.action");
  const offers = page.locator(".suggest-widget.visible .monaco-list-row");

  async function labelsOf(rows: Locator, selector: string): Promise<readonly string[]> {
    await rows.first().waitFor();
    const labels = await rows.locator(selector).allInnerTexts();
    return labels.map((it) => it.replaceAll("\u00A0", " ").trim());
  }

  async function openFixes(): Promise<void> {
    if (await actions.first().isVisible()) return;
    await focusEditor();
    await keyboard.press("Control+.");
  }

  async function openCompletions(): Promise<void> {
    if (await offers.first().isVisible()) return;
    await focusEditor();
    await keyboard.press("Control+Space");
  }

  async function goDownTo(label: string, patience: { readonly timeout?: number } = {}) {
    const name = page.locator(".label-name").getByText(label, { exact: true });
    const wanted = offers.filter({ has: name }).first();
    await wanted.waitFor(patience);
    const rows = Number(await wanted.getAttribute("aria-setsize", patience));
    const isFocused = async (): Promise<boolean> =>
      (await wanted.getAttribute("class", patience))?.split(" ").includes("focused") === true;
    for (let at = 0; at < rows && !(await isFocused()); at += 1) await keyboard.press("ArrowDown");
  }

  return {
    quickFixes: async () => {
      await openFixes();
      return labelsOf(actions, ".title");
    },
    lightBulb: async () => {
      // In a line without room before its text, it stands beside the line numbers.
      await page
        .locator(".lightBulbWidget:visible, [class*=codicon-gutter-light]:visible")
        .first()
        .click();
      return labelsOf(actions, ".title");
    },
    chooseQuickFix: async (label) => {
      await openFixes();
      const title = page.locator(".title").getByText(label, { exact: true });
      await actions.filter({ has: title }).first().click();
      await actions.first().waitFor({ state: "hidden" });
    },
    completions: async () => {
      await openCompletions();
      return labelsOf(offers, ".label-name");
    },
    complete: async (label) => {
      await openCompletions();
      try {
        await goDownTo(label, { timeout: BRIEF_MS });
      } catch {
        // The list that was open came of fewer characters, and closed while we looked at it.
        await openCompletions();
        await goDownTo(label);
      }
      await keyboard.press("Tab");
      await offers.first().waitFor({ state: "hidden" });
    },
  };
}

/** As long as a list takes to open on a slow machine. */
const BRIEF_MS = 5_000;
