import type { Page } from "playwright-core";
import type { QuickInput } from "./quick-input.ts";
import { rowsOf } from "./rows.ts";
import { AGAIN } from "./timeouts.ts";

/** What stands around the editor. */
export interface Surroundings {
  /** The rows of the Outline view, opened first: two blanks before each level, "name — detail". */
  readonly outline: () => Promise<readonly string[]>;
  /** The items of the `{}` in the status bar: "text — detail [command]". */
  readonly languageStatus: () => Promise<readonly string[]>;
  /** What the status bar says to a screen reader, item by item. */
  readonly statusBar: () => Promise<readonly string[]>;
  /** The messages of the notifications in sight. */
  readonly notifications: () => Promise<readonly string[]>;
  /** Until a notification in sight says this. */
  readonly waitForNotification: (text: string) => Promise<void>;
  /** Presses a button of a notification or of a dialog in sight. */
  readonly answer: (label: string) => Promise<void>;
  /** Trusts the folder of a window in Restricted Mode, as "Manage Workspace Trust" lets the user do. */
  readonly trustFolder: () => Promise<void>;
  /** Milliseconds of activation by the names of the extensions that run, from "Running Extensions". */
  readonly activationTimes: () => Promise<Readonly<Record<string, number>>>;
}

/** What stands around the editor of a workbench. */
export function createSurroundings(page: Page, { command }: QuickInput): Surroundings {
  const notifications = page.locator(".notifications-toasts, .notifications-center.visible");
  const messages = notifications.locator(".notification-list-item-message");
  return {
    outline: async () => {
      const first = page.locator(".outline-tree .monaco-list-row").first();
      if (!(await first.isVisible())) await command("Explorer: Focus on Outline View");
      await first.waitFor();
      const parts = { name: ".label-name", detail: ".label-description" };
      const rows = await rowsOf(page, ".outline-tree .monaco-list", parts);
      return rows.map(({ level, parts: { name, detail } }) => {
        const shown = detail === undefined ? `${name}` : `${name} — ${detail}`;
        return "  ".repeat(level - 1) + shown;
      });
    },
    languageStatus: async () => {
      await page.locator("[id='status.languageStatus']").click();
      const items = page.locator(".hover-language-status .element");
      await items.first().waitFor();
      const shown = await items.evaluateAll((elements) =>
        elements.map((it) => {
          const parts = [...(it.querySelector(".left")?.childNodes ?? [])].map(
            (node) => node.textContent ?? "",
          );
          const text = parts.filter((part) => part.trim() !== "").join(" — ");
          const action = it.querySelector(".right .monaco-link")?.textContent ?? "";
          return action === "" ? text : `${text} [${action}]`;
        }),
      );
      // It shows again where the mouse rests.
      await page.mouse.move(0, 0);
      await page.keyboard.press("Escape");
      await items.first().waitFor({ state: "hidden" });
      return shown;
    },
    statusBar: () =>
      page
        .locator(".statusbar-item[aria-label]:visible")
        .evaluateAll((items) => items.map((it) => it.getAttribute("aria-label") ?? "")),
    notifications: () => messages.allInnerTexts(),
    waitForNotification: async (text) => {
      const wanted = messages.filter({ hasText: text }).first();
      try {
        await wanted.waitFor({ timeout: AGAIN });
      } catch {
        // Of more than three within a second, the last ones do not pop up.
        await command("Notifications: Show Notifications");
        await wanted.waitFor();
      }
    },
    answer: async (label) => {
      // Behind a dialog nothing can be pressed.
      const dialog = page.locator(".monaco-dialog-box");
      const around = (await dialog.isVisible()) ? dialog : notifications;
      const buttons = around.locator(".monaco-button");
      const wanted = buttons.filter({ has: page.getByText(label, { exact: true }) });
      await wanted
        .or(buttons.and(page.getByText(label, { exact: true })))
        .first()
        .click();
    },
    trustFolder: async () => {
      await command("Workspaces: Manage Workspace Trust");
      const buttons = page.locator(".workspace-trust-editor .monaco-button");
      await buttons.filter({ hasText: /^Trust$/ }).click();
      await page.locator("[id='status.workspaceTrust']").waitFor({ state: "hidden" });
      await command("View: Close Editor");
    },
    activationTimes: async () => {
      await command("Developer: Show Running Extensions");
      const list = ".runtime-extensions-editor .monaco-list";
      await page.locator(`${list} .monaco-list-row`).first().waitFor();
      const rows = await rowsOf(page, list, { name: ".name", time: ".activation-time" });
      await command("View: Close Editor");
      return Object.fromEntries(
        rows.map(({ parts: { name, time } }) => [
          name ?? "",
          Number(/(\d+)\s*ms/.exec(time ?? "")?.[1]),
        ]),
      );
    },
  };
}
