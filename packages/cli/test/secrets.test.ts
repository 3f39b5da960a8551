import { expect, test } from "vitest";
import { folderWith, run } from "./run.ts";

const CANARY = "s3cr3t-CANARY-8f2k";

/** Documents with a secret in every place where one can stand, right and wrong, each with something to report beside it. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "fields.restreams.yaml": `\
streams:
  - id: 1
    protocol: ${CANARY}
    secret: ${CANARY}
restreams:
  - name: ${CANARY}
    stream_id: ${CANARY}
    uri: ${CANARY}
    active: ${CANARY}
    client_user_id: ${CANARY}
    source_protocol: ${CANARY}
    latency_unit: ${CANARY}
    network: ${CANARY}
    live: ${CANARY}
    id: ${CANARY}
    steam_key: ${CANARY} # ${CANARY}
`,
  "uris.restreams.yaml": [
    `rtmp://${CANARY}:${CANARY}@h.acme.net:0/live/${CANARY}?k=${CANARY}&${CANARY}#${CANARY}`,
    `rtmp://user:${CANARY}/live/x`,
    `rtmp://h.acme.net/${CANARY}`,
    `rtmps://127.0.0.1/live/${CANARY}`,
    `RTMP://h.acme.net/live/${CANARY}`,
    `h.acme.net/live/${CANARY}`,
    `rtmp:/h.acme.net/live/${CANARY}`,
    `rtpm://h.acme.net/live/${CANARY}`,
    `https://h.acme.net/${CANARY}/x.m3u8?token=${CANARY}`,
    `rtmp://h.acme.net/live/${CANARY}%zz`,
    `rtmp://h.acme.net/live/\${KEY:-${CANARY}}x%zz`,
    `rtmp://h.acme.net/live/\${KEY${CANARY}`,
    `"rtmp://h.acme.net/live/${CANARY} ${CANARY}"`,
    `srt://h.acme.net?mode=${CANARY}&latency=${CANARY}&passphrase=${CANARY}&streamid=${CANARY}`,
    `srt://h.acme.net:9000?streamid=#!::u=${CANARY},r=${CANARY}&${CANARY}&${CANARY}=1&x=${CANARY}`,
    `srt://h.acme.net:9000/${CANARY}?mode=caller?latency=${CANARY}&passphrase=${CANARY}&passphrase=x`,
    `srt://h.acme.net:9000?mode=caller&amp;streamid=${CANARY}#${CANARY}`,
    `srt://2001:db8::1:9000?mode=listener&streamid=${CANARY}`,
    `{a: srt://h.acme.net:1?streamid=x,${CANARY}}`,
  ]
    .map((uri) => `- stream_id: 1\n  uri: ${uri}\n`)
    .join(""),
  "broken.restreams.yaml": `restreams:\n  - uri: "rtmp://h.acme.net/live/${CANARY}\n  - uri: 'rtmp://h.acme.net/live/${CANARY}\n  - {uri: rtmp://h.acme.net/live/${CANARY}\n  - uri: rtmp://h/live/${CANARY}: ${CANARY}\n`,
  "flow.restream.yaml": `{stream_id: 1, uri: srt://h.acme.net:9000?mode=listener&streamid=a,${CANARY}, latency_unit: ms}`,
  "cut.restreams.yaml": `restreams:
  - {stream_id: 1, uri: srt://h.acme.net:1?mode=listener&passphrase=x,${CANARY}&latency=2: 3}
  - {stream_id: 1, uri: srt://h.acme.net:1?mode=listener&passphrase=x,${CANARY}}
  - ? rtmp://h.acme.net/live/${CANARY}
    : 1
    ? rtmp://h.acme.net/live/${CANARY}
    : 2
`,
  "one-line.restream.json": JSON.stringify({
    stream_id: "20",
    name: CANARY,
    live: true,
    uri: `srt://h.acme.net:9000?mode=listener&passphrase=${CANARY}`,
    [`x${CANARY.slice(0, 3)}`]: CANARY,
  }),
  "broken.restream.json": `{ "stream_id": 1, "uri": "rtmp://h.acme.net/live/${CANARY}`,
};

const FORMATS = [["pretty"], ["concise"], ["json"]].map(([format]) => ["--format", format ?? ""]);

test.each([...FORMATS, ["--diff"], ["--diff", "--unsafe-fixes"]].map((it) => [it]))(
  "never prints a secret with %j",
  async (options) => {
    for (const [name, text] of Object.entries(DOCUMENTS)) {
      const cwd = folderWith({ [name]: text });
      const { status, stdout, stderr } = await run([...options, name], { cwd, columns: 400 });
      expect(stdout + stderr, name).not.toContain(CANARY);
      expect(stdout + stderr, name).not.toContain("CANARY");
      expect(status, name).toBe(1);
    }
  },
);

test("never prints a secret of an address that is taken apart", async () => {
  const uris = (DOCUMENTS["uris.restreams.yaml"] ?? "").matchAll(/^ {2}uri: (.*)$/gm);
  for (const [, uri = ""] of uris) {
    const { stdout, stderr } = await run(["uri", uri]);
    expect(stdout + stderr, uri).not.toContain("CANARY");
  }
});
