import { expect, test } from "vitest";
import { viewOf } from "../../test/view-of.ts";
import { outcomeOf } from "../submit/outcomes.ts";
import { outcomeDiagnostics } from "./outcome-diagnostics.ts";

const TEXT = "restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/K\n";

test("what was wrong stands where it is, or where its restream begins", () => {
  const [restream] = viewOf(TEXT).document.restreams;
  if (!restream) throw new Error("there is one");
  const start = TEXT.indexOf("20");
  const outcome = outcomeOf(restream, TEXT, "not done: create", [
    { source: "Gcore", message: "the API refused `stream_id`", range: { start, end: start + 2 } },
    { source: "restream-lint", rule: "missing-stream-key", message: "no key" },
  ]);
  const view = viewOf(`# Tonight\n${TEXT}`);
  expect(outcomeDiagnostics(view, [outcome])).toEqual([
    {
      source: "Gcore",
      severity: 1,
      message: "the API refused `stream_id`",
      range: { start: { line: 2, character: 15 }, end: { line: 2, character: 17 } },
    },
    {
      source: "restream-lint",
      code: "missing-stream-key",
      severity: 1,
      message: "no key",
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } },
    },
  ]);
  expect(outcomeDiagnostics(viewOf(TEXT.replace("20", "21")), [outcome])).toEqual([]);
});

test("without an outcome, nobody asks for the whole document: it would have to be parsed at each key", () => {
  const asked: string[] = [];
  const view = new Proxy(viewOf(TEXT), {
    get: (target, name) => {
      asked.push(String(name));
      return Reflect.get(target, name);
    },
  });
  expect(outcomeDiagnostics(view, [])).toEqual([]);
  expect(asked).toEqual([]);
});
