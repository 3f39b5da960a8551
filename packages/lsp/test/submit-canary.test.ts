import { parseDocument, rules, valueOf } from "@restream-lint/core";
import {
  DOCUMENTS,
  FAULTS,
  type Fault,
  folderWith,
  isShown,
  type Operation,
  type Shape,
  SHAPES,
  telling,
  URIS,
} from "@restream-lint/testkit";
import { describe, expect, onTestFinished, test } from "vitest";
import { COMMANDS, PLAN, type PlanAnswer, SUBMIT } from "../src/protocol.ts";
import { NODE_HOST } from "../src/node-host.ts";
import { type Session, type Start, startSession } from "./session.ts";
import { uriOf } from "./start-in.ts";
import { accountAt, submittingWith } from "./submit-in.ts";

// Whatever is planned and submitted, and whatever the API answers, no secret comes back, and no token.

const shapes = Object.keys(SHAPES) as Shape[];
const URI = "file:///shows/restreams.yaml";
/** With these, what is wrong with a URI keeps nobody from submitting it. */
const LENIENT = { rules: Object.fromEntries(rules.map(({ id }) => [id, "off"])) };
const CLEAN = "rtmp://clean.acme.net/live/x";

async function lenient(start: Start = {}): Promise<Session> {
  const configuration = () => LENIENT;
  const session = await startSession({ submitting: submittingWith(), configuration, ...start });
  onTestFinished(session.end);
  return session;
}

/** Plans a document, submits that where it can be, and looks at what stands beside it then. */
async function said(session: Session, uri: string, account: object): Promise<PlanAnswer> {
  const planned: PlanAnswer = await session.ask(PLAN, uri, { account });
  await session.pull(uri);
  if (planned.kind === "planned") {
    const consent = { saved: planned.saved, allowLive: true, progress: "p" };
    await session.ask(SUBMIT, uri, { account, ...consent });
    await session.pull(uri);
  }
  await session.ask("textDocument/codeLens", uri);
  return planned;
}

describe.each(shapes)("a secret that is %s", (shape) => {
  const secret = SHAPES[shape];
  const uris = Object.entries(URIS).flatMap(([place, uriOfSecret]) =>
    isShown(place, shape) ? [] : [{ uri: uriOfSecret(secret), other: uriOfSecret(`${secret}q`) }],
  );

  test("of a document, of a variable, or of the API", async () => {
    const variables = uris.map(({ uri }, index) => `V${index}='${uri.replaceAll("'", "")}'\n`);
    const folder = folderWith({ ".env": variables.join("") });
    const restreams = uris.flatMap(({ other }, index) => [
      { id: 1000 + index, name: "n", stream_id: 20, uri: other, live: index % 2 === 0 },
      { id: 3000 + index, name: "n", stream_id: 20, uri: CLEAN },
    ]);
    const { account } = await accountAt({ restreams });
    const session = await lenient({
      host: NODE_HOST,
      params: { workspaceFolders: [{ uri: uriOf(folder), name: "shows" }] },
    });
    const filled = { ...account, envFile: uriOf(folder, ".env") };
    const documents = [
      uris.map(({ uri }, index) => ({ id: 1000 + index, name: "n", uri })),
      uris.map((_, index) => ({ id: 3000 + index, name: "n", uri: `\${V${index}}` })),
      uris.map(({ uri }, index) => ({ name: `new ${index}`, stream_id: 20, uri })),
      // These are refused: a stream of nobody's, one of several, one that is not there, no number.
      uris.map(({ uri }, index) => ({ name: `bad ${index}`, stream_id: 21, uri })),
      uris.map(({ uri }) => ({ name: "n", stream_id: 20, uri })),
      uris.map(({ uri }, index) => ({ id: 9000 + index, uri })),
      uris.map((_, index) => ({ stream_id: `\${V${index}}`, active: `\${V${index}}`, uri: CLEAN })),
    ];
    for (const [index, document] of documents.entries()) {
      const uri = `file:///${index}/restreams.json`;
      await session.open(uri, JSON.stringify(document), "json");
      await said(session, uri, filled);
    }
    expect(telling(session.received.join("\n"), shape)).toBeUndefined();
  });
});

