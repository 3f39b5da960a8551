import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  - {stream_id: 1, uri: srt://h.acme.net:1?mode=listener&streamid=#!::r=a,u=${CANARY}, m=${CANARY}, name: ${CANARY}}
  - {stream_id: 1, uri: rtmp://h.acme.net/live/\${KEY:-${CANARY}},name: ${CANARY}}
  - {stream_id: 1, uri: rtmp://h.acme.net/live/\${KEY:-${CANARY}},name:${CANARY}}
  - {stream_id: 1, uri: srt://h.acme.net:1?mode=listener&streamid=a,\${KEY:-${CANARY}}
  - {stream_id: 1,
     uri: srt://h.acme.net:1?mode=listener&streamid=a #!::r=${CANARY}
     }
  - uri: srt://h.acme.net:1?mode=listener&streamid= #!::r=${CANARY}, u=${CANARY} # ${CANARY}
  - uri: srt://h.acme.net:1?mode=listener&streamid=a #${CANARY}&passphrase=${CANARY}
  - uri: srt://h.acme.net:1?mode=listener&streamid=a #${CANARY}&passphrase=${CANARY} ${CANARY}
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

test.each([[["secrets"]], [["secrets", "--move", "--env-file", "x.env"]]])(
  "never prints a secret with %j",
  async (command) => {
    for (const [name, text] of Object.entries(DOCUMENTS)) {
      const cwd = folderWith({ [name]: text });
      const { stdout, stderr } = await run([...command, name], { cwd });
      expect(stdout + stderr, name).not.toContain("CANARY");
      expect(stdout, name).toMatch(/secrets? (?:written out|moved)/);
    }
  },
);

/** An address with a secret in one place where a secret can be told. */
const LITERAL = [
  `rtmp://h.acme.net/live/${CANARY}`,
  `rtmp://h.acme.net/live/x?token=${CANARY}`,
  `rtmp://h.acme.net/live/?key=${CANARY}`,
  `rtmp://h.acme.net/live/x#${CANARY}`,
  `rtmp://user:${CANARY}@h.acme.net/live/\${KEY}`,
  `srt://h.acme.net:9000?mode=caller&passphrase=${CANARY}`,
  `srt://h.acme.net:9000?streamid=#!::u=a,s=${CANARY}&mode=caller`,
  `srt://global-live.mux.com:6001?streamid=${CANARY}`,
];

test.each(LITERAL)(
  "a secret that is moved is in the env file, and nowhere else: %s",
  async (uri) => {
    const name = "restreams.yaml";
    const cwd = folderWith({ [name]: `- stream_id: 1\n  name: Main\n  uri: "${uri}"\n` });
    const { status, stdout, stderr } = await run(["secrets", "--move"], { cwd });
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain("CANARY");
    expect(readFileSync(join(cwd, name), "utf8")).not.toContain("CANARY");
    expect(readFileSync(join(cwd, ".env"), "utf8")).toContain(CANARY);
    expect(readdirSync(cwd).toSorted()).toEqual([".env", name]);
  },
);
