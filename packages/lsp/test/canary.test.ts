import { DOCUMENTS, isShown, SETTINGS, type Shape, SHAPES, telling } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { ErrorCodes } from "vscode-languageserver-protocol";
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

/** All that the server says of a text: at every so many characters, and of the whole. */
async function saidOf(session: Session, { uri, text }: Asked, every: number): Promise<void> {
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
      let character = line % every;
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
}

/** What cannot be renamed is refused, and that is heard like any answer; a failure is none. */
function orRefused(error: { readonly code?: number }): void {
  if (error.code !== ErrorCodes.InvalidRequest) throw error;
}

describe.each(shapes)("a secret that is %s", (shape) => {
  const secret = SHAPES[shape];
  // One shape everywhere, the others as far as time allows.
  const every = shape === "mixed" ? 5 : 37;

  test("is in no answer about a document", async () => {
    const session = await startSession({ capabilities: CLIENT, params: { trace: "verbose" } });
    const found: string[] = [];
    for (const [index, [place, textWith]] of Object.entries(DOCUMENTS).entries()) {
      if (isShown(place, shape)) continue;
      const [kind, text] = textWith(secret);
      const before = session.received.length;
      await saidOf(session, { uri: `file:///${index}/restreams.${kind}`, text }, every);
      const line = telling(withoutOutline(session.received.slice(before)), shape);
      if (line !== undefined) found.push(`${place}: ${line.slice(0, 400)}`);
    }
    const before = session.received.length;
    await session.client.sendRequest(LINT_WORKSPACE);
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
