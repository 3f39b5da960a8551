import type { Page } from "playwright-core";
import { pointAt } from "./point-at.ts";
import { chooseIn } from "./quick-input.ts";
import { HOVER, SOON, START } from "./timeouts.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** What a person does in the text of the active editor. Lines and columns count from 1. */
export interface Editor {
  /** Opens a file of the workspace by its name (Ctrl+P). */
  readonly openFile: (name: string) => Promise<void>;
  /** Gives the keyboard to the editor, if it has it not. */
  readonly focusEditor: () => Promise<void>;
  /** Puts the cursor there (Ctrl+G). */
  readonly goTo: (line: number, column: number) => Promise<void>;
  /** Selects the first place of this text, which may reach over lines. */
  readonly select: (text: string) => Promise<void>;
  /** Types where the cursor is, key by key: the editor closes brackets, indents and suggests as it does. */
  readonly type: (text: string) => Promise<void>;
  /** Puts `replacement` in the first place of `text` as it is, by pasting. */
  readonly replace: (text: string, replacement: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Saves the file (Ctrl+S) and waits until the editor has nothing left to save. */
  readonly save: () => Promise<void>;
  /** The whole text, as copying takes it: without hints, with lines that are out of sight. The cursor stays. */
  readonly text: () => Promise<string>;
  /** How many squiggles are in sight now. */
  readonly squiggles: (severity: Severity) => Promise<number>;
  /** Until there is a squiggle in sight. */
  readonly waitForSquiggle: (severity: Severity) => Promise<void>;
  /** The texts of the inlay hints in sight, from top to bottom. */
  readonly inlayHints: () => Promise<readonly string[]>;
  /** The titles of the code lenses in sight, from top to bottom. */
  readonly codeLenses: () => Promise<readonly string[]>;
  /** What shows when the mouse rests on a word, the first one in the first place of `within`. */
  readonly hoverAt: (word: string, within?: string) => Promise<string>;
}

const EDITOR = ".editor-instance .monaco-editor";
/** No text that a test has. */
const NOTHING_COPIED = "\u0000";

/** The active editor of a workbench. */
export function createEditor(page: Page): Editor {
  const { keyboard } = page;

  async function focusEditor(): Promise<void> {
    if ((await page.locator(`${EDITOR}.focused`).count()) === 0) await keyboard.press("Control+1");
    await page.locator(`${EDITOR}.focused`).first().waitFor();
  }

  async function press(key: string): Promise<void> {
    await focusEditor();
    await keyboard.press(key);
  }

  async function openFile(name: string): Promise<void> {
    await keyboard.press("Control+P");
    await chooseIn(page, name, name);
    await page.locator(".tab.active", { hasText: name.split("/").at(-1) ?? name }).waitFor();
    await focusEditor();
  }

  async function goTo(line: number, column: number): Promise<void> {
    await press("Control+G");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.fill(`:${line}:${column}`);
    await input.press("Enter");
    await input.waitFor({ state: "hidden" });
    await page
      .locator("[id='status.editor.selection']", { hasText: `Ln ${line}, Col ${column}` })
      .waitFor();
  }

  async function text(): Promise<string> {
    await page.evaluate((it) => navigator.clipboard.writeText(it), NOTHING_COPIED);
    await press("Control+A");
    await keyboard.press("Control+C");
    const copied = await page.waitForFunction(async (nothing) => {
      const it = await navigator.clipboard.readText();
      return it !== nothing && { it };
    }, NOTHING_COPIED);
    // Undoes what the cursor did, not what the text became.
    await keyboard.press("Control+U");
    const value = await copied.jsonValue();
    return value === false ? "" : value.it;
  }

  async function select(wanted: string): Promise<void> {
    const whole = await text();
    const start = whole.indexOf(wanted);
    if (start === -1)
      throw new Error(`The editor does not contain ${JSON.stringify(wanted)}:\n${whole}`);
    const before = whole.slice(0, start).split("\n");
    await goTo(before.length, (before.at(-1) ?? "").length + 1);
    const steps = [...wanted].length;
    for (let at = 0; at < steps; at += 1) await keyboard.press("Shift+ArrowRight");
  }

  return {
    openFile,
    focusEditor,
    goTo,
    select,
    text,
    type: async (typed) => {
      await focusEditor();
      await keyboard.type(typed);
    },
    replace: async (old, replacement) => {
      await select(old);
      if (replacement === "") return keyboard.press("Delete");
      await page.evaluate((it) => navigator.clipboard.writeText(it), replacement);
      return keyboard.press("Control+V");
    },
    undo: () => press("Control+Z"),
    redo: () => press("Control+Y"),
    save: async () => {
      await press("Control+S");
      await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
    },
    squiggles: (severity) => page.locator(`${EDITOR} .squiggly-${severity}`).count(),
    waitForSquiggle: (severity) =>
      page
        .locator(`${EDITOR} .squiggly-${severity}`)
        .first()
        .waitFor({ state: "attached", timeout: START }),
    // The editor styles what it shows between the characters of a text by rules of these names.
    inlayHints: () => textsFromTop(page, `${EDITOR} .view-line [class*=dyn-rule]`),
    codeLenses: () => textsFromTop(page, `${EDITOR} .codelens-decoration`),
    hoverAt: (word, within = word) => hoverText(page, word, within),
  };
}

async function hoverText(page: Page, word: string, within: string): Promise<string> {
  const hover = page.locator(".monaco-hover:not(.workbench-hover):not(.hidden):visible");
  const loaded = hover.filter({ hasNotText: "Loading..." });
  const { x, y } = await pointAt(page, word, within);
  for (const deadline = Date.now() + SOON; ; ) {
    await page.mouse.move(0, 0);
    await hover.waitFor({ state: "hidden" });
    // The editor asks for a hover when the mouse has moved over its text.
    await page.mouse.move(x, y);
    await page.mouse.move(x + 1, y);
    try {
      await loaded.waitFor({ timeout: HOVER });
      break;
    } catch (error) {
      // It asks once, perhaps before there was anybody to answer.
      if (Date.now() > deadline) throw error;
    }
  }
  const rows = await hover.locator(".hover-row:not(.status-bar) .hover-contents").allInnerTexts();
  return rows.join("\n").replaceAll("\u00A0", " ").trim();
}

async function textsFromTop(page: Page, selector: string): Promise<readonly string[]> {
  const found = await page
    .locator(selector)
    .evaluateAll((elements) =>
      elements.map((it) => ({ top: it.getBoundingClientRect().top, text: it.textContent })),
    );
  return found
    .toSorted((a, b) => a.top - b.top)
    .map((it) => it.text.replaceAll("\u00A0", " ").trim());
}
