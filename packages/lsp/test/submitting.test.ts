import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { MessageType, ProgressType } from "vscode-languageserver-protocol";
import { PLAN, SUBMIT, type SubmitProgress } from "../src/protocol.ts";
import { startSession } from "./session.ts";
import { startIn, uriOf } from "./start-in.ts";
import { accountAt, deskWith, plannedIn, submittingWith } from "./submit-in.ts";

// Clients with an account of their own plan and submit what is open.

const URI = "file:///shows/restreams.yaml";
const MAIN = "uri: rtmp://main.acme.net/live/night-owl-7";
const TEXT = `restreams:
  - name: main
    stream_id: 20
    ${MAIN}
  - name: backup
    stream_id: 20
    uri: rtmp://backup.acme.net/live/\${BACKUP_KEY}
`;

test("what is planned is shown from both sides, and submitted is what was planned", async () => {
  const folder = folderWith({ ".env": "BACKUP_KEY=albatross-9\n", "restreams.yaml": TEXT });
  const { server, account } = await accountAt({
    restreams: [{ name: "main", stream_id: 20, uri: "rtmp://main.acme.net/live/old-owl-6" }],
  });
  const session = await startIn([folder], { submitting: submittingWith() });
  const uri = uriOf(folder, "restreams.yaml");
  await session.open(uri, TEXT);
  const filled = { account: { ...account, envFile: uriOf(folder, ".env") } };

  const planned = plannedIn(await session.ask(PLAN, uri, filled));
  expect(planned).toMatchObject({
    host: new URL(server.url).host,
    changes: 2,
    onAir: 0,
    summary: "Plan: 1 to create, 1 to change, 0 to delete, 0 unchanged.",
  });
  expect(planned.before).toContain("uri: rtmp://main.acme.net/live/***\n");
  expect(planned.before).not.toContain("backup");
  expect(planned.after).toContain("uri: rtmp://main.acme.net/live/*** (another stream key)\n");
  expect(planned.after).toContain("uri: rtmp://backup.acme.net/live/${BACKUP_KEY}\n");
  expect(new Set(server.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));

  const progress: SubmitProgress[] = [];
  session.client.onProgress(new ProgressType<SubmitProgress>(), "p", (it) => {
    progress.push(it);
  });
  const { saved } = planned;
  const params = { ...filled, saved, allowLive: false, progress: "p" };
  expect(await session.ask(SUBMIT, uri, params)).toEqual({
    kind: "submitted",
    summary: "Done: 1 created, 1 changed.",
    isWhole: true,
  });
  expect(server.state.restreams.map((it) => it.uri)).toEqual([
    "rtmp://main.acme.net/live/night-owl-7",
    "rtmp://backup.acme.net/live/albatross-9",
  ]);
  expect(progress.map(({ done, total }) => [done, total])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  // The API tells no ID of what it creates.
  const lenses = await session.ask("textDocument/codeLens", uri);
  expect(lenses.map((it: any) => it.command.title)).toEqual([
    "2 targets",
    `changed, restream ${server.state.restreams[0]?.id}`,
    "created",
  ]);
  const again = plannedIn(await session.ask(PLAN, uri, filled));
  expect(again.changes).toBe(0);
  expect(session.received.join("\n")).not.toMatch(/albatross|night-owl|old-owl|29841/);
});

test("what the API refuses is a diagnostic where it stands, until that is changed", async () => {
  const { account } = await accountAt({ foreignStreams: [20] });
  const session = await startSession({ submitting: submittingWith() });
  await session.open(URI, TEXT.replace("${BACKUP_KEY}", "albatross-9"));
  const { saved } = plannedIn(await session.ask(PLAN, URI, { account }));

  const params = { account, saved, allowLive: false, progress: "p" };
  expect(await session.ask(SUBMIT, URI, params)).toEqual({
    kind: "submitted",
    summary:
      "Not done: 2 failed. Mend what was refused, then submit again: what is done is not done twice.",
    isWhole: false,
  });
  const refused = (await session.pull(URI)).filter(({ source }) => source === "Gcore");
  expect(refused.map(({ range }) => range.start)).toEqual([
    { line: 2, character: 15 },
    { line: 5, character: 15 },
  ]);
  expect(refused[0]?.message).toContain("the API refused `stream_id`");

  const range = { start: { line: 2, character: 15 }, end: { line: 2, character: 17 } };
  await session.change(URI, 2, [{ range, text: "21" }]);
  const left = (await session.pull(URI)).filter(({ source }) => source === "Gcore");
  expect(left.map(({ range: { start } }) => start)).toEqual([{ line: 5, character: 15 }]);
});

test("whoever waits for a plan is told why it takes long", async () => {
  const { server, session, plan } = await deskWith(TEXT);
  server.misbehave([
    {
      on: "GET /streaming/restreams",
      nth: 1,
      fault: { kind: "status", acts: false, status: 429, retryAfter: "9" },
    },
  ]);
  const planned = plan();
  expect(await session.next("window/showMessage")).toEqual({
    type: MessageType.Info,
    message: expect.stringMatching(/^Gcore holds us up \(429\): going on in (?:9|10) s\.$/),
  });
  expect(await planned).toMatchObject({ kind: expect.stringMatching(/planned|refused/) });
});
