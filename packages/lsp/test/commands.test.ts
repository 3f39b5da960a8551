import { createGate, folderWith } from "@restream-lint/testkit";
import { expect, onTestFinished, test } from "vitest";
import { ErrorCodes, MessageType } from "vscode-languageserver-protocol";
import { COMMANDS } from "../src/protocol.ts";
import type { Environment } from "../src/submit/environment.ts";
import { EVERYTHING, PUSHED } from "./clients.ts";
import { type Session, type Start, startSession } from "./session.ts";
import { accountAt, submittingWith } from "./submit-in.ts";

// Clients without commands of their own: the server runs them, with the account of its environment.

const URI = "file:///shows/restreams.yaml";
const TEXT =
  "restreams:\n  - name: main\n    stream_id: 20\n    uri: rtmp://main.acme.net/live/${KEY}\n";
const OTHER = "file:///other/restreams.yaml";
const ASK = "window/showMessageRequest";
const SHOW = "window/showMessage";

interface Told {
  readonly server: Awaited<ReturnType<typeof accountAt>>["server"];
  readonly session: Session;
  /** What a person was asked. */
  readonly asked: { readonly message: string; readonly titles: readonly string[] }[];
  readonly run: (command: string, ...given: unknown[]) => Promise<unknown>;
  /** What a person is told next. */
  readonly told: () => Promise<{ type: number; message: string }>;
}

/** A client whose person answers like this, with a document open. */
async function commanding(
  answer: (titles: readonly string[]) => unknown = () => null,
  {
    text = TEXT,
    api = {},
    environment = {},
    start = {},
  }: {
    readonly text?: string;
    readonly api?: Parameters<typeof accountAt>[0];
    readonly environment?: Partial<Environment> & { readonly token?: string };
    readonly start?: Start;
  } = {},
): Promise<Told> {
  const { server } = await accountAt(api);
  const variables: Readonly<Record<string, string>> = {
    GCORE_API_KEY: environment.token ?? server.token,
    GCORE_BASE_URL: server.url,
  };
  const asked: { message: string; titles: string[] }[] = [];
  const session = await startSession({
    submitting: submittingWith({
      variable: (name) => variables[name],
      placeholders: () => (name) => (name === "KEY" ? "night-owl-7" : undefined),
      ...environment,
    }),
    ...start,
    answering: {
      [ASK]: ({ message, actions }) => {
        const titles = actions.map(({ title }: any) => title);
        asked.push({ message, titles });
        return answer(titles);
      },
    },
  });
  onTestFinished(session.end);
  await session.open(URI, text);
  return {
    server,
    session,
    asked,
    run: (command, ...given) =>
      session.client.sendRequest("workspace/executeCommand", { command, arguments: given }),
    told: () => session.next(SHOW),
  };
}

const title = (wanted: string) => (titles: readonly string[]) =>
  titles.includes(wanted) ? { title: wanted } : null;

