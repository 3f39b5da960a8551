import { expect, test } from "vitest";
import { logFiles } from "../src/log-files.ts";
import { outputShown, showOutput } from "../src/output.ts";
import { vsCode } from "../src/vs-code.ts";

/** No piece of them is anywhere but in secrets. */
const CANARIES = ["Xq7ZkWw31Vw3", "Lm2RdHt9xLmPs", "QvbNs2d7Gw8m", "Zq8W4kT1u5Jy"];
const [KEY, PASSPHRASE, STREAM_ID, QUERY] = CANARIES;
/** So many characters of a secret in a row give it away. */
const PIECE = 6;

const SECRETS = `restreams:
- stream_id: 1
  uri: rtmp://a.rtmp.youtube.com/live2/${KEY}?sign=${QUERY}
- stream_id: 1
  uri: srt://h.acme.net:9000?mode=listener&latency=2000000&passphrase=${PASSPHRASE}&streamid=${STREAM_ID}
  latency_unit: us
`;

const { show, server } = vsCode();

test("the output shows no secret, and of the protocol the names of its messages alone", async () => {
  const workbench = await show("restreams.yaml", SECRETS);
  await workbench.waitForSquiggle("error");
  await workbench.command("Developer: Set Log Level...");
  await workbench.pick("restream-lint");
  await workbench.pick("Trace");
  await showOutput(workbench);

  await workbench.replace(`${KEY}`, `${KEY}more`);
  await workbench.hoverAt("passphrase");
  await workbench.replace("listener", "caller");
  await expect.poll(() => workbench.squiggles("error")).toBe(0);

  const ours = (): Promise<string> => logOf("restream-lint.log");
  // Each message that was sent while this was on, and nothing else of it.
  await expect.poll(ours).toMatch(/\[trace\] Sending notification 'textDocument\/didChange'/);
  await expect.poll(ours).toMatch(/\[trace\] Received response 'textDocument\/hover/);
  await expect.poll(() => outputShown(workbench.page)).toContain("textDocument/");
  const lines = (await ours()).split("\n").filter((it) => it !== "");
  expect(lines.filter((it) => !/^\d{4}-\d\d-\d\d [\d:.]+ \[\w+\] /.test(it))).toEqual([]);
  expect(lines.join("\n")).not.toContain("contentChanges");
  expect(pieces().filter((it) => lines.join("\n").includes(it))).toEqual([]);
  // Nor do the logs of those who carry the messages.
  expect(pieces().filter((it) => server().log().includes(it))).toEqual([]);
  const everything = await logOf(/exthost.*\.log$/);
  expect(pieces().filter((it) => everything.includes(it))).toEqual([]);
});

async function logOf(name: string | RegExp): Promise<string> {
  const pattern = typeof name === "string" ? new RegExp(`(?:^|/)${name}$`) : name;
  return (await logFiles(server(), pattern)).join("\n");
}

function pieces(): readonly string[] {
  return CANARIES.flatMap((it) =>
    Array.from({ length: it.length - PIECE + 1 }, (_, at) => it.slice(at, at + PIECE)),
  );
}
