import type { Diagnostic, Severity } from "@restream-lint/core";
import { expect, test } from "vitest";
import { viewOf } from "../../test/view-of.ts";
import { clientOf } from "../client.ts";
import { codeActions } from "./code-actions.ts";
import { lspDiagnostics } from "./diagnostics.ts";

const CLIENT = clientOf({ capabilities: {} });

/** What a client is sent of findings of these severities, one a line: severity and line, and what else is said. */
function sentOf(severities: readonly Severity[]): string[] {
  const text = `restreams:${"\n".repeat(severities.length)}`;
  const start = "restreams:".length;
  const findings = severities.map(
    (severity, line): Diagnostic => ({
      rule: "wrong-type",
      severity,
      message: "",
      range: { start: start + line, end: start + line },
      path: "",
      url: "",
      fixes: [],
      related: [],
    }),
  );
  const all = { diagnosticsOf: () => findings, of: () => undefined };
  return lspDiagnostics(viewOf(text), all, CLIENT).map(({ severity, message, range, code }) => {
    const more = code === undefined && typeof message === "string" ? ` ${message}` : "";
    return `${severity} ${range.start.line}${more}`;
  });
}

function many<T>(count: number, it: T): T[] {
  return Array.from({ length: count }, () => it);
}

function lines(severity: number, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `${severity} ${from + index}`);
}

const REST =
  "the editor is sent 200 of a document, errors first. Mend some and the next are shown; `restream-lint --format json` lists all.";

test.each<[string, readonly Severity[], readonly string[]]>([
  ["all of 200", many(200, "warning"), lines(2, 0, 200)],
  [
    "the first 200 of one kind, and where the next is",
    many(201, "warning"),
    [...lines(2, 0, 200), `3 200 And 1 more from here on, none of them an error: ${REST}`],
  ],
  [
    "every error before any warning, in the order of the text",
    [...many(150, "warning" as const), ...many(150, "error" as const)],
    [
      ...lines(2, 0, 50),
      ...lines(1, 150, 300),
      `3 50 And 100 more from here on, none of them an error: ${REST}`,
    ],
  ],
  [
    "what is only worth knowing last",
    ["info", ...many(199, "warning" as const), "error"],
    [...lines(2, 1, 200), "1 200", `3 0 And 1 more from here on, none of them an error: ${REST}`],
  ],
  [
    "how many errors are among what is left",
    many(10_000, "error"),
    [...lines(1, 0, 200), `3 200 And 9800 more from here on, 9800 of them errors: ${REST}`],
  ],
  [
    "that one is",
    ["warning", ...many(201, "error" as const)],
    [...lines(1, 1, 201), `3 0 And 2 more from here on, 1 of them an error: ${REST}`],
  ],
])("a client is sent %s", (_, severities, expected) => {
  expect(sentOf(severities)).toEqual(expected);
});

test("what it is not sent can be mended all the same, there and at once", () => {
  const items = Array.from(
    { length: 300 },
    (_, index) => `  - {stream_id: 1, uri: "RTMP://h${index}.acme.net/live/\${KEY}"}\n`,
  );
  const view = viewOf(`restreams:\n${items.join("")}`);
  const all = { diagnosticsOf: () => view.diagnostics(), of: () => undefined };
  const sent = lspDiagnostics(view, all, CLIENT);
  expect(sent.at(-1)?.range.start.line).toBe(201);
  const at = { line: 300, character: items[299]?.indexOf("RTMP") ?? 0 };
  const actions = codeActions(
    view,
    view.diagnostics(),
    { range: { start: at, end: at }, context: { diagnostics: [] } },
    CLIENT,
  );
  const editsOf = (kind: string) =>
    actions
      .find((it) => it.kind === kind)
      ?.edit?.changes?.[view.uri]?.map(({ range }) => range.start.line);
  expect(editsOf("quickfix")).toEqual([300]);
  expect(editsOf("source.fixAll.restream-lint")).toEqual(items.map((_, index) => index + 1));
});
