import { dirname, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { onTestFinished, type TestContext } from "vitest";
import type { CodeServer } from "./code-server.ts";
import { createEditor, type Editor } from "./editor.ts";
import { tailOfLogs } from "./failure.ts";
import { createFixes, type Fixes } from "./fixes.ts";
import { createProblems, type Problems } from "./problems.ts";
import { createQuickInput, type QuickInput } from "./quick-input.ts";
import { type PictureOptions, saveFailure, savePicture } from "./screenshot.ts";
import { createSubmission, type Submission } from "./submission.ts";
import { createSurroundings, type Surroundings } from "./surroundings.ts";
import { SOON, START } from "./timeouts.ts";
import { addWebExtension } from "./web-extension.ts";

/** What a window shows, and how large. */
export interface WorkbenchOptions {
  /** A folder's absolute path, or none with `workspaceFile`. */
  readonly folder?: string;
  /** The absolute path of a .code-workspace file. */
  readonly workspaceFile?: string;
  /** A file that is opened at once; its path starts at the folder, or at the workspace file's. */
  readonly file?: string;
  /** The address of an unpacked extension that runs in the browser. */
  readonly webExtension?: string;
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Pixels of a picture for each CSS pixel: 1, or 2 for sharp pictures. */
  readonly scale?: number;
  /** Whether it outlives the test that asked for it, until the browser is closed. */
  readonly stays?: boolean;
}

/** A window of VS Code, driven as a person would. */
export interface Workbench extends Editor, Fixes, Problems, QuickInput, Submission, Surroundings {
  /** For what has no word here. */
  readonly page: Page;
  /** What the browser's console said, errors and warnings alone. */
  readonly consoleErrors: () => readonly string[];
  /** As the browser's reload button does. */
  readonly reload: () => Promise<void>;
  /** A picture for the documentation, or, in an ordinary run, for the ignored folder `screenshots`. */
  readonly screenshot: (name: string, options?: PictureOptions) => Promise<string>;
}

/** A new window, until the test that asked for it ends; if it fails, its message tells what was seen and logged. */
export async function openWorkbench(
  browser: Browser,
  server: CodeServer,
  options: WorkbenchOptions,
): Promise<Workbench> {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(SOON);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (it) => {
    if (it.type() === "error" || it.type() === "warning") errors.push(it.text());
  });
  onTestFinished(async ({ task }) => {
    await explainFailure(task, page, server);
    if (options.stays !== true) await context.close();
  });

  if (options.webExtension !== undefined) await addWebExtension(page, server, options.webExtension);
  await page.goto(addressOf(server, options), { timeout: START });
  await ready(page, options);
  const editor = createEditor(page);
  const quickInput = createQuickInput(page);
  return {
    page,
    ...editor,
    ...quickInput,
    ...createFixes(page, editor),
    ...createProblems(page),
    ...createSubmission(page),
    ...createSurroundings(page, quickInput),
    consoleErrors: () => errors,
    reload: async () => {
      await page.reload({ timeout: START });
      await ready(page, options);
    },
    screenshot: (name, picture) => savePicture(page, name, picture),
  };
}

function addressOf({ url }: CodeServer, { folder, workspaceFile, file }: WorkbenchOptions): string {
  const address = new URL(url);
  if (folder !== undefined) address.searchParams.set("folder", folder);
  if (workspaceFile !== undefined) address.searchParams.set("workspace", workspaceFile);
  if (file !== undefined) {
    const path = resolve(folder ?? dirname(workspaceFile ?? "/"), file);
    const opened = [["openFile", `vscode-remote://${address.host}${encodeURI(path)}`]];
    address.searchParams.set("payload", JSON.stringify(opened));
  }
  return address.href;
}

async function ready(page: Page, { file }: WorkbenchOptions): Promise<void> {
  const shown = file === undefined ? "[id='status.notifications']" : ".editor-instance .view-line";
  await page.locator(shown).first().waitFor({ timeout: START });
}

/** Adds what was seen and logged to the messages of a test that failed. */
export async function explainFailure(
  task: TestContext["task"],
  page: Page,
  server: CodeServer,
): Promise<void> {
  if (task.result?.state !== "fail") return;
  const picture = await saveFailure(page, task.name).catch(String);
  const logs = await tailOfLogs(server);
  for (const error of task.result.errors ?? []) {
    error.message = `${error.message}\n\nWhat was seen: ${picture}\n${logs}\n`;
  }
}
