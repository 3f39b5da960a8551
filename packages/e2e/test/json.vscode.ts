import { expect, test } from "vitest";
import { vsCode } from "../src/vs-code.ts";

// VS Code reads JSON with a language server of its own, which knows our schema.

const { show } = vsCode();

const SHOW = `\
{
  "restreams": [
    {
      "name": "Studio A",
      "stream_id": 20,
      "uri": "srt://ingest.studio-a.net:9000?mode=listener&latency=2000000",
      "latency_unit": "us"
    }
  ]
}
`;

test("fields are offered once", async () => {
  const workbench = await show("restreams.json", SHOW);
  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);

  await workbench.goTo(7, 27);
  await workbench.type(',\n"');
  expect(await workbench.completions()).toEqual([
    "active",
    "client_user_id",
    "id",
    "network",
    "source_protocol",
  ]);
  await workbench.complete("network");
  await workbench.complete('"cross-region"');
  await expect
    .poll(() => workbench.text())
    .toBe(SHOW.replace('"us"\n', '"us",\n      "network": "cross-region"\n'));
});

test("words are offered once", async () => {
  const text = SHOW.replace('"us"', '""');
  const workbench = await show("restreams.json", text);
  await expect.poll(() => workbench.underlined("error")).toContain("listener");

  await workbench.goTo(7, 24);
  expect(await workbench.completions()).toEqual(['"ms"', '"s"', '"us"']);
  await workbench.complete('"us"');
  await expect.poll(() => workbench.text()).toBe(SHOW);
});

test("a key is explained once", async () => {
  const { underlined, hoverAt, hover } = await show("restreams.json", SHOW);
  await expect.poll(() => underlined("error")).toEqual(["listener"]);

  expect(await hoverAt("latency_unit")).toMatch(/^Unit of latency\n/);
  await hoverAt("2000000");
  await expect.poll(hover).toContain("in milliseconds: 2 000 s");
});

test("no fault is found twice", async () => {
  const text = SHOW.replace("20,", '"20",').replace('"us"', '"min"').replace('"name"', '"nmae"');
  const workbench = await show("restreams.json", text);
  await expect.poll(() => workbench.underlined("error")).toContain("listener");
  await expect
    .poll(() => workbench.problems())
    .toEqual([
      "restreams.json",
      expect.stringContaining("(wrong-type) [Ln 5, Col 20]"),
      expect.stringContaining("(srt-not-caller) [Ln 6,"),
      expect.stringContaining("(wrong-type) [Ln 7, Col 23]"),
      expect.stringContaining("(unknown-field) [Ln 4, Col 7]"),
    ]);
});
