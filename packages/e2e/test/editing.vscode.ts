import { expect, test } from "vitest";
import { vsCode } from "../src/vs-code.ts";

const { show } = vsCode();

const SHOW = `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=listener&latency=2000000
    latency_unit: us
  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
    active: false
`;
const NOT_CALLER =
  'error: SRT mode must be "caller", not "listener": Gcore dials, the target listens (srt-not-caller) [Ln 7, Col 46]';

test("a finding goes while its cause is typed over, and comes back by undoing", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);
  await expect.poll(() => workbench.problems()).toEqual(["restreams.yaml", NOT_CALLER]);

  await workbench.select("listener");
  await workbench.type("caller");
  await expect.poll(() => workbench.underlined("error")).toEqual([]);
  await expect.poll(() => workbench.problems()).toEqual([]);
  expect(await workbench.text()).toBe(SHOW.replace("listener", "caller"));

  await workbench.undo();
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);
  await expect.poll(() => workbench.problems()).toEqual(["restreams.yaml", NOT_CALLER]);
  expect(await workbench.text()).toBe(SHOW);
});

test("a syntax error hides nothing of the rest", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);

  await workbench.goTo(12, 18);
  await workbench.type("\nnetwork: a: b");
  await expect
    .poll(() => workbench.problems())
    .toEqual([
      "restreams.yaml",
      NOT_CALLER,
      expect.stringMatching(/^error: .* \(syntax-error\) \[Ln 13, Col \d+\]$/),
    ]);
});

test("resting the mouse tells what the parts of a URI are, and what is wrong with them", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  const { page, hover, hoverAt } = workbench;
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);

  expect(await hoverAt("ingest.studio-a.net")).toContain(
    "Host ingest.studio-a.net: the server that Gcore pushes to.",
  );
  await hoverAt("2000000");
  await expect.poll(hover).toContain("in microseconds: 2 s ← in force");
  expect(await hover()).toContain("in milliseconds: 2 000 s");
  expect(await hover()).toContain("in seconds: 2 000 000 s");

  await hoverAt("listener");
  await expect.poll(hover).toContain("Gcore dials, the target listens");
  await expect.poll(hover).toContain("SRT parameter mode");
  const link = page.locator(".monaco-hover:visible a.code-link", { hasText: "srt-not-caller" });
  expect(await link.getAttribute("href")).toMatch(/\/docs\/rules\/srt-not-caller\.md$/);
});

test("hints, lenses and the outline say what is not written", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.inlayHints()).toEqual(["= 2 s", ":1935"]);
  await expect
    .poll(() => workbench.codeLenses())
    .toEqual([
      "pushed to 2 targets, 1 inactive",
      "2 targets, 1 inactive · 1 RTMP, 1 SRT | Plan | Submit…",
    ]);
  await expect
    .poll(() => workbench.outline())
    .toEqual([
      "streams",
      "  stream 20 — RTMP",
      "restreams",
      "  Studio A — srt://ingest.studio-a.net:9000",
      "  Twitch — inactive · rtmp://live.twitch.tv · Twitch",
    ]);
});

test("a stream is gone to and renamed from the restreams that push it", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  const { page } = workbench;
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);

  await workbench.goTo(6, 17);
  await page.keyboard.press("F12");
  await page.locator("[id='status.editor.selection']", { hasText: "Ln 2, Col 9" }).waitFor();
  await workbench.goTo(10, 17);
  await page.keyboard.press("F2");
  const input = page.locator(".rename-box:visible .rename-input");
  await input.fill("31");
  await input.press("Enter");
  await input.waitFor({ state: "hidden" });
  await expect.poll(() => workbench.text()).toBe(SHOW.replaceAll(": 20\n", ": 31\n"));
});

test("the parts of a URI have colours of their own", async () => {
  const { colourOf } = await show("restreams.yaml", SHOW);
  const colours = (): Promise<readonly string[]> =>
    Promise.all(["srt", "ingest.studio-a.net", "9000", "mode"].map((it) => colourOf(it, "srt://")));
  await expect.poll(async () => new Set(await colours()).size).toBe(4);
});
