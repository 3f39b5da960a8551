import { expect, test } from "vitest";
import { EVERYTHING, PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";

// What the server says it can do is what it does: each capability is asked for, and nothing else is answered.

const URI = "file:///shows/restreams.yaml";
const TEXT = `streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: YouTube
    stream_id: 20
    uri: RTMP://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: Studio B # restream-lint-disable-line srt-not-caller
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000
    latency_unit: ms
`;
const ID = { position: { line: 5, character: 16 } };
const URI_START = { position: { line: 6, character: 10 } };
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } };

/** For each capability, a request that it is for, and what the answer cannot be without. */
const ASKED: Readonly<Record<string, readonly (readonly [string, object, RegExp])[]>> = {
  hoverProvider: [["textDocument/hover", URI_START, /RTMP/]],
  completionProvider: [
    ["textDocument/completion", { position: { line: 8, character: 15 } }, /"label":"20"/],
  ],
  definitionProvider: [["textDocument/definition", ID, /"line":1/]],
  referencesProvider: [
    ["textDocument/references", { ...ID, context: { includeDeclaration: true } }, /"line":8/],
  ],
  documentHighlightProvider: [["textDocument/documentHighlight", ID, /"kind":3/]],
  renameProvider: [
    ["textDocument/prepareRename", ID, /"start":{"line":5,"character":15}/],
    ["textDocument/rename", { ...ID, newName: "21" }, /"newText":"21"/],
  ],
  documentSymbolProvider: [["textDocument/documentSymbol", {}, /"name":"YouTube"/]],
  foldingRangeProvider: [["textDocument/foldingRange", {}, /"startLine":3,"endLine":10/]],
  selectionRangeProvider: [
    ["textDocument/selectionRange", { positions: [URI_START.position] }, /"parent"/],
  ],
  documentLinkProvider: [["textDocument/documentLink", {}, /docs\/rules\/srt-not-caller\.md/]],
  codeLensProvider: [["textDocument/codeLens", {}, /2 targets/]],
  inlayHintProvider: [["textDocument/inlayHint", { range: WHOLE }, /"label":"= 2 s"/]],
  semanticTokensProvider: [
    ["textDocument/semanticTokens/full", {}, /"data":\[\d/],
    ["textDocument/semanticTokens/range", { range: WHOLE }, /"data":\[\d/],
  ],
  codeActionProvider: [
    [
      "textDocument/codeAction",
      {
        range: { start: URI_START.position, end: URI_START.position },
        context: { diagnostics: [] },
      },
      /"kind":"quickfix"/,
    ],
  ],
  diagnosticProvider: [["textDocument/diagnostic", {}, /uppercase-scheme/]],
};

/** What is announced without a request of its own; the session tests are about these. */
const OTHERS = ["positionEncoding", "textDocumentSync", "workspace"];

test("everything that is announced is answered", async () => {
  const session = await startSession();
  await session.open(URI, TEXT);
  expect(Object.keys(session.initialized.capabilities).toSorted()).toEqual(
    [...Object.keys(ASKED), ...OTHERS].toSorted(),
  );
  for (const [method, params, answer] of Object.values(ASKED).flat())
    expect(JSON.stringify(await session.ask(method, URI, params)), method).toMatch(answer);
  session.end();
});

test("code actions are resolved, as announced", async () => {
  const session = await startSession();
  await session.open(URI, TEXT);
  const at = { start: URI_START.position, end: URI_START.position };
  const actions = await session.ask("textDocument/codeAction", URI, {
    range: at,
    context: { diagnostics: [], only: ["quickfix"] },
  });
  const fix = actions.find((it: any) => it.isPreferred);
  expect(fix.edit).toBeUndefined();
  const resolved: any = await session.client.sendRequest("codeAction/resolve", fix);
  expect(resolved.edit.documentChanges[0].edits).toEqual([
    {
      range: { start: { line: 6, character: 9 }, end: { line: 6, character: 13 } },
      newText: "rtmp",
    },
  ]);
  await session.change(URI, 2, [{ text: TEXT.replace("RTMP", "rtmp") }]);
  await expect(session.client.sendRequest("codeAction/resolve", fix)).rejects.toThrow("changed");
  session.end();
});

test("what is not announced is refused", async () => {
  const session = await startSession();
  await session.open(URI, TEXT);
  for (const method of [
    "textDocument/formatting",
    "textDocument/signatureHelp",
    "textDocument/declaration",
    "textDocument/typeDefinition",
    "textDocument/implementation",
    "textDocument/linkedEditingRange",
    "textDocument/documentColor",
    "textDocument/inlineValue",
    "textDocument/semanticTokens/full/delta",
    "workspace/symbol",
    "workspace/executeCommand",
  ])
    await expect(session.ask(method, URI, ID), method).rejects.toThrow("Unhandled method");
  session.end();
});

test("what cannot be renamed is refused with its reason", async () => {
  const session = await startSession();
  await session.open(URI, TEXT);
  await expect(session.ask("textDocument/rename", URI, { ...ID, newName: "x" })).rejects.toThrow(
    "number",
  );
  expect(await session.ask("textDocument/prepareRename", URI, URI_START)).toBeNull();
  session.end();
});

test("diagnostics are announced to those that ask for them, and sent to the others", async () => {
  const [pulling, pushed] = await Promise.all([
    startSession({ capabilities: EVERYTHING }),
    startSession({ capabilities: PUSHED }),
  ]);
  expect(pulling.initialized.capabilities.diagnosticProvider).toEqual({
    identifier: "restream-lint",
    interFileDependencies: true,
    workspaceDiagnostics: true,
    workDoneProgress: true,
  });
  expect(pushed.initialized.capabilities.diagnosticProvider).toBeUndefined();
  await pulling.open(URI, TEXT);
  await pulling.pull(URI);
  expect(pulling.received.filter((it) => it.includes("publishDiagnostics"))).toEqual([]);
  pulling.end();
  pushed.end();
});

test.each([
  [["utf-8", "utf-16"], "utf-16"],
  [["utf-32", "utf-8"], "utf-8"],
  [["utf-32"], "utf-32"],
  [["latin1"], "utf-16"],
  [undefined, "utf-16"],
])("of %j it speaks %s", async (positionEncodings, expected) => {
  const general = positionEncodings ? { positionEncodings } : {};
  const session = await startSession({ capabilities: { ...EVERYTHING, general } });
  expect(session.initialized.capabilities.positionEncoding).toBe(expected);
  const text = TEXT.replace("name: Studio B #", "name: Stüdio 😀 #").replace(
    "uri: RTMP",
    "uri: rtmp",
  );
  await session.open(URI, `# é😀\n${text.replaceAll("\n", "\r\n")}`);
  const line = 8;
  const words = "  - name: Stüdio 😀 # restream-lint-disable-line srt-not-caller";
  const before = words.slice(0, words.indexOf("srt-not"));
  const count = {
    "utf-8": Buffer.byteLength(before),
    "utf-16": before.length,
    "utf-32": [...before].length,
  }[expected] as number;
  const [link] = (await session.ask("textDocument/documentLink", URI)).slice(-1);
  expect(link.range.start).toEqual({ line, character: count });
  const { contents } = await session.ask("textDocument/hover", URI, {
    position: { line, character: count + 1 },
  });
  expect(contents.value).toContain("srt-not-caller");
  session.end();
});
