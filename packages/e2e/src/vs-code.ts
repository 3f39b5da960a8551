import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type CodeServer, type ServerOptions, startCodeServer } from "./code-server.ts";
import type { UserSettings } from "./settings.ts";
import { VSIX } from "./vsix.ts";
import {
  explainFailure,
  openWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from "./workbench.ts";

/** One window for all tests of a file, for opening one takes seconds. */
export interface VsCode {
  /** The folder that it shows; empty at the beginning of each test. */
  readonly folder: string;
  /** Writes files into the folder, by their paths in it. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Writes a file and opens it, alone, until the test ends. */
  readonly show: (name: string, text: string) => Promise<Workbench>;
  /** One more window, until the test ends. */
  readonly openWindow: (options: WorkbenchOptions) => Promise<Workbench>;
  /** What it runs in, once it is started. */
  readonly server: () => CodeServer;
}

/** What the window is like, and what the machine says. */
export type VsCodeOptions = Omit<WorkbenchOptions, "folder" | "file"> &
  Pick<ServerOptions, "machineSettings">;

/** A VS Code, started before the tests of a file and ended after them. */
export function vsCode(
  settings: UserSettings = {},
  { machineSettings = {}, ...options }: VsCodeOptions = {},
): VsCode {
  let server: CodeServer;
  let browser: Browser;
  let window: Workbench | undefined;
  const parent = mkdtempSync(join(tmpdir(), "restream-lint-"));
  const folder = join(parent, "live-show");
  mkdirSync(folder);

  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startCodeServer({ vsix: VSIX, settings, machineSettings }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(parent, { recursive: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }

  /** Closes the editors, unsaved, and removes the files. */
  async function leave({ page, command }: Workbench): Promise<void> {
    for (let open = 0; open < 3; open += 1) await page.keyboard.press("Escape");
    const tabs = page.locator(".tab");
    while ((await tabs.count()) > 0) {
      const before = await tabs.count();
      await command("View: Revert and Close Editor");
      await tabs.nth(before - 1).waitFor({ state: "detached" });
    }
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  }

  async function show(name: string, text: string): Promise<Workbench> {
    write({ [name]: text });
    // Hooks run from the last to the first: what a failed test saw is told before that is gone.
    onTestFinished(() => window && leave(window));
    if (window === undefined) {
      window = await openWorkbench(browser, server, {
        ...options,
        folder,
        file: name,
        stays: true,
      });
    } else {
      const { page } = window;
      onTestFinished(({ task }) => explainFailure(task, page, server));
      await window.openFile(name);
    }
    return window;
  }

  const openWindow = (more: WorkbenchOptions): Promise<Workbench> =>
    openWorkbench(browser, server, more);

  return { folder, write, show, openWindow, server: () => server };
}
