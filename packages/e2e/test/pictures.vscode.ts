import type { Page } from "playwright-core";
import { API_TOKEN, createGcoreApi } from "@restream-lint/testkit";
import { afterAll, expect, test } from "vitest";
import { markdownPreview } from "../src/markdown-preview.ts";
import { renameHost } from "../src/rename-host.ts";
import type { PictureOptions } from "../src/screenshot.ts";
import { AGAIN } from "../src/timeouts.ts";
import { vsCode } from "../src/vs-code.ts";
import type { Workbench } from "../src/workbench.ts";

// What README files and the walkthrough show. Each picture is taken once what it is for is there.

/** Stands in for Gcore, with two restreams that the document of the last picture changes. */
const api = await createGcoreApi({
  restreams: [
    { name: "Twitch", stream_id: 20, uri: "rtmp://live.twitch.tv/app/live_4711", active: false },
    {
      name: "Studio A",
      stream_id: 20,
      uri: "srt://ingest.studio-a.net:9000?mode=caller&latency=1000",
      live: true,
    },
  ],
});
afterAll(() => api.stop());

const { show, write } = vsCode(
  {
    "editor.fontSize": 13,
    "editor.lineHeight": 19,
    "editor.renderLineHighlight": "none",
    "editor.scrollbar.vertical": "hidden",
    "editor.overviewRulerBorder": false,
    "editor.hideCursorInOverviewRuler": true,
    "editor.guides.indentation": false,
    "editor.folding": false,
    "editor.glyphMargin": false,
    "editor.lineNumbersMinChars": 3,
    "editor.links": false,
    "editor.snippetSuggestions": "none",
    "problems.sortOrder": "position",
    "editor.occurrencesHighlight": "off",
    "editor.matchBrackets": "never",
    "window.menuBarVisibility": "hidden",
    "workbench.activityBar.location": "hidden",
    "workbench.colorTheme": "Default Light Modern",
    "workbench.editor.editorActionsLocation": "hidden",
  },
  {
    scale: 1.5,
    size: { width: 1000, height: 700 },
    machineSettings: { "restream-lint.apiBaseUri": api.url },
  },
);

const SHOW = `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmps://a.rtmps.youtube.com/live2/\${YOUTUBE_KEY}
  - name: Twitch
    stream_id: "20"
    uri: rtmp://live.twitch.tv/app/
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=listener&latency=2000000
    latency_unit: us
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: us
  - name: Own server
    stream_id: 20
    uri: rtpm://live.studio-b.net/live/\${OWN_KEY}
  - name: Backup
    stream_id: 20
    uri: rtmp://backup.studio-b.net/live/made-up-4711
`;
/** Pixels of the status bar, which tells of this machine. */
const STATUS_BAR = 32;

interface Arrangement {
  readonly width: number;
  readonly height: number;
  /** The height of the Problems panel; without it, there is none. */
  readonly panel?: number;
}

/** Makes a window show editors alone, perhaps with a panel below them; the answer is what of it a picture shows. */
async function arranged(
  { page, command, problems }: Workbench,
  { width, height, panel }: Arrangement,
): Promise<PictureOptions> {
  await page.setViewportSize({ width, height });
  if (await page.locator(".part.sidebar").isVisible()) {
    await command("View: Toggle Primary Side Bar Visibility");
    await page.locator(".part.sidebar").waitFor({ state: "hidden" });
  }
  const shown = page.locator(".part.panel");
  if (panel !== undefined) {
    await problems();
    const top = (await shown.boundingBox())?.y ?? 0;
    await page.mouse.move(width / 2, top - 1);
    await page.mouse.down();
    await page.mouse.move(width / 2, height - STATUS_BAR - panel, { steps: 4 });
    await page.mouse.up();
  } else if (await shown.isVisible()) {
    await command("View: Hide Panel");
    await shown.waitFor({ state: "hidden" });
  }
  // Where nothing answers to it.
  await page.mouse.move(width / 2, height - 1);
  return { clip: { x: 0, y: 0, width, height: height - STATUS_BAR } };
}

/** Opens the explanation beside a list of completions, unless it is still open from the last time. */
async function explained(page: Page, text: string): Promise<void> {
  const details = page.locator(".suggest-details:visible");
  await details.waitFor({ timeout: AGAIN }).catch(() => page.keyboard.press("Control+Space"));
  await details.filter({ hasText: text }).waitFor();
  // It grows with what it says when it is shown again.
  await page.keyboard.press("ArrowDown");
  await details.filter({ hasNotText: text }).waitFor();
  await page.keyboard.press("ArrowUp");
  await details.filter({ hasText: text }).waitFor();
}

const RIGHT = `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000
    latency_unit: us
    network: public-internet
`;
const WRONG = RIGHT.replace("caller", "listener");

