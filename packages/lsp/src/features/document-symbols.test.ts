import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import { anyView } from "../../test/any-view.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import type { View } from "../view.ts";
import { documentSymbols } from "./document-symbols.ts";

const SETTINGS: About = { uri: "file:///shows/.restream-lint.yaml" };

/** The outline as an editor shows it: a line for each name, indented, with its detail. */
function outlined(text: string, about?: About): string {
  return trees(viewOf(text, about))
    .map((it) => lines(it, ""))
    .join("");

  function lines({ name, detail, children = [] }: DocumentSymbol, indent: string): string {
    const own = `${indent}${name}${detail === undefined ? "" : ` | ${detail}`}\n`;
    return own + children.map((it) => lines(it, `${indent}  `)).join("");
  }
}

function trees(view: View): readonly DocumentSymbol[] {
  return documentSymbols(view, { takesSymbolTrees: true }).filter((it) => "selectionRange" in it);
}

function infos(view: View): readonly SymbolInformation[] {
  return documentSymbols(view, { takesSymbolTrees: false }).filter((it) => "location" in it);
}

describe("the outline", () => {
  test("names streams and restreams, and says where these go", () => {
    const text = `\
restreams:
  - name: YouTube
    uri: rtmp://a.rtmp.youtube.com/live2/\${KEY}
  - uri: srt://u:p@ingest.studio-b.net:9000/x?passphrase=\${P}
    active: false
  - name: Later
    active: \${ON}
streams:
  - { id: 20, protocol: rtmp, video_codec: h264 }
  - id: \${STREAM}
  - protocol: srt
  - id: abcd-efgh-ijkl
  - id: abcd-\${STREAM}
`;
    expect(outlined(text)).toBe(`\
restreams
  YouTube | rtmp://a.rtmp.youtube.com · YouTube
  restream 2 | inactive · srt://ingest.studio-b.net:9000
  Later
streams
  stream 20 | RTMP · H.264
  stream \${STREAM}
  stream without ID | SRT
  stream
  stream
`);
  });

  test.each([
    ["JSON", '{"restreams": [{"name": "A"}, {}]}', "restreams\n  A\n  restream 2\n"],
    ["a body", '{"uri": "rtmps://h.acme.net/a/k"}', "restream | rtmps://h.acme.net\n"],
    ["a wrapped body", "restream:\n  name: A\n", "A\n"],
    ["a list", "- name: A\n- stream_id: 7\n", "A\nrestream 2\n"],
    ["a list that has just begun", "restreams:\n  -\n", "restreams\n"],
    ["a key that has just been typed", "restreams:\n", "restreams\n"],
    ["nothing", "", ""],
    ["a text", "restreams", ""],
    ["a list of texts", "restreams: [a, b]", "restreams\n"],
    [
      "several documents",
      "---\n---\nrestreams: [name: A]\n---\nrestream: {name: B}\n",
      "document 2\n  restreams\n    A\nB\n",
    ],
    [
      "aliases and merged fields",
      "x: &x\n  - &a {name: A}\n  - <<: *a\n    uri: rtmp://h.acme.net/a/k\nrestreams: *x\nstreams: [*a]\n",
      "restreams\n  A\n  A | rtmp://h.acme.net\nstreams\n  stream without ID\n",
    ],
    [
      "broken items",
      "restreams:\n  - name: A\n    uri\n  - name: 'B\n    uri: rtmp://h/a/k\n  - name: C\n",
      "restreams\n  A\n  restream 2\n  C\n",
    ],
    ["other addresses", "- uri: https://h.acme.net/x\n  stream_id: 1\n", "restream 1\n"],
    ["addresses to come", "- uri: ${URI}\n  stream_id: 1\n", "restream 1\n"],
  ])("of %s", (_, text, expected) => {
    expect(outlined(text)).toBe(expected);
  });

  test.each([
    ["''", "restream 1"],
    ["' '", "restream 1"],
    ['"\\u202e\\0"', "restream 1"],
    ["[a]", "restream 1"],
    ["!secret a", "restream 1"],
    ["~", "restream 1"],
    ["2024", "2024"],
    ["|\n      two\n      lines", "two lines"],
    ['"a\\u202e\\tb"', "a b"],
    ["rtmp://h.acme.net/live/SECRET", "rtmp://h.acme.net/live/***"],
    ["x".repeat(80), `${"x".repeat(59)}…`],
  ])("has a name for %s", (name, expected) => {
    expect(outlined(`restreams:\n  - name: ${name}\n`)).toBe(`restreams\n  ${expected}\n`);
  });

  test("of a settings file has its fields, and the hosts of its targets", () => {
    const text =
      "extends: strict\ntargets:\n  - host: '*.acme.net'\n  - latencyUnit: ms\n  - 7\n'': 1\n";
    expect(outlined(text, SETTINGS)).toBe(
      "extends\ntargets\n  *.acme.net\n  target 2\nfield without a name\n",
    );
    expect(outlined("restreams: [{name: A}]\n", SETTINGS)).toBe("restreams\n");
  });
});

