import { folderWith } from "@restream-lint/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { type CodeServer, startCodeServer } from "../src/code-server.ts";
import { commandsOffered } from "../src/palette.ts";
import { languageServersOf } from "../src/processes.ts";
import { UNPACKED } from "../src/vsix.ts";
import { type ServedFolder, serveFolder } from "../src/web-extension.ts";
import { openWorkbench, type Workbench } from "../src/workbench.ts";
import { CALLER, elsewhere, LISTENER, LISTENER_AT, LISTENER_FOUND } from "./documents.ts";

// The extension in a browser, as vscode.dev runs it: its `browser` entry, with the server in a web worker.

let server: CodeServer;
let browser: Browser;
let extension: ServedFolder;

beforeAll(async () => {
  [server, browser, extension] = await Promise.all([
    startCodeServer({}),
    launchBrowser(),
    serveFolder(UNPACKED),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  extension?.stop();
});

test("in a browser everything works without a process and without a network", async () => {
  const folder = folderWith({
    "restreams.yaml": LISTENER,
    "more/closed.restreams.yaml": elsewhere(LISTENER, "c"),
    "quiet/restreams.yaml": elsewhere(LISTENER, "q"),
    "quiet/.restream-lint.yaml": "rules:\n  srt-not-caller: off\n",
  });
  const workbench = await openWorkbench(browser, server, {
    folder,
    file: "restreams.yaml",
    webExtension: extension.url,
  });
  const faraway: string[] = [];
  workbench.page.context().on("request", (request) => {
    if (/^(?:https?|wss?):/.test(request.url()) && new URL(request.url()).hostname !== "127.0.0.1")
      faraway.push(request.url());
  });

  await waitForExtension(workbench);
  await workbench.waitForSquiggle("error");
  const inClosed = ["closed.restreams.yaml", LISTENER_FOUND];
  await expect
    .poll(() => workbench.problems())
    .toEqual([...inClosed, "restreams.yaml", LISTENER_FOUND]);
  expect(await workbench.hoverAt("listener")).toContain("srt-not-caller");

  await workbench.goTo(3, 37);
  const fixes = await workbench.quickFixes();
  const toCaller = fixes.find((it) => it.includes("caller"));
  await workbench.chooseQuickFix(toCaller ?? "");
  await expect.poll(() => workbench.problems()).toEqual(inClosed);
  expect(await workbench.text()).toBe(CALLER);

  await workbench.replace("caller", "rendezvous");
  await workbench.waitForSquiggle("error");
  await workbench.openFile("quiet/restreams.yaml");
  await workbench.replace("stream_id: 1", "stream_id: 0");
  await expect
    .poll(() => workbench.problems())
    .toContainEqual(expect.stringContaining("(wrong-type) [Ln 2, Col 14]"));
  expect((await workbench.problems()).filter((it) => it.includes(LISTENER_AT))).toHaveLength(2);

  // Gcore's API lets no page in.
  const offered = await commandsOffered(workbench.page, "restream-lint: ");
  expect(offered).toContain("restream-lint: Explain a Rule…");
  expect(offered.filter((it) => /Plan|Submit|Token/.test(it))).toEqual([]);
  expect((await workbench.codeLenses()).join("\n")).not.toMatch(/Plan|Submit/);

  expect(await languageServersOf(server)).toEqual([]);
  expect(workbench.consoleErrors().filter((it) => it.includes("restream-lint"))).toEqual([]);
  expect(faraway).toEqual([]);
});

/** VS Code may start its extension hosts twice as it opens, and then forgets an extension that was just being loaded. */
async function waitForExtension({ page, reload }: Workbench): Promise<void> {
  const status = page.locator("[id='status.languageStatus']");
  try {
    await status.waitFor();
  } catch {
    await reload();
    await status.waitFor();
  }
}
