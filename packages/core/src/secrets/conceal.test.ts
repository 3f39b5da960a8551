import { parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { createConcealment } from "./conceal.ts";
import { resolvePlaceholders } from "../document.ts";
import { applyFixes } from "../apply-fixes.ts";
import { lint } from "../lint.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { rules } from "../rules/index.ts";
import type { Node, ScalarNode } from "../syntax/node.ts";

/** No word of any enumeration, no number, no name of a field; a name of a host, with digits and letters. */
const CANARY = "xq7canary9z";

describe.each(
  rules.filter(({ docs }) => docs.invalid.length > 0).map(({ id, docs }) => [id, docs] as const),
)("%s", (_, docs) => {
  test.each(docs.invalid)("says nothing of what a variable brings into %j", (text) => {
    for (const { planted, value } of withVariables(text)) {
      const document = resolvePlaceholders(parseFixture(planted), (name) =>
        name === "CANARY" ? value : undefined,
      );
      const found = lint(document);
      const telling = found.map(spoken).find((it) => it.includes(CANARY));
      expect(telling, `${planted} with ${value}`).toBeUndefined();
      if (found.every(({ fixes }) => fixes.length === 0)) continue;
      const fixed = applyFixes(document, {}, { unsafe: true }).document.text;
      expect(fixed.toLowerCase(), `${planted} with ${value}`).not.toContain(CANARY);
      expect(fixed, `${planted} with ${value}`).toMatch(/\$\{CANARY[:}]/);
    }
  });
});

describe("createConcealment", () => {
  const text =
    "restreams:\n  - name: ${NAME}\n    uri: rtmp://${HOST}/live/${KEY}\n    stream_id: ${ID}\n";
  const variables: Readonly<Record<string, string>> = {
    NAME: "the stream is fine",
    HOST: "Ingest.Studio-B.net:19350",
    KEY: "live",
    ID: "2",
  };
  const { resolution } = resolvePlaceholders(parseFixture(text), (name) => variables[name]);
  const conceal = createConcealment(resolution ?? fail());

  test.each([
    ['The host "ingest.studio-b.net" is none', 'The host "***" is none'],
    ['The host "studio-b.net" is none', 'The host "***" is none'],
    ["ingest.studio-b.net is none", "*** is none"],
    ["Port 19350 is odd", "Port *** is odd"],
    ['The port must not be "19350"', 'The port must not be "***"'],
    ['Not "2", of 2 s', 'Not "***", of 2 s'],
    // Prose, and the words of this tool.
    ["The stream is fine, and live", "The stream is fine, and live"],
    ['"stream_id" must be "live", not "stream"', '"stream_id" must be "live", not "***"'],
    // Nothing tells what is quoted.
    ['Not "stream"", but', 'Not "***"", but'],
    ["", ""],
  ])("makes of %j %j", (message, expected) => {
    const related = [{ range: { start: 0, end: 1 }, message }];
    const found = conceal({ ...DIAGNOSTIC, message, related });
    expect(found.message).toBe(expected);
    expect(found.related[0]?.message).toBe(expected);
  });

  test("hides a name that looks like prose", () => {
    expect(conceal({ ...DIAGNOSTIC, about: "stream warning" }).about).toBe("*** warning");
    expect(conceal({ ...DIAGNOSTIC, about: "stream_id" }).about).toBe("stream_id");
    expect(conceal(DIAGNOSTIC)).not.toHaveProperty("about");
  });

  test.each([
    ["mode=caller", 0, 1, true],
    ["INGEST_KEY", 0, 1, false],
    ["STUDIO_B_KEY", 0, 1, false],
    ["19350", 0, 1, false],
    ["2", 0, 1, false],
    // Beside a placeholder, but not in one.
    ["x", text.indexOf("${HOST}"), text.indexOf("${HOST}"), true],
    ["x", text.indexOf("${HOST}") + 7, text.indexOf("${HOST}") + 8, true],
    ["x", text.indexOf("${HOST}") + 1, text.indexOf("${HOST}") + 1, false],
    ["", text.indexOf("${HOST}") + 6, text.indexOf("${HOST}") + 8, false],
    ["", 0, text.length, false],
  ])("of a fix that writes %j from %d to %d: %j", (newText, start, end, isKept) => {
    const fix = { title: "Mend it", safe: true, edits: [{ range: { start, end }, newText }] };
    expect(conceal({ ...DIAGNOSTIC, fixes: [fix] }).fixes).toEqual(isKept ? [fix] : []);
  });
});

const DIAGNOSTIC: Diagnostic = {
  rule: "x",
  severity: "error",
  message: "x",
  range: { start: 0, end: 1 },
  path: "",
  url: "",
  fixes: [],
  related: [],
};

function fail(): never {
  throw new Error("nothing was filled in");
}

function spoken({ message, about, fixes, related, path }: Diagnostic): string {
  return JSON.stringify({ message, about, fixes, related, path }).toLowerCase();
}

/** The text with each value, and each part of each URI, moved into a variable, and what that may hold. */
function* withVariables(text: string): Iterable<{ planted: string; value: string }> {
  for (const { node, key } of scalarsIn(parseFixture(text).syntax.roots)) {
    const { value: written, range, style } = node;
    if (style === "block" || range.start === range.end || node.alias) continue;
    const put = (value: string) =>
      text.slice(0, range.start) + JSON.stringify(value) + text.slice(range.end);
    yield { planted: put("${CANARY}"), value: CANARY };
    yield { planted: put("${CANARY}"), value: `${CANARY} ${CANARY}` };
    yield { planted: put("${CANARY:-x}x"), value: `${written}-${CANARY}` };
    if (key !== "uri") continue;

    const uri = String(written);
    for (const { index, 0: word } of uri.matchAll(/[^:/?#&=@,\s[\]]+/g)) {
      const [before, after] = [uri.slice(0, index), uri.slice(index + word.length)];
      for (const value of [CANARY, `${word}${CANARY}`, `${CANARY}.${word}`, `${CANARY} ${word}`]) {
        yield { planted: put(`${before}\${CANARY}${after}`), value };
        yield { planted: put("${CANARY}"), value: before + value + after };
      }
      yield { planted: put(`${before}\${CANARY}${word}${after}`), value: CANARY };
    }
    for (const end of ["/", "?a=", "&latency=", "&amp;b=", "#", "%zz", "?mode=", ",", ":"]) {
      yield { planted: put(`${uri}${end}\${CANARY}`), value: CANARY };
      yield { planted: put(`${uri}\${CANARY}`), value: end + CANARY };
    }
  }
}

function* scalarsIn(nodes: readonly Node[], key = ""): Iterable<{ node: ScalarNode; key: string }> {
  for (const node of nodes) {
    if (node.kind === "scalar") yield { node, key };
    else if (node.kind === "sequence") yield* scalarsIn(node.items, key);
    else
      for (const { key: name, value } of node.entries)
        if (value) yield* scalarsIn([value], String(name.value));
  }
}