test("a plan is shown, and nothing is changed or asked", async () => {
  const { server, asked, run, told } = await commanding();
  expect(await run(COMMANDS.plan, URI)).toBeNull();
  expect(await told()).toEqual({
    type: MessageType.Info,
    message: `+ create "main", stream 20, restreams.yaml:2
    name: main
    stream_id: 20
    uri: rtmp://main.acme.net/live/\${KEY}

Plan: 1 to create, 0 to change, 0 to delete, 0 unchanged.`,
  });
  expect(asked).toEqual([]);
  expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("submitting shows the plan, asks, shows how it goes, and what came of it", async () => {
  const { server, session, asked, run, told } = await commanding(title("Submit"));
  await run(COMMANDS.submit, URI);
  expect(await told()).toEqual({ type: MessageType.Info, message: "Done: 1 created." });
  expect(asked).toHaveLength(1);
  // Some editors take the first for what is meant.
  expect(asked[0]?.titles).toEqual(["Cancel", "Submit"]);
  expect(asked[0]?.message).toMatch(/^\+ create "main"/);
  expect(asked[0]?.message.split("\n").at(-1)).toBe(`Submit this to ${new URL(server.url).host}?`);
  expect(server.state.restreams).toMatchObject([{ uri: "rtmp://main.acme.net/live/night-owl-7" }]);
  const shown = session.received
    .map((it) => JSON.parse(it))
    .flatMap(({ method, params }) => (method === "$/progress" ? [params.value] : []));
  expect(shown).toEqual([
    { kind: "begin", title: "Planning restreams", percentage: 0, cancellable: true },
    { kind: "end" },
    { kind: "begin", title: "Submitting restreams", percentage: 0, cancellable: true },
    {
      kind: "report",
      percentage: 100,
      message: 'created "main", stream 20, restreams.yaml:2',
    },
    { kind: "end" },
  ]);
  const lenses = await session.ask("textDocument/codeLens", URI);
  expect(lenses.map((it: any) => it.command.title)).toEqual([
    "1 target",
    "Plan",
    "Submit…",
    "created",
  ]);
  // There is nothing to agree to.
  await run(COMMANDS.submit, URI);
  expect((await told()).message).toBe("Nothing to change: 1 unchanged.");
  expect(asked).toHaveLength(1);
  expect(session.received.join("\n")).not.toMatch(/owl|29841|Canary/);
});

test.each([
  ["no answer", () => null],
  ["Cancel", () => ({ title: "Cancel" })],
  ["another word", () => ({ title: "submit" })],
  ["nonsense", () => "Submit"],
  ["a list", () => [{ title: "Submit" }]],
])("nothing is sent without the exact answer: %s", async (_, answer) => {
  const { server, run, told } = await commanding(answer);
  await run(COMMANDS.submit, URI);
  expect(await told()).toEqual({ type: MessageType.Info, message: "Nothing was submitted." });
  expect(server.state.restreams).toEqual([]);
});

test("a client that cannot ask is told of another way", async () => {
  const { server, run, told } = await commanding(() => {
    throw new Error("no");
  });
  await run(COMMANDS.submit, URI);
  expect((await told()).message).toContain("`restream-lint submit` in a shell does");
  expect(server.state.restreams).toEqual([]);
});

test("what is on air needs an answer of its own", async () => {
  const old = { name: "main", stream_id: 20, uri: "rtmp://main.acme.net/live/x", live: true };
  const { server, asked, run, told } = await commanding(title("Submit, also on air"), {
    api: { restreams: [old] },
  });
  await run(COMMANDS.submit, URI);
  expect((await told()).message).toBe("Done: 1 changed.");
  expect(asked[0]?.titles).toEqual(["Cancel", "Submit, also on air"]);
  expect(asked[0]?.message).toContain(
    "1 restream would be changed while on air: viewers may see the push break off.",
  );
  expect(server.state.restreams[0]?.uri).toBe("rtmp://main.acme.net/live/night-owl-7");
});

test("what is edited while a person decides is not sent", async () => {
  const { server, session, run, told } = await commanding(async (titles) => {
    await session.change(URI, 2, [{ text: TEXT.replace("live/", "other/") }]);
    return title("Submit")(titles);
  });
  await run(COMMANDS.submit, URI);
  expect(await told()).toEqual({
    type: MessageType.Error,
    message: expect.stringContaining("something has moved since"),
  });
  expect(server.state.restreams).toEqual([]);
});

test("a person may cancel it where they see how it goes", async () => {
  const items = Array.from(
    { length: 6 },
    (_, n) => `  - { name: n${n}, stream_id: 20, uri: "rtmp://h${n}.acme.net/app/\${KEY}" }\n`,
  );
  const text = `restreams:\n${items.join("")}`;
  const { server, session, run, told } = await commanding(title("Submit"), { text });
  const gate = createGate();
  server.misbehave([
    { on: "POST /streaming/restreams", fault: { kind: "held", acts: false, gate } },
  ]);
  await run(COMMANDS.submit, URI);
  const { token } = await session.next(
    "$/progress",
    ({ value }) => value.title === "Submitting restreams",
  );
  await gate.arrived(4);
  await session.client.sendNotification("window/workDoneProgress/cancel", { token });
  await session.pull(URI);
  gate.open();
  expect(await told()).toEqual({
    type: MessageType.Warning,
    message: expect.stringMatching(/^Interrupted: 4 created, 2 not begun\. Submit again/),
  });
});

test("a client that shows no progress", async () => {
  const { run, told } = await commanding(title("Submit"), {
    start: { capabilities: { ...EVERYTHING, window: {} } },
  });
  await run(COMMANDS.submit, URI);
  expect((await told()).message).toBe("Done: 1 created.");
});

test("without an argument it is the only open document", async () => {
  const { session, run, told } = await commanding();
  await session.open("file:///shows/.restream-lint.yaml", "extends: strict\n");
  await session.open("git:/shows/restreams.yaml?HEAD", TEXT);
  await run(COMMANDS.plan);
  expect((await told()).message).toMatch(/^\+ create/);
  await session.open(OTHER, TEXT);
  await run(COMMANDS.plan);
  expect((await told()).message).toContain("Several restream documents are open");
  await run(COMMANDS.plan, OTHER);
  expect((await told()).message).toMatch(/^\+ create/);
  for (const uri of [URI, OTHER])
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await run(COMMANDS.plan);
  expect((await told()).message).toContain("open one, and try again");
});

test.each([
  ["restream-lint.delete", [URI]],
  ["", []],
  [7, []],
  [undefined, []],
  ["restream-lint.submit", [7]],
  ["restream-lint.plan", [null]],
  ["restream-lint.plan", [{ uri: URI }]],
])("no command: %j with %j", async (command, given) => {
  const { session } = await commanding();
  const params = { command, arguments: given };
  const asked = session.client.sendRequest("workspace/executeCommand", params);
  await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
});

test.each([[undefined], [null], [URI]])("arguments that are %j are none", async (given) => {
  const { session, told } = await commanding();
  const params = { command: COMMANDS.plan, arguments: given };
  await session.client.sendRequest("workspace/executeCommand", params);
  expect((await told()).message).toMatch(/^\+ create/);
});

test("a long plan is cut, and what counts it is not", async () => {
  const items = Array.from(
    { length: 100 },
    (_, n) => `  - { name: n${n}, stream_id: 20, uri: "rtmp://h${n}.acme.net/app/\${KEY}" }\n`,
  );
  const { run, told } = await commanding(undefined, { text: `restreams:\n${items.join("")}` });
  await run(COMMANDS.plan, URI);
  const lines = (await told()).message.split("\n");
  // Four lines for each, an empty one, and the one that counts.
  expect(lines).toHaveLength(40);
  expect(lines.slice(-2)).toEqual([
    "… 363 lines more",
    "Plan: 100 to create, 0 to change, 0 to delete, 0 unchanged.",
  ]);
});

test.each([
  ["no token", { token: "" }, "set it as GCORE_API_KEY"],
  ["a wrong token", { token: "1234$other" }, "token"],
  [
    "a base URI that cannot be used",
    { variable: (name: string) => (name === "GCORE_BASE_URL" ? "http://acme.net" : "t") },
    "GCORE_BASE_URL: The base URI must begin with `https://`",
  ],
  [
    "an env file that cannot be read",
    { placeholders: () => "show.env: line 2 must be NAME=value." },
    "show.env: line 2 must be NAME=value. Placeholders are filled in from",
  ],
  [
    "nothing to fill in from",
    { placeholders: () => undefined },
    "1 restream is refused: nothing is sent before that is settled. Placeholders are filled in from what the editor starts the server with: `restream-lint lsp --env`",
  ],
])("%s", async (_, environment, expected) => {
  const { server, asked, run, told } = await commanding(title("Submit"), { environment });
  for (const command of Object.values(COMMANDS)) {
    await run(command, URI);
    const message = expect.stringContaining(expected);
    expect(await told()).toEqual({ type: MessageType.Error, message });
  }
  expect(asked).toEqual([]);
  expect(server.state.restreams).toEqual([]);
});

test("what fails in the server is told, and logged without its words", async () => {
  const { session, run, told } = await commanding(undefined, {
    environment: {
      placeholders: () => {
        throw new Error("s3cr3t");
      },
    },
  });
  await run(COMMANDS.plan, URI);
  expect((await told()).message).toBe("restream-lint failed at this command.");
  expect(session.received.join("\n")).not.toContain("s3cr3t");
});

test("what is to be filled in is asked for each time", async () => {
  const keys = ["night-owl-7", "albatross-9"];
  const { run, told } = await commanding(title("Submit"), {
    environment: {
      placeholders: () => {
        const key = keys.shift() ?? "none-left";
        return (name) => (name === "KEY" ? key : undefined);
      },
    },
  });
  // Planned with one, agreed to, and then it is another one.
  await run(COMMANDS.submit, URI);
  expect((await told()).message).toContain("or a variable does: uri.");
});

test("a client that is sent diagnostics is sent what was refused, too", async () => {
  const { session, run, told } = await commanding(title("Submit"), {
    api: { foreignStreams: [20] },
    start: { capabilities: PUSHED },
  });
  expect((await session.pushed(URI, 1)).diagnostics).toEqual([]);
  await run(COMMANDS.submit, URI);
  expect((await told()).type).toBe(MessageType.Warning);
  const [refused, ...others] = (await session.pushed(URI, 1)).diagnostics;
  expect(refused).toMatchObject({ source: "Gcore", range: { start: { line: 2, character: 15 } } });
  expect(others).toEqual([]);
  await session.change(URI, 2, [{ text: TEXT.replace("20", "21") }]);
  expect((await session.pushed(URI, 2)).diagnostics).toEqual([]);
});

test("a client that pulls is asked to look again, for diagnostics and lenses", async () => {
  const { session, run, told } = await commanding(title("Submit"), {
    api: { foreignStreams: [20] },
  });
  const refreshes = () =>
    session.received.filter((it) => /"workspace\/(?:diagnostic|codeLens)\/refresh"/.test(it));
  await session.pull(URI);
  const before = refreshes().length;
  await run(COMMANDS.submit, URI);
  await told();
  expect(refreshes().slice(before)).toEqual([
    expect.stringContaining("diagnostic"),
    expect.stringContaining("codeLens"),
  ]);
});

test.each([
  ["a network, and an environment", { environment: true, submits: false }, true, true],
  ["commands of its own", { environment: true, submits: true }, false, true],
  ["no environment", { environment: false, submits: false }, false, false],
  ["commands of its own alone", { environment: false, submits: true }, false, true],
  ["commands of its own, and no network", { environment: undefined, submits: true }, false, false],
  ["no network", { environment: undefined, submits: false }, false, false],
])("who runs commands, with %s", async (_, { environment, submits }, isServers, hasLenses) => {
  const given: Environment = { variable: () => undefined, placeholders: () => undefined };
  const submitting =
    environment === undefined
      ? {}
      : { submitting: submittingWith(environment ? given : undefined) };
  const capabilities = { ...EVERYTHING, experimental: { "restream-lint": { submits } } };
  const session = await startSession({ capabilities, ...submitting });
  onTestFinished(session.end);
  expect(session.initialized.capabilities.executeCommandProvider).toEqual(
    isServers ? { commands: ["restream-lint.plan", "restream-lint.submit"] } : undefined,
  );
  await session.open(URI, TEXT);
  const lenses = await session.ask("textDocument/codeLens", URI);
  const named = lenses.flatMap(({ command }: any) => (command.command ? [command] : []));
  expect(named.map(({ command, arguments: [uri] }: any) => [command, uri])).toEqual(
    hasLenses ? Object.values(COMMANDS).map((it) => [it, URI]) : [],
  );
  // What an editor shows of another time is not to be submitted.
  const copy = `git:${folderWith({})}/restreams.yaml?HEAD`;
  await session.open(copy, TEXT);
  expect(JSON.stringify(await session.ask("textDocument/codeLens", copy))).not.toContain("Plan");
  if (!isServers) {
    const params = { command: COMMANDS.plan, arguments: [URI] };
    await expect(session.client.sendRequest("workspace/executeCommand", params)).rejects.toThrow(
      /no such command|Unhandled/,
    );
  }
});
