import type { Page } from "playwright-core";
import { textsFromTop } from "./texts-from-top.ts";

/** What a person sees and does while restreams are planned and submitted. */
export interface Submission {
  /** Clicks the code lens with this title, once it is there. */
  readonly clickLens: (title: string) => Promise<void>;
  /** What both sides of the comparison in sight say, once it shows this text. */
  readonly comparison: (
    text: string,
  ) => Promise<{ readonly before: string; readonly after: string; readonly title: string }>;
  /** What the dialog in sight says, and its buttons from the first to the last. */
  readonly dialog: () => Promise<{ readonly text: string; readonly buttons: readonly string[] }>;
}

const DIFF = ".monaco-diff-editor";
const DIALOG = ".monaco-dialog-box";

/** Planning and submitting in a workbench. */
export function createSubmission(page: Page): Submission {
  return {
    clickLens: (title) =>
      page.locator(".codelens-decoration a").getByText(title, { exact: true }).first().click(),
    comparison: async (text) => {
      await page.locator(`${DIFF} .view-line`, { hasText: text }).first().waitFor();
      const [before, after] = await Promise.all(
        ["original", "modified"].map((it) => textsFromTop(page, `${DIFF} .${it} .view-line`)),
      );
      const title = (await page.locator(".tab.active").getAttribute("aria-label")) ?? "";
      return { before: (before ?? []).join("\n"), after: (after ?? []).join("\n"), title };
    },
    dialog: async () => {
      const text = page.locator(`${DIALOG} .dialog-message-container`);
      await text.waitFor();
      const buttons = page.locator(`${DIALOG} .dialog-buttons .monaco-button`);
      return { text: await text.innerText(), buttons: await buttons.allInnerTexts() };
    },
  };
}
