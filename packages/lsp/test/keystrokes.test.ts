import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf, lint, parseDocument } from "@restream-lint/core";
import { array, assert, asyncProperty, constantFrom, nat, record } from "fast-check";
import { expect, test } from "vitest";
import { PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";

// A person types: after each key, what is shown is what linting the text afresh says.

const ROOT = join(import.meta.dirname, "../../..");
/** Some thirty lines, of each kind that a document has, with mistakes. */
const TYPED = `# What we push on Fridays
streams:
  - id: 20
    protocol: rtmp
    video_codec: h264
  - { id: 21, protocol: srt }
restreams:
  - name: YouTube – “Café” 😀
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: Studio B
    stream_id: 21
    # restream-lint-disable-next-line srt-not-caller -- their test bench
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000
    latency_unit: ms
    network: public-internet
  - name: "Facebook"
    stream_id: 20
    uri: 'rtmp://live-api-s.facebook.com:80/rtmp/FB-1234567890-0-Abcdef'
    active: yes
  - &base
    stream_id: "20"
    uri: srt://10.0.0.1:9000?mode=callr&latency=2s#x
  - <<: *base
    name: Again
    uri: rtmps://ingest.global-contribute.live-video.net:1935/app/\${KEY}
  - stream_id: 22
    uri: >-
      rtmp://live.acme.net/
    live: true
x-notes: { by: us }
`;

const URI = "file:///shows/restreams.yaml";

interface Shown {
  readonly rule: unknown;
  readonly from: string;
  readonly to: string;
  readonly message: unknown;
}

/** What linting says of a text, with lines and columns counted by hand. */
function afresh(text: string, uri = URI): Shown[] {
  const document = parseDocument(text, { language: languageOf(uri) });
  return lint(document).map(({ rule, range, message }) => ({
    rule,
    from: place(text, range.start),
    to: place(text, range.end),
    message,
  }));
}

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length - 1}:${lines.at(-1)?.length}`;
}

function shown(diagnostics: readonly any[]): Shown[] {
  return diagnostics.map(({ code, range: { start, end }, message }) => ({
    rule: code,
    from: `${start.line}:${start.character}`,
    to: `${end.line}:${end.character}`,
    message,
  }));
}

function rangeAt(text: string, start: number, end: number) {
  const position = (offset: number) => {
    const [line, character] = place(text, offset).split(":").map(Number);
    return { line, character };
  };
  return { start: position(start), end: position(end) };
}

test("typed from the first key to the last, and taken back", async () => {
  const session = await startSession();
  await session.open(URI, "");
  let text = "";
  let version = 1;
  // Whole characters: nobody types half of one.
  const keys = [...TYPED];
  for (const key of [...keys, ...keys.map(() => "")]) {
    const end = text.length;
    const start = key === "" ? end - ([...text].at(-1) ?? "").length : end;
    version += 1;
    await session.change(URI, version, [{ range: rangeAt(text, start, end), text: key }]);
    text = text.slice(0, start) + key;
    expect(shown(await session.pull(URI)), text).toEqual(afresh(text));
  }
  session.end();
});

const LONG = Array.from({ length: 600 }, (_, index) => ({
  name: `Target ${index + 1}`,
  stream_id: index + 1,
  uri: `rtmp://h.acme.net/live/\${KEY_${index + 1}}`,
}));
const LONG_YAML = LONG.map(
  (it) => `- name: ${it.name}\n  stream_id: ${it.stream_id}\n  uri: ${it.uri}\n`,
).join("");

test.each<[string, string, string, string]>([
  ["YAML", URI, LONG_YAML, "\n  active: yes"],
  ["YAML from Windows", URI, LONG_YAML.replaceAll("\n", "\r\n"), "\r\n  active: yes"],
  [
    "JSON",
    "file:///shows/a.restream.json",
    JSON.stringify({ restreams: LONG }, undefined, 2),
    ',\n      "active": "yes"',
  ],
  ["JSON on one line", "file:///shows/a.restream.json", JSON.stringify(LONG), ',"active":"yes"'],
])("typed into a long text: %s", async (_, uri, start, typed) => {
  const session = await startSession();
  await session.open(uri, start);
  let text = start;
  let at = start.indexOf("KEY_300}") + (start.startsWith("-") ? 8 : 9);
  let version = 1;
  for (const key of typed) {
    version += 1;
    await session.change(uri, version, [{ range: rangeAt(text, at, at), text: key }]);
    text = text.slice(0, at) + key + text.slice(at);
    at += 1;
    expect(shown(await session.pull(uri)), typed.slice(0, version)).toEqual(afresh(text, uri));
  }
  session.end();
});

test("sent to a client that cannot ask", async () => {
  const session = await startSession({ capabilities: PUSHED });
  const full = readFileSync(join(ROOT, "examples/bad/srt.restreams.yaml"), "utf8");
  let text = full.slice(0, 1200);
  await session.open(URI, text);
  await session.pushed(URI, 1);
  for (let version = 2; version < 200; version++) {
    const end = text.length;
    const key = full[end] ?? "";
    await session.change(URI, version, [{ range: rangeAt(text, end, end), text: key }]);
    text += key;
    const { diagnostics } = await session.pushed(URI, version);
    expect(shown(diagnostics), text).toEqual(afresh(text));
  }
  session.end();
});

test("any edits at all, several at once", async () => {
  const piece = constantFrom(..."-:#&*'\"{}[],|>?=$/ \n\t", "uri: ", "  - ", "😀", "é");
  const change = record({ from: nat(), length: nat(12), text: piece });
  await assert(
    asyncProperty(
      array(array(change, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      async (edits) => {
        const session = await startSession();
        let text = TYPED;
        await session.open(URI, text);
        for (const [index, changes] of edits.entries()) {
          const events = changes.map(({ from, length, text: newText }) => {
            const characters = [...text];
            const first = from % (characters.length + 1);
            const start = characters.slice(0, first).join("").length;
            const end = characters.slice(0, first + length).join("").length;
            const range = rangeAt(text, start, end);
            text = text.slice(0, start) + newText + text.slice(end);
            return { range, text: newText };
          });
          await session.change(URI, index + 2, events);
          const codes = (await session.pull(URI)).map(({ code }) => code);
          expect(codes, text).toEqual(afresh(text).map(({ rule }) => rule));
        }
        session.end();
      },
    ),
    { numRuns: 30 },
  );
});
