import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createGate, type Operation } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { CancellationTokenSource, ProgressType } from "vscode-languageserver-protocol";
import { PLAN, SUBMIT, type SubmitProgress } from "../src/protocol.ts";
import { uriOf } from "./start-in.ts";
import { type Desk, deskWith, plannedIn } from "./submit-in.ts";

// Something moves between the plan and the consent to it, or while it is submitted.

const CREATE: Operation = "POST /streaming/restreams";
const LIST: Operation = "GET /streaming/restreams";
const OLD = { name: "main", stream_id: 20, uri: "rtmp://main.acme.net/live/old-6" };
const TEXT =
  "restreams:\n  - name: main\n    stream_id: 20\n    uri: rtmp://main.acme.net/live/${KEY:-k3y-7}\n";
const MOVED = "Nothing was changed, for something has moved since.";

test.each([
  [
    "the remote restream",
    ({ server }: Desk) =>
      server.change({ restreams: changed({ uri: "rtmp://main.acme.net/live/x" }) }),
    'restreams.yaml:2 "main": The remote restream was changed: uri.',
  ],
  [
    "what else is there",
    ({ server }: Desk) => server.change({ restreams: [] }),
    'restreams.yaml:2 "main": The remote restream that it was is gone',
  ],
  [
    "what is on air",
    ({ server }: Desk) => server.change({ restreams: changed({ live: true }) }),
    'restreams.yaml:2 "main": The remote restream is on air now.',
  ],
  [
    "the document",
    ({ session, uri }: Desk) => session.change(uri, 2, [{ text: TEXT.replace("live/", "other/") }]),
    'restreams.yaml:2 "main": The document says something else now, or a variable does: uri.',
  ],
  [
    "a variable",
    ({ folder }: Desk) => writeFileSync(join(folder, ".env"), "KEY=albatross-9\n"),
    'restreams.yaml:2 "main": The document says something else now, or a variable does: uri.',
  ],
])("nothing is sent where this has moved since: %s", async (_, move, expected) => {
  const desk = await deskWith(TEXT, {
    api: { restreams: [{ id: 3001, ...OLD }] },
    files: { ".env": "KEY=night-owl-7\n" },
  });
  const envFile = uriOf(desk.folder, ".env");
  const planned = plannedIn(await desk.plan({ envFile }));
  await Promise.resolve(move(desk));
  const answer = await desk.submit(planned, { account: { ...desk.account, envFile } });
  expect(answer).toEqual({ kind: "refused", message: expect.stringContaining(expected) });
  expect(JSON.stringify(answer)).toContain(MOVED);
  expect(JSON.stringify(answer)).not.toMatch(/owl|albatross/);
  expect(writesIn(desk)).toBe(0);
});

test("of much that has moved, some is named, and the rest is counted", async () => {
  const desk = await deskWith(many(8));
  const planned = plannedIn(await desk.plan());
  await desk.session.change(desk.uri, 2, [{ text: many(8).replaceAll("/app/", "/other/") }]);
  const { message }: any = await desk.submit(planned);
  expect(message.match(/restreams\.yaml:/g)).toHaveLength(5);
  expect(message).toMatch(/ And 3 more\. Plan again\.$/);
});

test("what is on air is changed only where that is allowed", async () => {
  const desk = await deskWith(TEXT, { api: { restreams: [{ id: 3001, ...OLD, live: true }] } });
  const planned = plannedIn(await desk.plan());
  expect(planned).toMatchObject({ onAir: 1, changes: 1 });
  expect(planned.warnings).toContain(
    "1 restream would be changed while on air: viewers may see the push break off.",
  );
  expect(await desk.submit(planned)).toEqual({
    kind: "refused",
    message: "1 restream would be changed while on air, so nothing is sent.",
  });
  expect(writesIn(desk)).toBe(0);
  expect(await desk.submit(planned, { allowLive: true })).toMatchObject({ isWhole: true });
  expect(desk.server.state.restreams[0]?.uri).toBe("rtmp://main.acme.net/live/k3y-7");
});

test("what is edited while it is submitted: agreed is what is sent, and what is edited shows no outcome", async () => {
  const desk = await deskWith(many(2));
  const { server, session, uri } = desk;
  const planned = plannedIn(await desk.plan());
  const gate = createGate();
  server.misbehave([{ on: CREATE, fault: { kind: "held", acts: false, gate } }]);
  const submitted = desk.submit(planned);
  await gate.arrived(2);
  await session.change(uri, 2, [{ text: `# Tonight\n${many(2).replace("h0.", "other.")}` }]);
  gate.open();
  expect(await submitted).toMatchObject({ isWhole: true });
  expect(server.state.restreams.map((it) => it.uri)).toContain("rtmp://h0.acme.net/app/k3y");
  expect(await lensesOf(desk)).toEqual([
    [1, "2 targets"],
    [3, "created"],
  ]);
});

test("a document that is closed meanwhile is planned all the same", async () => {
  const { server, session, uri, plan } = await deskWith(TEXT);
  const gate = createGate();
  server.misbehave([{ on: LIST, fault: { kind: "held", acts: false, gate } }]);
  const planned = plan();
  await gate.arrived();
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  gate.open();
  expect(plannedIn(await planned).changes).toBe(1);
});