test("a secret in a URI that is submitted", async () => {
  const { server, account } = await accountAt();
  const session = await lenient();
  const kinds: string[] = [];
  for (const [index, [place, uriWith]] of Object.entries(URIS).entries()) {
    if (isShown(place, "mixed")) continue;
    const old = { name: "old", stream_id: 20, uri: uriWith(`${SHAPES.mixed}q`) };
    server.change({ restreams: [{ id: 3001, ...old }] });
    const document = [
      { id: 3001, uri: uriWith(SHAPES.mixed) },
      { name: "new", stream_id: 20, uri: uriWith(SHAPES.mixed) },
    ];
    const uri = `file:///${index}/restreams.json`;
    await session.open(uri, JSON.stringify(document), "json");
    kinds.push((await said(session, uri, account)).kind);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }
  expect(kinds.filter((it) => it === "planned").length).toBeGreaterThan(kinds.length / 2);
  expect(telling(session.received.join("\n"), "mixed")).toBeUndefined();
});

test("a secret anywhere in a document", async () => {
  const { account } = await accountAt();
  const session = await lenient({ params: { trace: "verbose" } });
  const found: string[] = [];
  for (const [index, [place, textWith]] of Object.entries(DOCUMENTS).entries()) {
    const [kind, text] = textWith(SHAPES.mixed);
    // A plan without the names of restreams would be none.
    if (isShown(place, "mixed") || namesIn(text).includes(SHAPES.mixed)) continue;
    const uri = `file:///${index}/restreams.${kind}`;
    const before = session.received.length;
    await session.open(uri, text);
    await session.ask(PLAN, uri, { account });
    await session.pull(uri);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    const line = telling(session.received.slice(before).join("\n"), "mixed");
    if (line !== undefined) found.push(`${place}: ${line.slice(0, 400)}`);
  }
  expect(found).toEqual([]);
});

/** What a text calls its restreams, if it is one of restreams. */
function namesIn(text: string): string {
  const values = parseDocument(text).restreams.map(({ node }) => valueOf(node, "name"));
  return values.map((it) => (it?.kind === "scalar" ? String(it.value) : "")).join("\n");
}

// The token, what streams answer and what is sent are of one shape: what faults repeat of them would show.
const TEXT = `restreams:
  - { id: 3001, stream_id: 20, uri: "rtmp://a.acme.net/live/${SHAPES.mixed}" }
  - { name: new, stream_id: 20, uri: "srt://b.acme.net:9000?mode=caller&passphrase=${SHAPES.mixed}" }
`;
const OPERATIONS: readonly (Operation | undefined)[] = [
  undefined,
  "GET /streaming/streams",
  "POST /streaming/restreams",
  "PATCH /streaming/restreams/{restream_id}",
];

// Those that stall end with the clock, and say nothing.
const SAYING = Object.entries<Fault>(FAULTS).filter(([, { kind }]) => kind !== "stalled");

test.each(SAYING)("an API that misbehaves: %s", async (_, fault) => {
  const { server, account } = await accountAt({
    restreams: [{ id: 3001, stream_id: 20, uri: `rtmp://a.acme.net/live/x${SHAPES.mixed}` }],
  });
  const session = await lenient();
  await session.open(URI, TEXT);
  for (const on of OPERATIONS) {
    server.misbehave([{ ...(on && { on }), fault }]);
    await said(session, URI, account);
  }
  expect(telling(session.received.join("\n"), "mixed")).toBeUndefined();
});

test("an API that repeats what it was told, in what it refuses", async () => {
  const { server, account } = await accountAt();
  const session = await lenient();
  await session.open(URI, TEXT.replace("id: 3001, ", ""));
  const repeated = [SHAPES.mixed, server.token, "Xq7Canary9Z is invalid"];
  const text = JSON.stringify({ errors: { uri: repeated, [SHAPES.mixed]: repeated } });
  server.misbehave([
    { on: "POST /streaming/restreams", fault: { kind: "body", acts: false, text } },
  ]);
  await said(session, URI, account);
  expect(telling(session.received.join("\n"), "mixed")).toBeUndefined();
});

test("commands say none, either", async () => {
  const { server } = await accountAt();
  const variables: Readonly<Record<string, string>> = {
    GCORE_API_KEY: server.token,
    GCORE_BASE_URL: server.url,
  };
  const asked: string[] = [];
  const session = await lenient({
    submitting: submittingWith({
      variable: (name) => variables[name],
      placeholders: () => (name) => (name === "KEY" ? SHAPES.mixed : undefined),
    }),
    answering: {
      "window/showMessageRequest": ({ message, actions }) => {
        asked.push(message);
        return actions[1];
      },
    },
  });
  await session.open(URI, TEXT.replace("id: 3001, ", "").replace(SHAPES.mixed, "${KEY}"));
  for (const command of Object.values(COMMANDS)) {
    await session.client.sendRequest("workspace/executeCommand", { command, arguments: [URI] });
    await session.next("window/showMessage");
  }
  expect(asked).toHaveLength(1);
  expect(server.state.restreams).toHaveLength(2);
  expect(telling(session.received.join("\n"), "mixed")).toBeUndefined();
});