/** What each range covers, and in brackets what is selected of it. */
function ranged(text: string): readonly string[] {
  const view = viewOf(text);
  const { offsetAt } = view.converter;
  return trees(view).flatMap(rendered);

  function rendered({ range, selectionRange, children = [] }: DocumentSymbol): readonly string[] {
    const at = [range.start, selectionRange.start, selectionRange.end, range.end].map(offsetAt);
    const [start = 0, from = 0, to = 0, end = 0] = at;
    const own = `${text.slice(start, from)}[${text.slice(from, to)}]${text.slice(to, end)}`;
    return [own, ...children.flatMap(rendered)];
  }
}

test("ranges are of whole items, and of their names", () => {
  expect(ranged("restreams:\n- stream_id: 1\n  name: 'A'\n- uri: x # no\nx: 1\n")).toEqual([
    "[restreams]:\n- stream_id: 1\n  name: 'A'\n- uri: x",
    "stream_id: 1\n  name: ['A']",
    "[]uri: x",
  ]);
  // What is written elsewhere stands where the alias does.
  expect(ranged("x: &x [{name: A}]\nrestreams: *x\n")).toEqual(["[restreams]: *x", "[]*x"]);
  expect(ranged("x: &x {name: A}\nrestreams: [*x, <<: *x]\n")).toEqual([
    "[restreams]: [*x, <<: *x]",
    "[]*x",
    "[]<<: *x",
  ]);
});

test("a client without trees has a list, in which each names what it stands in", () => {
  const view = viewOf("restreams: [{name: A}]\n---\nrestreams: [{name: B}]\n");
  const rendered = infos(view).map(({ name, containerName, location }) => {
    const { start, end } = view.converter.rangeIn(location.range);
    expect(location.uri).toBe(view.uri);
    return `${containerName ?? ""} > ${name}: ${view.document.text.slice(start, end)}`;
  });
  expect(rendered).toEqual([
    " > document 1: restreams: [{name: A}]",
    "document 1 > restreams: restreams: [{name: A}]",
    "restreams > A: {name: A}",
    " > document 2: restreams: [{name: B}]",
    "document 2 > restreams: restreams: [{name: B}]",
    "restreams > B: {name: B}",
  ]);
});

test("no secret is repeated", () => {
  const canary = "CANARY-k3y-51f0c2";
  const uris = [
    `rtmp://${canary}:${canary}@h.acme.net/${canary}/${canary}?${canary}=${canary}`,
    `srt://h.acme.net:9000?streamid=${canary}&passphrase=${canary}&latency=${canary}`,
    `h.acme.net/${canary}`,
    `rtmp://\${HOST:-${canary}}/live/${canary}`,
  ];
  const items = uris.map(
    (it) => `  - name: ${JSON.stringify(it)}\n    uri: ${JSON.stringify(it)}\n`,
  );
  const broken = `  - name: "Broken\n    uri: srt:h?passphrase=${canary}\n`;
  const text = `streams:\n  - id: \${ID:-${canary}}\nrestreams:\n${items.slice(0, 2).join("")}${items[3]}${broken}`;
  for (const takesSymbolTrees of [true, false]) {
    const symbols = documentSymbols(viewOf(text), { takesSymbolTrees });
    expect(JSON.stringify(symbols)).toContain("restream 4");
    expect(JSON.stringify(symbols)).not.toContain(canary);
    const hosts = uris.slice(0, 2).map((it) => `  - host: ${JSON.stringify(it)}\n`);
    const settings = viewOf(`targets:\n${hosts.join("")}`, SETTINGS);
    expect(JSON.stringify(documentSymbols(settings, { takesSymbolTrees }))).not.toContain(canary);
  }
});

test("any text has an outline: names that are not empty, each range in the one around it", () => {
  let count = 0;
  const check = property(anyView, (view) => {
    const { text } = view.document;
    for (const it of trees(view)) expectIn(it, 0, text.length, view);
    expect(infos(view).length).toBe(trees(view).reduce((sum, it) => sum + size(it), 0));
  });
  assert(check);
  expect(count).toBeGreaterThan(0);

  function expectIn(symbol: DocumentSymbol, from: number, to: number, view: View): void {
    count += 1;
    const { name, detail, children = [] } = symbol;
    expect(name).toMatch(/^[^\0-\x1f]*[^\s\0-\x1f][^\0-\x1f]*$/);
    expect(detail).not.toBe("");
    const { start, end } = view.converter.rangeIn(symbol.range);
    const selection = view.converter.rangeIn(symbol.selectionRange);
    const inOrder = [from, start, selection.start, selection.end, end, to];
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    for (const it of children) expectIn(it, start, end, view);
  }

  function size({ children = [] }: DocumentSymbol): number {
    return children.reduce((sum, it) => sum + size(it), 1);
  }
});
