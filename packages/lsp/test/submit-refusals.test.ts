import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAULTS } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { ErrorCodes, type Range } from "vscode-languageserver-protocol";
import { PLAN, SUBMIT } from "../src/protocol.ts";
import { uriOf } from "./start-in.ts";
import { deskWith, plannedIn } from "./submit-in.ts";

// What is not planned, and why; nothing of it is sent.

const SRT =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=${MODE}&latency=2000000\n    latency_unit: us\n";
const RTMP = "restreams:\n  - stream_id: 20\n    uri: rtmp://a.acme.net/app/${KEY}\n";

test("what has errors is not planned, and none of them is shown twice", async () => {
  const { server, session, uri, plan } = await deskWith(SRT.replace("${MODE}", "listener"));
  expect(await plan()).toEqual({
    kind: "refused",
    message: "restreams.yaml has 1 error: nothing is planned before that is mended.",
    remedy: "problems",
  });
  expect(codesAt(await session.pull(uri))).toEqual(["srt-not-caller 2"]);
  expect(server.requests).toEqual([]);
});

test("what is an error only once it is filled in is a diagnostic, until its restream changes", async () => {
  const { server, session, uri, folder, plan } = await deskWith(SRT, {
    files: { ".env": "MODE=listener\n" },
  });
  const envFile = uriOf(folder, ".env");
  expect(await session.pull(uri)).toEqual([]);
  expect(await plan({ envFile })).toMatchObject({ kind: "refused", remedy: "problems" });
  const [found] = await session.pull(uri);
  expect(found).toMatchObject({ source: "restream-lint", code: "srt-not-caller", severity: 1 });
  expect(server.requests).toEqual([]);

  // It moves along with its restream.
  await session.change(uri, 2, [{ range: at(0, 0), text: "# Tonight\n\n" }]);
  expect(codesAt(await session.pull(uri))).toEqual(["srt-not-caller 4"]);
  await session.change(uri, 3, [{ range: at(3, 15, 17), text: "21" }]);
  expect(await session.pull(uri)).toEqual([]);
});

test("what an env file mends is no error any more", async () => {
  const { session, uri, folder, plan } = await deskWith(SRT, {
    files: { ".env": "MODE=listener\n" },
  });
  const envFile = uriOf(folder, ".env");
  await plan({ envFile });
  writeFileSync(join(folder, ".env"), "MODE=caller\n");
  expect(plannedIn(await plan({ envFile })).changes).toBe(1);
  expect(await session.pull(uri)).toEqual([]);
});

test("what Gcore tells of a stream is learnt, and is a diagnostic", async () => {
  const text = "restreams:\n  - stream_id: 20\n    uri: rtmps://a.acme.net/app/${KEY:-k3y}\n";
  const { session, uri, plan } = await deskWith(text, {
    api: { streams: [{ id: 20, stream_source_type: "srt" }] },
  });
  expect(await session.pull(uri)).toEqual([]);
  expect(await plan()).toMatchObject({ kind: "refused", remedy: "problems" });
  expect(codesAt(await session.pull(uri))).toEqual(["unsupported-combination 2"]);
});

test("variables that are not set are named, and shown from both sides", async () => {
  const { session, uri, plan } = await deskWith(RTMP);
  const refused = await plan();
  expect(refused).toMatchObject({
    kind: "refused",
    message: "1 restream is refused: nothing is sent before that is settled.",
    remedy: "variables",
    sides: { before: "" },
  });
  expect(JSON.stringify(refused)).toContain("${KEY} is not set");
  const [found] = await session.pull(uri);
  expect(found?.message).toContain("Not to be submitted: ");
  expect(found?.message).toContain("${KEY} is not set");
});

