import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { visible } from "../src/printable.ts";
import { checkstyle } from "../src/reporters/checkstyle.ts";
import { HOSTILE_REPORTS, PAPER, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";
import { elementsIn } from "./xml.ts";

test("Checkstyle's XML names each file, and has each finding in it", async () => {
  const cwd = folderWith({
    "bad.yaml":
      "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000&latency_unit=x\n",
    "good.yaml": "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
  });
  const argv = ["-f", "checkstyle", "--rule", "srt-unknown-parameter=off", "bad.yaml", "good.yaml"];
  const { stdout } = await run([...argv, "--rule", "srt-undeclared-latency-unit=off"], { cwd });
  expect(stdout).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="bad.yaml">
    <error line="2" column="33" severity="error" message="SRT mode must be &quot;caller&quot;, not &quot;listener&quot;: Gcore dials, the target listens" source="restream-lint.srt-not-caller"/>
  </file>
  <file name="good.yaml">
  </file>
</checkstyle>
`);
});

test("Checkstyle's XML says what it was given, whatever that is", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const elements = elementsIn(checkstyle(reports, SUMMARY, PAPER), "checkstyle.xsd");
      const written = elements
        .slice(1)
        .map(({ name, attributes }) => attributes[name === "file" ? "name" : "message"]);
      const given = reports.flatMap(({ file, diagnostics }) => [
        PAPER.pathOf(file),
        ...diagnostics.map(({ message }) => message),
      ]);
      expect(written).toEqual(given.map(inXml));
    }),
  );
});

/** What XML 1.0 cannot hold, without the rest. */
function inXml(text: string): string {
  return visible(text).replaceAll(/\p{Surrogate}|[\ufffe\uffff]/gu, "\ufffd");
}
