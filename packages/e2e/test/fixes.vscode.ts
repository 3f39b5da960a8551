import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { vsCode } from "../src/vs-code.ts";

const { folder, show } = vsCode({
  "editor.codeActionsOnSave": { "source.fixAll.restream-lint": "explicit" },
});

const SHOW = `\
restreams:
  - stream_id: "20"
    uri: srt://ingest.studio-a.net:9000?mode=listener&latency=2000000
    latency_unit: us
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: us
`;
const MENDED = SHOW.replace('"20"', "20").replace("listener", "caller");

test("the light bulb offers a quick fix, which mends the text", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(['"20"', "listener"]);

  await workbench.goTo(3, 48);
  expect(await workbench.lightBulb()).toEqual([
    "Connect as the caller",
    "Disable srt-not-caller for this line",
    "Disable srt-not-caller for this document",
  ]);
  await workbench.chooseQuickFix("Connect as the caller");
  await expect.poll(() => workbench.underlined("error")).toEqual(['"20"']);
  expect(await workbench.text()).toBe(SHOW.replace("listener", "caller"));
});

test("Ctrl+. offers suggestions, and to leave a finding alone", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("warning")).toEqual(["2000"]);

  await workbench.goTo(6, 63);
  expect(await workbench.quickFixes()).toEqual([
    "Write 2 s in microseconds: latency=2000000",
    "Say that the target reads milliseconds",
    "Disable srt-wrong-latency-unit for this line",
    "Disable srt-wrong-latency-unit for this document",
  ]);
  await workbench.chooseQuickFix("Write 2 s in microseconds: latency=2000000");
  await expect.poll(() => workbench.underlined("warning")).toEqual([]);
  const converted = SHOW.replace("latency=2000\n", "latency=2000000\n");
  expect(await workbench.text()).toBe(converted);

  await workbench.goTo(3, 48);
  await workbench.chooseQuickFix("Disable srt-not-caller for this line");
  await expect.poll(() => workbench.underlined("error")).toEqual(['"20"']);
  expect(await workbench.text()).toBe(
    converted.replace("    uri:", "    # restream-lint-disable-next-line srt-not-caller\n    uri:"),
  );
});

test("a command applies all safe fixes, and nothing else", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(['"20"', "listener"]);

  await workbench.command("restream-lint: Apply All Safe Fixes");
  // The editor applies nothing once the cursor has moved, as reading the text does.
  await expect.poll(() => workbench.underlined("error")).toEqual([]);
  expect(await workbench.text()).toBe(MENDED);
});

test("saving applies all safe fixes, where the user wants that", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(['"20"', "listener"]);

  await workbench.goTo(7, 21);
  await workbench.type(" # FFmpeg");
  await workbench.save();
  const saved = `${MENDED.trimEnd()} # FFmpeg\n`;
  await expect.poll(() => readFileSync(join(folder, "restreams.yaml"), "utf8")).toBe(saved);
  expect(await workbench.text()).toBe(saved);
});

test("menus offer to mend restream documents, and no other file", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  const { page } = workbench;
  const ofText = () =>
    menuOf(page.locator(".editor-instance .view-line").first(), { button: "right" });
  const ofTitle = () => menuOf(page.locator(".editor-actions .codicon-toolbar-more"));

  await expect.poll(ofText).toEqual(["Apply All Safe Fixes", "Explain a Rule…"]);
  await expect.poll(ofTitle).toEqual(["Apply All Safe Fixes", "Open Settings File"]);
  await show("docker-compose.yaml", "services:\n  web:\n    image: nginx\n");
  await expect.poll(ofTitle).toEqual([]);
  await expect.poll(ofText).toEqual([]);

  async function menuOf(place: Locator, how?: { button: "right" }): Promise<readonly string[]> {
    await place.click(how);
    const labels = page.locator(".context-view .action-item .action-label");
    await labels.first().waitFor();
    const all = await labels.allInnerTexts();
    await page.keyboard.press("Escape");
    await labels.first().waitFor({ state: "hidden" });
    return all.filter((it) => /Safe Fixes|Rule|Settings File/.test(it));
  }
});