test("one that may be any of several, and one that is not there", async () => {
  const text =
    "restreams:\n  - { name: twin, stream_id: 20, uri: rtmp://a.acme.net/app/k3y }\n  - { id: 4711, uri: rtmp://b.acme.net/app/k3y }\n";
  const twin = { name: "twin", stream_id: 20 };
  const { server, session, uri, plan } = await deskWith(text, {
    api: {
      restreams: [
        { ...twin, uri: "rtmp://b.acme.net/app/x" },
        { ...twin, uri: "rtmp://c.acme.net/app/x" },
      ],
    },
  });
  const refused = await plan();
  expect(refused).toMatchObject({
    message: "2 restreams are refused: nothing is sent before that is settled.",
    remedy: "problems",
  });
  expect(JSON.stringify(refused)).toMatch(/refused \(ambiguous\).*refused \(missing\)/);
  const found = (await session.pull(uri)).filter(({ message }) =>
    JSON.stringify(message).startsWith('"Not to be'),
  );
  expect(found.map(({ range }) => range.start.line)).toEqual([1, 2]);
  expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
});

test.each([
  ["outside of the workspace", () => "file:///etc/environment", "environment is outside of"],
  ["outside by a detour", (folder: string) => `${uriOf(folder)}/x/..%2f..%2f.env`, "is outside of"],
  ["missing", (folder: string) => uriOf(folder, "no.env"), "no.env cannot be read"],
  ["a folder", (folder: string) => uriOf(folder, "secrets"), "secrets cannot be read"],
  ["broken", (folder: string) => uriOf(folder, ".env"), ".env: line 2 must be NAME=value"],
  ["no URI", () => ".env", ".env is outside of"],
])("an env file that is %s", async (_, envFile, expected) => {
  const { server, folder, plan } = await deskWith(RTMP, {
    files: { ".env": "A=1\nKEY='s3cr3t\n", "secrets/a.env": "KEY=x\n" },
  });
  const refused = await plan({ envFile: envFile(folder) });
  expect(refused).toMatchObject({ kind: "refused", remedy: "variables" });
  expect(JSON.stringify(refused)).toContain(expected);
  expect(JSON.stringify(refused)).not.toContain("s3cr3t");
  expect(server.requests).toEqual([]);
});

test.each([
  ["http://api.acme.net", "https://"],
  ["api.acme.net", "is no URI"],
  ["https://me:pass@api.acme.net", "user name"],
  ["https://api.acme.net/?key=1", "`?`"],
  [" ", "is no URI"],
])("the base URI %j", async (baseUri, expected) => {
  const { plan } = await deskWith(RTMP);
  const refused = await plan({ baseUri });
  expect(refused).toMatchObject({ kind: "refused", message: expect.stringContaining(expected) });
  expect(refused).not.toHaveProperty("remedy");
});

test("a document that holds the token is not planned, and does not get it said", async () => {
  const { server, session, plan } = await deskWith(RTMP, { files: { ".env": "" } });
  const uri = uriOf("/", "other", "restreams.yaml");
  const holding = RTMP.replace("${KEY}", encodeURIComponent(server.token));
  await session.open(uri, holding);
  const account = { token: server.token, baseUri: server.url };
  const refused = await session.ask(PLAN, uri, { account });
  expect(refused.message).toContain("restreams.yaml:2: `uri` holds the API token");
  expect(JSON.stringify(refused)).not.toContain("Canary9Z");
  expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
  expect(await plan()).toMatchObject({ remedy: "variables" });
});

test.each([
  ["wrong", "1234$other"],
  ["not there", ""],
  ["of another kind", "Bearer abc"],
])("a token that is %s", async (_, token) => {
  const { session, plan } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  expect(await plan({ token })).toMatchObject({ kind: "refused", remedy: "token" });
  if (token !== "") expect(session.received.join("\n")).not.toContain(token);
});

test("streams that cannot be listed are a warning", async () => {
  const { server, plan } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  server.misbehave([{ on: "GET /streaming/streams", fault: FAULTS.failedBefore }]);
  const { changes, warnings } = plannedIn(await plan());
  expect(changes).toBe(1);
  expect(warnings).toEqual([expect.stringContaining("Without them, nothing is known of what")]);
});

test("an API that does not answer well", async () => {
  const { server, session, plan } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  server.misbehave([{ fault: FAULTS.goodHtml }]);
  const refused = await plan();
  expect(refused).toMatchObject({
    kind: "refused",
    message: expect.stringMatching(/^Could not list/),
  });
  expect(refused).not.toHaveProperty("remedy");
  expect(session.received.join("\n")).not.toContain("<html>");
});