test("one at a time for each document, however its URI is spelt", async () => {
  const { server, session, account, uri, plan } = await deskWith(TEXT);
  const other = "file:///other/restreams.yaml";
  await session.open(other, TEXT);
  const gate = createGate();
  server.misbehave([{ on: LIST, fault: { kind: "held", acts: false, gate } }]);
  const first = plan();
  await gate.arrived();
  const spelt = uri.replace("restreams.yaml", "%72estreams.yaml");
  for (const it of [uri, spelt]) {
    expect(await session.ask(PLAN, it, { account })).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("already: wait"),
    });
  }
  const beside = session.ask(PLAN, other, { account });
  await gate.arrived(2);
  gate.open();
  expect(plannedIn(await first).changes).toBe(1);
  expect(plannedIn(await beside).changes).toBe(1);
  expect(plannedIn(await plan()).changes).toBe(1);
});

test("one document at a time is submitted: another one with the same target would create it too", async () => {
  const desk = await deskWith(TEXT);
  const { server, session, account } = desk;
  const other = "file:///other/restreams.yaml";
  await session.open(other, TEXT);
  const own = plannedIn(await desk.plan());
  const { saved } = plannedIn(await session.ask(PLAN, other, { account }));
  const gate = createGate();
  server.misbehave([{ on: CREATE, fault: { kind: "held", acts: false, gate } }]);
  const first = desk.submit(own);
  await gate.arrived();
  const agreed = { account, saved, allowLive: false, progress: "q" };
  expect(await session.ask(SUBMIT, other, agreed)).toMatchObject({
    kind: "refused",
    message: "Another document is being submitted: wait until that is over.",
  });
  gate.open();
  expect(await first).toMatchObject({ isWhole: true });
  // It is there now, which the plan of the other one does not say.
  expect(await session.ask(SUBMIT, other, agreed)).toMatchObject({
    kind: "refused",
    message: expect.stringContaining(MOVED),
  });
  expect(server.state.restreams).toHaveLength(1);
});

test("a plan that is cancelled sends nothing more, and is answered", async () => {
  const { server, session, account, uri } = await deskWith(TEXT);
  const gate = createGate();
  server.misbehave([{ on: LIST, fault: { kind: "held", acts: false, gate } }]);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri }, account };
  const planned: any = session.client.sendRequest(PLAN, params, source.token);
  await gate.arrived();
  const sent = server.requests.length;
  source.cancel();
  expect(await planned).toEqual({
    kind: "refused",
    message: "Interrupted: nothing was changed.",
  });
  gate.open();
  expect(server.requests).toHaveLength(sent);
});

test("one that is cancelled in the middle finishes what is under way; a second run does the rest", async () => {
  const desk = await deskWith(many(6));
  const { server, session, account, uri } = desk;
  const { saved } = plannedIn(await desk.plan());
  const gate = createGate();
  server.misbehave([{ on: CREATE, fault: { kind: "held", acts: false, gate } }]);
  const heard: SubmitProgress[] = [];
  session.client.onProgress(
    new ProgressType<SubmitProgress>(),
    "half",
    (it) => void heard.push(it),
  );
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri }, account, saved, allowLive: false, progress: "half" };
  const submitted: any = session.client.sendRequest(SUBMIT, params, source.token);
  await gate.arrived(4);
  source.cancel();
  // The server has read the cancellation once it answers what comes after it.
  await session.pull(uri);
  gate.open();
  expect(await submitted).toEqual({
    kind: "submitted",
    summary:
      "Interrupted: 4 created, 2 not begun. Submit again to do the rest: what is done is not done twice.",
    isWhole: false,
  });
  expect(server.counts[CREATE]).toBe(4);
  expect(heard.map(({ done, total }) => `${done} of ${total}`)).toEqual([
    "1 of 6",
    "2 of 6",
    "3 of 6",
    "4 of 6",
    "5 of 6",
    "6 of 6",
  ]);
  expect((await lensesOf(desk)).map(([, title]) => title)).toEqual([
    "6 targets",
    ...Array.from({ length: 4 }, () => "created"),
    ...Array.from({ length: 2 }, () => "not begun: create"),
  ]);

  server.misbehave([]);
  const rest = plannedIn(await desk.plan());
  expect(rest.changes).toBe(2);
  expect(await desk.submit(rest)).toMatchObject({ isWhole: true });
  expect(new Set(server.state.restreams.map((it) => it.uri)).size).toBe(6);
  expect(server.state.restreams).toHaveLength(6);
});

test("a client that shuts it down waits for what is under way, and nothing more is begun", async () => {
  const desk = await deskWith(many(6));
  const { server, session } = desk;
  const planned = plannedIn(await desk.plan());
  const gate = createGate();
  server.misbehave([{ on: CREATE, fault: { kind: "held", acts: false, gate } }]);
  const submitted = desk.submit(planned);
  await gate.arrived(4);
  let isDown = false;
  const down = session.client.sendRequest("shutdown").then(() => (isDown = true));
  // Whoever asks now is refused: so it has been read.
  await expect(session.pull(desk.uri)).rejects.toThrow("shut down already");
  expect(isDown).toBe(false);
  gate.open();
  expect(await submitted).toMatchObject({
    summary: expect.stringMatching(/^Interrupted: 4 created/),
  });
  await down;
  expect(server.counts[CREATE]).toBe(4);
});

function changed(more: object): { id: number; uri: string }[] {
  return [{ id: 3001, ...OLD, ...more }];
}

function many(count: number): string {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `  - { name: n${index}, stream_id: 20, uri: "rtmp://h${index}.acme.net/app/k3y" }\n`,
  );
  return `restreams:\n${items.join("")}`;
}

function writesIn({ server }: Desk): number {
  return server.requests.filter(({ method }) => method !== "GET").length;
}

/** The lines of lenses, from 0, and their titles. */
async function lensesOf({ session, uri }: Desk): Promise<[number, string][]> {
  const lenses = await session.ask("textDocument/codeLens", uri);
  return lenses.map((it: any) => [it.range.start.line, it.command.title]);
}
