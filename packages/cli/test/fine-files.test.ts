import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const to = (key: string) =>
  `restreams:\n  - stream_id: 1\n    uri: rtmp://a.rtmp.youtube.com/live2/\${${key}}\n`;
const FINE = Array.from({ length: 12 }, (_, index) => ({
  stream_id: index + 1,
  uri: `rtmp://h.acme.net/live/\${KEY_${index + 1}}`,
}));
/** With a secret, a port that nobody takes, and a target that is there twice. */
const LIST = FINE.with(3, { stream_id: 4, uri: "rtmp://h.acme.net/live/abcd-efgh-ijkl" })
  .with(6, { stream_id: 7, uri: "rtmp://h.acme.net:99999/live/${KEY_7}" })
  .with(9, { stream_id: 10, uri: "rtmp://h.acme.net:1935/live/${KEY_2}" });
/** Options that change nothing, but that all is loaded which linting takes; but that every text is parsed, too. */
const LOADING_ALL = ["--rule", "syntax-error=error"];
const PARSING_ALL = ["--env-file", "none.env"];

test.each<[string, readonly string[]]>([
  ["one file", ["a.yaml"]],
  ["several files, one named twice", ["a.yaml", "b.yaml", "a.yaml"]],
  ["the same target in two files", ["a.yaml", "same.yaml"]],
  ["the same target in two files, each by itself", ["--per-file", "a.yaml", "same.yaml"]],
  ["a file with a finding", ["a.yaml", "bad.yaml"]],
  ["an excluded file", ["--force-exclude", "--no-error-on-unmatched", "node_modules/a.yaml"]],
  ["JSON", ["a.restream.json"]],
  ["a folder", ["."]],
  ["a missing file", ["missing.yaml"]],
  ["a file under settings", ["settings/a.yaml"]],
  ["a file under settings that are not read", ["--no-config", "settings/a.yaml"]],
  ["a file under settings that say nothing", ["idle/a.yaml"]],
  ["a file under broken settings", ["broken/a.yaml"]],
  ["one file by two names", ["a.yaml", "./a.yaml"]],
  ["a text that is no restream document", ["other.yaml"]],
  ["a file that is called NDJSON", ["a.ndjson"]],
  ["a file beside one with a key of every object", ["odd.yaml", "list.yaml"]],
  ["a list with findings", ["list.yaml"]],
  ["a JSON list with findings", ["list.restream.json"]],
  ["a JSON list with findings, as JSON", ["--format", "json", "list.restream.json"]],
  ["a JSON list with findings, as SARIF", ["--format", "sarif", "list.restream.json"]],
  ["a JSON list that is broken in one place", ["broken.restream.json"]],
])("%s ends as it would the long ways", async (_, argv) => {
  const cwd = folderWith({
    "a.yaml": to("A"),
    "b.yaml": to("B"),
    "same.yaml": to("A"),
    "bad.yaml": to("C").replace("live2", "live"),
    "node_modules/a.yaml": to("A"),
    "a.restream.json": JSON.stringify({ stream_id: 1, uri: "rtmp://h.acme.net/live/${A}" }),
    "settings/.restream-lint.yaml":
      "targets: [{ host: a.rtmp.youtube.com, schemes: [srt], apps: [x] }]\n",
    "settings/a.yaml": to("A"),
    "idle/.restream-lint.yaml": "# Soon\n\nextends: strict\n# rules: {}\n",
    "idle/a.yaml": to("A"),
    "broken/.restream-lint.yaml": "extends: strict\nextends: all\n",
    "broken/a.yaml": to("A"),
    "other.yaml": "a: 1\n",
    "a.ndjson": to("A"),
    "odd.yaml": "- __proto__: x\n",
    "none.env": "",
    "list.yaml": LIST.map((it) => `- stream_id: ${it.stream_id}\n  uri: ${it.uri}\n`).join(""),
    "list.restream.json": JSON.stringify({ restreams: LIST }, undefined, 2),
    "broken.restream.json": JSON.stringify(LIST, undefined, 2).replace("7,", "7"),
  });
  const short = await run(argv, { cwd });
  expect(await run([...argv, ...LOADING_ALL], { cwd })).toEqual(short);
  // Beside that, it names the variables that are not set.
  const { status, stdout } = await run([...argv, ...PARSING_ALL], { cwd });
  expect({ status, stdout }).toEqual({ status: short.status, stdout: short.stdout });
});