test("settings", async () => {
  // First of all, so that the file is there when the window opens.
  write({
    ".restream-lint.yaml":
      'extends: recommended\ntargets:\n  - host: "*.studio-b.net"\n    latencyUnit: us\n',
  });
  const workbench = await show("restreams.yaml", RIGHT);
  const picture = await arranged(workbench, { width: 860, height: 420 });
  await expect.poll(() => workbench.inlayHints()).toContain("= 2 s");
  await expect
    .poll(() => workbench.languageStatus())
    .toContainEqual(expect.stringContaining(".restream-lint.yaml"));
  await workbench.command("restream-lint: Open Settings File");
  await workbench.page.locator(".tab.active", { hasText: ".restream-lint.yaml" }).waitFor();
  await workbench.goTo(4, 20);
  await workbench.type("\n");
  expect(await workbench.completions()).toContain("maxVideoBitrate");
  await explained(workbench.page, "Which SRT latency is right");
  await workbench.screenshot("settings", picture);
});

test("problems", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  const picture = await arranged(workbench, { width: 1020, height: 856, panel: 248 });
  await expect.poll(() => workbench.problems()).toHaveLength(9);
  await expect.poll(() => workbench.underlined("error")).toHaveLength(5);
  expect(await workbench.underlined("warning")).toEqual(["2000"]);
  expect(await workbench.underlined("info")).toEqual(["made-up-4711"]);
  await expect.poll(() => workbench.inlayHints()).toHaveLength(5);
  // The panel may or may not have chosen its first row.
  await workbench.page.locator(".markers-panel-container .monaco-list").first().focus();
  await workbench.page.keyboard.press("Escape");
  await workbench.page.locator(".markers-panel .selected").waitFor({ state: "detached" });
  expect(await workbench.underlined("error")).toHaveLength(5);
  await workbench.screenshot("problems", picture);
});

test("hover", async () => {
  const workbench = await show("restreams.yaml", RIGHT);
  const picture = await arranged(workbench, { width: 860, height: 620 });
  await expect.poll(() => workbench.inlayHints()).toContain("= 2 s");
  await expect.poll(() => workbench.codeLenses()).toHaveLength(2);
  await workbench.goTo(12, 29);
  await workbench.hoverAt("2000000");
  await expect.poll(() => workbench.hover()).toContain("in milliseconds:");
  await workbench.screenshot("hover", picture);
});

test("quick-fix", async () => {
  const workbench = await show("restreams.yaml", WRONG);
  const picture = await arranged(workbench, { width: 800, height: 500 });
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);
  await expect.poll(() => workbench.codeLenses()).toHaveLength(2);
  await workbench.goTo(10, 50);
  expect(await workbench.lightBulb()).toContain("Connect as the caller");
  await workbench.screenshot("quick-fix", picture);
});

test("completion", async () => {
  const workbench = await show("restreams.yaml", RIGHT.replace("&latency=2000000", ""));
  const { page } = workbench;
  const picture = await arranged(workbench, { width: 860, height: 540 });
  await expect.poll(() => workbench.underlined("warning")).not.toEqual([]);
  await workbench.goTo(10, 52);
  await workbench.type("&");
  await page.locator(".suggest-widget.visible", { hasText: "latency" }).waitFor();
  await explained(page, "packets");
  await workbench.screenshot("completion", picture);
});

test("rule-page", async () => {
  const text = WRONG.replace("2000000", "2000").replace("us\n", "ms\n");
  const workbench = await show("restreams.yaml", text);
  const { page } = workbench;
  const picture = await arranged(workbench, { width: 1200, height: 580 });
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);
  await workbench.goTo(10, 50);
  await workbench.command("restream-lint: Explain a Rule…");
  await workbench.pick("srt-not-caller");
  await page.locator(".tab.active", { hasText: "srt-not-caller" }).waitFor();
  const shown = markdownPreview(page).getByText("Why it matters");
  // It takes the keyboard when it is loaded.
  await shown.waitFor();
  await workbench.command("View: Move Editor into Next Group");
  await page.locator(".editor-group-container").nth(1).waitFor();
  await page.mouse.move(300, (picture.clip?.height ?? 0) + STATUS_BAR - 1);
  await shown.waitFor();
  await workbench.screenshot("rule-page", picture);
});

const SUBMITTED = `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/live_4711
    active: true
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=caller&latency=2000
    latency_unit: ms
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000
    latency_unit: us
`;

test("plan", async () => {
  const workbench = await show("restreams.yaml", SUBMITTED);
  const { page } = workbench;
  const picture = await arranged(workbench, { width: 1160, height: 640 });
  await expect.poll(() => workbench.codeLenses()).toHaveLength(2);
  await workbench.clickLens("Submit…");
  await workbench.enter(API_TOKEN);
  expect((await workbench.dialog()).buttons).toContain("Submit, also On Air");
  await page.locator(".notification-toast").waitFor({ state: "detached" });
  await page.locator(".monaco-diff-editor .char-insert").first().waitFor({ state: "attached" });
  await renameHost(page, new URL(api.url).host, "api.gcore.com");
  await workbench.screenshot("plan", picture);
  await workbench.answer("Cancel");
});
