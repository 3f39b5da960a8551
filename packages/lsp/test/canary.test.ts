import { DOCUMENTS, isShown, SETTINGS, type Shape, SHAPES, telling } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { ErrorCodes, type WorkspaceDiagnosticReport } from "vscode-languageserver-protocol";
import { LINT_WORKSPACE, STATUS } from "../src/protocol.ts";
import { EVERYTHING } from "./clients.ts";
import { type Session, startSession } from "./session.ts";

// Whatever an editor asks, anywhere in a document, no secret of it comes back; nor does the log say one.

const shapes = Object.keys(SHAPES) as Shape[];
const CLIENT = { ...EVERYTHING, textDocument: { ...EVERYTHING.textDocument, codeAction: {} } };

/** What was received, but for the names in an outline: one without the names of restreams would be none. */
function withoutOutline(received: readonly string[]): string {
  return received
    .map((it) =>
      it.includes('"selectionRange"') ? it.replaceAll(/"name":"(?:[^"\\]|\\.)*"/g, "") : it,
    )
    .join("\n");
}

interface Asked {
  readonly uri: string;
  readonly text: string;
}

/** All that the server says of a text that is open alone: at every so many characters from a first one, and of the whole. */
async function saidOf(
  session: Session,
  { uri, text }: Asked,
  every: number,
  first = 0,
): Promise<void> {
  await session.open(uri, text);
  const lines = text.split("\n").slice(0, 40);
  const end = { line: lines.length, character: 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const whole = { range, context: { diagnostics: [] } };
  const asks: [string, object][] = [
    ["textDocument/diagnostic", {}],
    ["textDocument/documentSymbol", {}],
    ["textDocument/documentLink", {}],
    ["textDocument/codeLens", {}],
    ["textDocument/inlayHint", { range }],
    ["textDocument/codeAction", whole],
    [STATUS, {}],
  ];
  for (const [line, written] of lines.entries()) {
    for (
      let character = (first + line) % every;
      character <= Math.min(written.length, 300);
      character += every
    ) {
      const at = { position: { line, character } };
      asks.push(
        ["textDocument/hover", at],
        ["textDocument/completion", at],
        ["textDocument/prepareRename", at],
      );
    }
  }
  await Promise.all(
    asks.map(([method, params]) => session.ask(method, uri, params).catch(orRefused)),
  );
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
}

/** What the server says of texts that are open beside one another: one may be told of what stands in another. */
async function saidTogether(session: Session, texts: readonly Asked[]): Promise<void> {
  for (const { uri, text } of texts) await session.open(uri, text);
  const { items }: WorkspaceDiagnosticReport = await session.client.sendRequest(
    "workspace/diagnostic",
    { previousResultIds: [] },
  );
  expect(items).toHaveLength(texts.length);
  const comparing = items.filter((it) => JSON.stringify(it).includes('"relatedInformation"'));
  expect(comparing).not.toEqual([]);
  // The actions for what is found in a text alone were asked for before: of each mixture of findings, one text is enough.
  const mixtures = new Map(
    comparing.map((it) => [it.kind === "full" && it.items.map(({ code }) => code).join(), it.uri]),
  );
  const end = { line: 40, character: 0 };
  const whole = { range: { start: { line: 0, character: 0 }, end }, context: { diagnostics: [] } };
  await Promise.all(
    Array.from(mixtures.values(), (uri) => session.ask("textDocument/codeAction", uri, whole)),
  );
  await session.client.sendRequest(LINT_WORKSPACE);
}

/** What cannot be renamed is refused, and that is heard like any answer; a failure is none. */
function orRefused(error: { readonly code?: number }): void {
  if (error.code !== ErrorCodes.InvalidRequest) throw error;
}

describe.each(shapes)("a secret that is %s", (shape) => {
  const secret = SHAPES[shape];
  // One shape everywhere, the others as far as time allows.
  const every = shape === "mixed" ? 11 : 37;

  test("is in no answer about a document", async () => {
    const session = await startSession({ capabilities: CLIENT, params: { trace: "verbose" } });
    const found: string[] = [];
    const all: Asked[] = [];
    for (const [index, [place, textWith]] of Object.entries(DOCUMENTS).entries()) {
      if (isShown(place, shape)) continue;
      const [kind, text] = textWith(secret);
      const asked = { uri: `file:///${index}/restreams.${kind}`, text };
      all.push(asked);
      const before = session.received.length;
      // Texts are alike, so each is asked about at other characters.
      await saidOf(session, asked, every, shape === "mixed" ? index : 0);
      const line = telling(withoutOutline(session.received.slice(before)), shape);
      if (line !== undefined) found.push(`${place}: ${line.slice(0, 400)}`);
    }
    const before = session.received.length;
    await saidTogether(session, all);
    expect(telling(session.received.slice(before).join("\n"), shape)).toBeUndefined();
    expect(found).toEqual([]);
    session.end();
  });

  test("is in no answer about settings", async () => {
    const session = await startSession({ capabilities: CLIENT });
    const found: string[] = [];
    for (const [place, textWith] of Object.entries(SETTINGS)) {
      if (isShown(`settings: ${place}`, shape)) continue;
      const name = place === "JSON" ? ".restream-lint.json" : ".restream-lint.yaml";
      const before = session.received.length;
      await saidOf(session, { uri: `file:///${place}/${name}`, text: textWith(secret) }, every);
      const line = telling(withoutOutline(session.received.slice(before)), shape);
      if (line !== undefined) found.push(`${place}: ${line.slice(0, 400)}`);
    }
    const before = session.received.length;
    await session.client.sendRequest(LINT_WORKSPACE);
    expect(telling(session.received.slice(before).join("\n"), shape)).toBeUndefined();
    expect(found).toEqual([]);
    session.end();
  });
});
