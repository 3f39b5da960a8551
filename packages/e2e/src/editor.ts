import type { Page } from "playwright-core";
import { hoverText, openHover } from "./hover.ts";
import { chooseIn } from "./quick-input.ts";
import { textsFromTop } from "./texts-from-top.ts";
import { AGAIN, SOON, START } from "./timeouts.ts";
import { underlinedWords } from "./underlined.ts";

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
  /** What stands above the squiggles in sight, from top to bottom. */
  readonly underlined: (severity: Severity) => Promise<readonly string[]>;
  /** Until there is a squiggle in sight. */
  readonly waitForSquiggle: (severity: Severity) => Promise<void>;
  /** The texts of the inlay hints in sight, from top to bottom. */
  readonly inlayHints: () => Promise<readonly string[]>;
  /** The titles of the code lenses in sight, from top to bottom. */
  readonly codeLenses: () => Promise<readonly string[]>;
  /** The colour of a token, the first one in the first line that contains `within`. */
  readonly colourOf: (token: string, within: string) => Promise<string>;
  /** What shows when the mouse rests on a word, the first one in the first place of `within`. */
  readonly hoverAt: (word: string, within?: string) => Promise<string>;
  /** What the hover in sight shows by now: more comes as one after the other answers. */
  readonly hover: () => Promise<string>;
}

const EDITOR = ".editor-instance .monaco-editor";
/** No text that a test has. */
const NOTHING_COPIED = "\u0000";

/** The active editor of a workbench. */
export function createEditor(page: Page): Editor {
  const { keyboard } = page;

  async function focusEditor(): Promise<void> {
    const focused = page.locator(`${EDITOR}.focused`).first();
    for (const deadline = Date.now() + SOON; !(await focused.isVisible()); ) {
      await keyboard.press("Control+1");
      try {
        await focused.waitFor({ timeout: AGAIN });
      } catch (error) {
        // What opened just now has taken the keyboard after it.
        if (Date.now() > deadline) throw error;
      }
    }
  }

  async function press(key: string): Promise<void> {
    await focusEditor();
    await keyboard.press(key);
  }

  async function openFile(name: string): Promise<void> {
    for (const deadline = Date.now() + SOON; ; ) {
      await keyboard.press("Control+P");
      try {
        await chooseIn(page, name, name, AGAIN);
        break;
      } catch (error) {
        // Files are looked for once each time that the list opens.
        if (Date.now() > deadline) throw error;
        await keyboard.press("Escape");
      }
    }
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
    underlined: (severity) => underlinedWords(page, `squiggly-${severity}`),
    waitForSquiggle: (severity) =>
      page
        .locator(`${EDITOR} .squiggly-${severity}`)
        .first()
        .waitFor({ state: "attached", timeout: START }),
    // The editor styles what it shows between the characters of a text by rules of these names.
    inlayHints: async () => {
      const shown = await textsFromTop(page, `${EDITOR} .view-line [class*=dyn-rule]`);
      return shown.filter((it) => it !== "");
    },
    codeLenses: () => textsFromTop(page, `${EDITOR} .codelens-decoration`),
    colourOf: (token, within) =>
      page
        .locator(`${EDITOR} .view-line`, { hasText: within })
        .first()
        .getByText(token, { exact: true })
        .first()
        .evaluate((it) => getComputedStyle(it).color),
    hoverAt: async (word, within = word) => {
      await openHover(page, word, within);
      return hoverText(page);
    },
    hover: () => hoverText(page),
  };
}
