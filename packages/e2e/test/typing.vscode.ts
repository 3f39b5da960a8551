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
    uri: srt://ingest.studio-a.net:9000?mode=caller
    latency_unit: us
`;

test("a field is completed, and then its value", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("warning")).toHaveLength(1);

  await workbench.goTo(8, 21);
  await workbench.type("\nnet");
  expect(await workbench.completions()).toEqual(["network"]);
  await workbench.complete("network");
  await workbench.page.keyboard.press("Escape");
  await expect
    .poll(() => workbench.text())
    .toBe(SHOW.replace("us\n", "us\n    network: cross-region\n"));
});

test("a new item offers fields and whole restreams", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("warning")).toHaveLength(1);

  await workbench.goTo(9, 1);
  await workbench.type("  - ");
  await expect
    .poll(() => workbench.completions())
    .toEqual(expect.arrayContaining(["stream_id", "uri", "restream to YouTube"]));
  await workbench.complete("restream to Twitch");
  await workbench.page.keyboard.press("Escape");
  expect(await workbench.text()).toBe(
    `${SHOW}  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}`,
  );
});

test("after & come SRT parameters, with the value that is recommended", async () => {
  const workbench = await show("restreams.yaml", SHOW);
  await expect.poll(() => workbench.underlined("warning")).toHaveLength(1);

  await workbench.goTo(7, 52);
  await workbench.type("&");
  const offered = await workbench.completions();
  expect(offered.slice(0, 3)).toEqual(["latency", "streamid", "passphrase"]);
  expect(offered).not.toContain("mode");
  await workbench.complete("latency");
  await expect.poll(() => workbench.underlined("warning")).toEqual([]);
  expect(await workbench.text()).toBe(SHOW.replace("caller", "caller&latency=2000000"));
});

test("a snippet begins a document, in which nothing is wrong", async () => {
  const workbench = await show("restreams.yaml", "");
  await workbench.type("restream-srt");
  await workbench.complete("restream-srt");
  await workbench.page.keyboard.press("Escape");
  await expect.poll(() => workbench.codeLenses()).toContain("1 target | Plan | Submit…");
  await expect.poll(() => workbench.inlayHints()).toEqual(["= 2 s"]);
  expect(await workbench.text()).toContain("restreams:\n  - name: Studio B\n    stream_id: 20\n");
  for (const severity of ["error", "warning", "info"] as const) {
    expect(await workbench.squiggles(severity)).toBe(0);
  }
});
