import { lint, parseDocument } from "@restream-lint/core";
import { array, assert, asyncProperty, constantFrom, nat, record } from "fast-check";
import { expect, test } from "vitest";
import { startSession } from "./session.ts";

// Nobody waits for an answer before they go on: what is said last is right, and nothing old is said after it.

const URIS = ["file:///a.restreams.yaml", "file:///b.restreams.yaml"];

/** Texts that each say something else, by their number. */
function textOf(number: number): string {
  const schemes = ["rtmp", "SRT", "http"];
  return `restreams:\n  - stream_id: ${number % 4}\n    uri: ${schemes[number % 3]}://h${number % 7}.acme.net/\n`;
}

const STEP = record({
  what: constantFrom("change", "change", "change", "close", "pull", "workspace"),
  which: nat(1),
  number: nat(50),
});

test("any order of opening, changing, closing and asking", async () => {
  await assert(
    asyncProperty(array(STEP, { maxLength: 25 }), async (steps) => {
      const session = await startSession();
      const texts = new Map<string, string>();
      let version = 0;
      const answers: Promise<unknown>[] = [];
      for (const { what, which, number } of steps) {
        const uri = URIS[which] ?? "";
        version += 1;
        if (what === "close") {
          texts.delete(uri);
          void session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
        } else if (what === "change") {
          const [text, isOpen] = [textOf(number), texts.has(uri)];
          texts.set(uri, text);
          const textDocument = { uri, version, languageId: "yaml", text };
          const method = isOpen ? "textDocument/didChange" : "textDocument/didOpen";
          void session.client.sendNotification(method, {
            textDocument,
            contentChanges: [{ text }],
          });
        } else if (what === "pull") answers.push(session.pull(uri));
        else
          answers.push(
            session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] }),
          );
      }
      await Promise.all(answers);
      for (const uri of URIS) {
        const text = texts.get(uri);
        const own = text === undefined ? [] : lint(parseDocument(text)).map(({ rule }) => rule);
        const said = (await session.pull(uri)).map(({ code }) => code);
        expect(said.filter((code) => code !== "duplicate-target")).toEqual(own);
      }
      session.end();
    }),
    { numRuns: 40 },
  );
});
