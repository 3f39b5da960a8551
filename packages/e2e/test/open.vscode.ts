import { expect, test } from "vitest";
import { vsCode } from "../src/vs-code.ts";

const { show, write } = vsCode();

const FAULTY = `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=listener&latency=2000000
    latency_unit: us
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: us
  - name: Backup
    stream_id: 20
    uri: rtmp://backup.studio-b.net/live/made-up-4711
`;
const ERROR =
  'error: SRT mode must be "caller", not "listener": Gcore dials, the target listens (srt-not-caller) [Ln 7, Col 46]';
const WARNING =
  "warning: SRT latency 2000 is 2 ms in microseconds, the unit of this target, but 2 s in milliseconds (2 000 s in seconds): the number or the unit is wrong (srt-wrong-latency-unit) [Ln 11, Col 61]";
const INFO =
  "info: This stream key is written out: whoever can read it can go on air in your place (hard-coded-secret) [Ln 15, Col 42]";

test("documents that are not open are checked, and other people's files are not", async () => {
  write({
    "shows/evening.restream.yaml":
      "stream_id: 20\nuri: srt://ingest.studio-b.net:9000?mode=rendezvous&latency=2000\nlatency_unit: ms\n",
  });
  const workbench = await show(
    "docker-compose.yaml",
    'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n',
  );

  await expect
    .poll(() => workbench.problems())
    .toEqual([
      "evening.restream.yaml",
      'error: SRT mode must be "caller", not "rendezvous": Gcore dials, the target listens (srt-not-caller) [Ln 2, Col 42]',
    ]);
  for (const severity of ["error", "warning", "info"] as const) {
    expect(await workbench.squiggles(severity)).toBe(0);
  }
});

test("what is wrong is underlined, word by word, and the Problems panel says why", async () => {
  const workbench = await show("restreams.yaml", FAULTY);

  await expect.poll(() => workbench.underlined("error")).toEqual(["listener"]);
  expect(await workbench.underlined("warning")).toEqual(["2000"]);
  expect(await workbench.underlined("info")).toEqual(["made-up-4711"]);
  await expect.poll(() => workbench.problems()).toEqual(["restreams.yaml", ERROR, WARNING, INFO]);
});

test("what is said of a document goes with it", async () => {
  const workbench = await show("restreams.yaml", FAULTY);
  const { page } = workbench;
  await expect.poll(() => workbench.problems()).toHaveLength(4);

  await workbench.command("File: Focus on Files Explorer");
  await page
    .locator(".explorer-folders-view .monaco-list-row", { hasText: "restreams.yaml" })
    .click();
  await page.keyboard.press("Delete");
  await page.locator(".monaco-dialog-box .monaco-button", { hasText: "Delete" }).click();
  await page.locator(".tab").waitFor({ state: "detached" });
  await expect.poll(() => workbench.problems()).toEqual([]);
});
