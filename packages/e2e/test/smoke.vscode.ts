import { folderWith } from "@restream-lint/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { type CodeServer, startCodeServer } from "../src/code-server.ts";
import { VSIX } from "../src/vsix.ts";
import { openWorkbench } from "../src/workbench.ts";

let server: CodeServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startCodeServer({ vsix: VSIX }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test("a file with a fault is underlined, and the Problems panel says why", async () => {
  const folder = folderWith({
    "restreams.yaml": "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener\n",
  });
  const workbench = await openWorkbench(browser, server, { folder, file: "restreams.yaml" });

  await workbench.waitForSquiggle("error");
  await expect
    .poll(() => workbench.problems())
    .toContainEqual(expect.stringMatching(/^error: .*\(srt-not-caller\) \[Ln 3, Col 35\]$/));
});
