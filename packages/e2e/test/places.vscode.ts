import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { type CodeServer, type ServerOptions, startCodeServer } from "../src/code-server.ts";
import { packMemoryFiles } from "../src/memory-files.ts";
import { languageServersOf } from "../src/processes.ts";
import { VSIX } from "../src/vsix.ts";
import { openWorkbench } from "../src/workbench.ts";
import { elsewhere, LISTENER, LISTENER_FOUND } from "./documents.ts";

const OFF_IN_EDITOR = '{ "restream-lint.rules": { "srt-not-caller": "off" } }\n';
const OFF_IN_FILE = "rules:\n  srt-not-caller: off\n";
/** With a second mistake, which no settings of these tests turn off. */
const TWICE = LISTENER.replace("stream_id: 1", "stream_id: 0");
const SECOND = expect.stringMatching(
  /^error: "stream_id" must .* \(wrong-type\) \[Ln 2, Col 14\]$/,
);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** A VS Code until the test ends. */
async function startServer(options: Omit<ServerOptions, "vsix">): Promise<CodeServer> {
  const server = await startCodeServer({ vsix: VSIX, ...options });
  onTestFinished(() => server.stop());
  return server;
}

test("a folder that nobody trusts is linted, under its settings file, while its editor settings change nothing", async () => {
  const server = await startServer({ trust: true });
  const folder = folderWith({
    "restreams.yaml": TWICE,
    "quiet/restreams.yaml": elsewhere(TWICE, "q"),
    "quiet/.restream-lint.yaml": OFF_IN_FILE,
    ".vscode/settings.json": OFF_IN_EDITOR,
  });
  const workbench = await openWorkbench(browser, server, { folder, file: "restreams.yaml" });
  await expect
    .poll(() => workbench.statusBar())
    .toContainEqual(expect.stringContaining("Restricted Mode"));

  const inQuiet = ["restreams.yaml", SECOND];
  await expect
    .poll(() => workbench.problems())
    .toEqual([...inQuiet, "restreams.yaml", SECOND, LISTENER_FOUND]);
  expect(await workbench.hoverAt("listener")).toContain("srt-not-caller");
  await workbench.goTo(3, 37);
  await workbench.chooseQuickFix("Connect as the caller");
  await expect.poll(() => workbench.problems()).toEqual([...inQuiet, "restreams.yaml", SECOND]);
  await workbench.undo();
  await expect
    .poll(() => workbench.problems())
    .toEqual([...inQuiet, "restreams.yaml", SECOND, LISTENER_FOUND]);

  await workbench.trustFolder();
  await expect.poll(() => workbench.problems()).toEqual([...inQuiet, "restreams.yaml", SECOND]);
});

test("each folder of a workspace is judged by its own settings, one that is added too", async () => {
  const server = await startServer({});
  const root = folderWith({
    "north/restreams.yaml": elsewhere(TWICE, "n"),
    "north/.restream-lint.yaml": OFF_IN_FILE,
    "south/restreams.yaml": elsewhere(TWICE, "s"),
    "south/.vscode/settings.json": OFF_IN_EDITOR.replace("srt-not-caller", "wrong-type"),
    "west/restreams.yaml": elsewhere(TWICE, "w"),
  });
  const workspaceFile = join(root, "show.code-workspace");
  const write = (...names: string[]): void =>
    writeFileSync(workspaceFile, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  // VS Code starts its extension host again where the first folder changes.
  write("south", "north");
  const workbench = await openWorkbench(browser, server, { workspaceFile });
  const north = ["restreams.yaml", SECOND];
  const south = ["restreams.yaml", LISTENER_FOUND];
  await expect.poll(() => workbench.problems()).toEqual([...north, ...south]);

  write("south", "north", "west");
  const west = ["restreams.yaml", SECOND, LISTENER_FOUND];
  await expect.poll(() => workbench.problems()).toEqual([...north, ...south, ...west]);

  await workbench.command("Workspaces: Remove Folder from Workspace...");
  await workbench.pick("north");
  await expect.poll(() => workbench.problems()).toEqual([...south, ...west]);
});

test("a folder that is on no disk is linted, under the settings file that is there", async () => {
  const vsix = await packMemoryFiles(folderWith({}), {
    "/show/live.restreams.yaml": TWICE,
    "/show/more/closed.restreams.yaml": elsewhere(TWICE, "c"),
    "/show/.restream-lint.yaml": OFF_IN_FILE,
  });
  const server = await startServer({ others: [vsix] });
  const folders = [{ uri: "memory:/show" }];
  const root = folderWith({ "show.code-workspace": JSON.stringify({ folders }) });
  const workspaceFile = join(root, "show.code-workspace");
  const workbench = await openWorkbench(browser, server, { workspaceFile });
  const entries = workbench.page.locator(".explorer-folders-view .monaco-list-row");
  await entries.filter({ hasText: "live.restreams.yaml" }).dblclick();

  await workbench.waitForSquiggle("error");
  await expect
    .poll(() => workbench.problems())
    .toEqual(["live.restreams.yaml", SECOND, "closed.restreams.yaml", SECOND]);
  expect(await languageServersOf(server)).toHaveLength(1);
});