test("what is no restream document of its own", async () => {
  const { server, session, account, folder } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  const settings = uriOf(folder, ".restream-lint.yaml");
  const copy = `git:${folder}/restreams.yaml?HEAD`;
  await session.open(settings, "extends: strict\n");
  await session.open(copy, RTMP.replace("${KEY}", "k3y"));
  for (const [uri, expected] of [
    [settings, "no restream document"],
    ["file:///nowhere/restreams.yaml", "no restream document"],
    ["", "no restream document"],
    [copy, "open the file itself"],
  ] as const) {
    const message = expect.stringContaining(expected);
    expect(await session.ask(PLAN, uri, { account })).toEqual({ kind: "refused", message });
    const more = { account, saved: "{}", allowLive: true, progress: "p" };
    expect(await session.ask(SUBMIT, uri, more)).toEqual({ kind: "refused", message });
  }
  expect(server.requests).toEqual([]);
});

const DOCUMENT = { textDocument: { uri: "file:///restreams.yaml" } };
const ACCOUNT = { account: { token: "t", baseUri: "" } };
const CONSENT = { saved: "{}", allowLive: true, progress: "p" };

test.each([
  [PLAN, undefined],
  [PLAN, null],
  [PLAN, []],
  [PLAN, [{ ...DOCUMENT, ...ACCOUNT }, 7]],
  [PLAN, {}],
  [PLAN, DOCUMENT],
  [PLAN, { ...ACCOUNT, textDocument: "file:///restreams.yaml" }],
  [PLAN, { ...ACCOUNT, textDocument: { uri: 7 } }],
  [PLAN, { ...DOCUMENT, account: null }],
  [PLAN, { ...DOCUMENT, account: { token: 7, baseUri: "" } }],
  [PLAN, { ...DOCUMENT, account: { token: "t" } }],
  [PLAN, { ...DOCUMENT, account: { token: "t", baseUri: {} } }],
  [PLAN, { ...DOCUMENT, account: { token: "t", baseUri: "", envFile: 7 } }],
  [SUBMIT, { ...DOCUMENT, ...ACCOUNT }],
  [SUBMIT, { ...DOCUMENT, ...CONSENT }],
  [SUBMIT, { ...DOCUMENT, ...ACCOUNT, ...CONSENT, saved: {} }],
  [SUBMIT, { ...DOCUMENT, ...ACCOUNT, ...CONSENT, allowLive: "false" }],
  [SUBMIT, { ...DOCUMENT, ...ACCOUNT, ...CONSENT, progress: 7 }],
])("%s with %j", async (method, params) => {
  const { session, plan } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  const asked = session.client.sendRequest(method, params);
  await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  expect(plannedIn(await plan()).changes).toBe(1);
});

test.each([
  ["nothing", ""],
  ["no JSON", "{"],
  ["another version", '{"version": 2}'],
  ["a list", "[]"],
  ["a very long one", `{"version": 1, "entries": [${"7,".repeat(1_000_000)}7]}`],
  ["a very deep one", "[".repeat(100_000)],
])("consent to %s", async (_, saved) => {
  const { server, plan, submit } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  const planned = plannedIn(await plan());
  expect(await submit({ ...planned, saved })).toEqual({
    kind: "refused",
    message: "Nothing was changed: what was agreed to is no plan. Plan again.",
  });
  expect(server.state.restreams).toEqual([]);
});

test("consent to what somebody else has written", async () => {
  const { server, plan, submit } = await deskWith(RTMP.replace("${KEY}", "k3y"));
  const planned = plannedIn(await plan());
  const saved = planned.saved.replace('"line":2', '"line":3');
  expect(saved).not.toBe(planned.saved);
  expect(await submit({ ...planned, saved })).toMatchObject({
    kind: "refused",
    message: expect.stringContaining(
      "was changed, or saved with another API token or for another host",
    ),
  });
  expect(server.state.restreams).toEqual([]);
});

/** What diagnostics are called, and in which lines, from 0. */
function codesAt(diagnostics: readonly { code?: string | number; range: Range }[]): string[] {
  return diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);
}

function at(line: number, character: number, end = character): object {
  return { start: { line, character }, end: { line, character: end } };
}
