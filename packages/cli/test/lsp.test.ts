import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text as allOf } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { createGcoreApi, folderWith } from "@restream-lint/testkit";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { MAIN } from "../../../scripts/bundle.ts";
import { bundleInto } from "./bundled.ts";

// The language server as editors start it: a process, its streams, and how it ends.

const NODES = (process.env["RESTREAM_LINT_NODES"] ?? process.execPath).split(":");
const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/restream-lint-server");
const LISTENER =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";

/** Says how large the space of young objects is when a process ends. */
const PROBE = `process.on("exit", () => {
  const spaces = require("node:v8").getHeapSpaceStatistics();
  const { space_size } = spaces.find((it) => it.space_name === "new_space");
  process.stderr.write("new_space " + space_size + "\\n");
});`;

beforeAll(async () => {
  await bundleInto(FOLDER);
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
}

interface Server {
  readonly process: ChildProcess;
  readonly send: (message: object) => void;
  /** The next message from the server that fits. */
  readonly next: (fits: (message: Message) => boolean) => Promise<Message>;
  /** All that was printed on standard output and was no message. */
  readonly noise: () => string;
  readonly exited: Promise<unknown>;
}

function start(node: string, args: readonly string[] = ["--stdio"], env: object = {}): Server {
  const child = spawn(node, ["--", join(FOLDER, MAIN), "lsp", ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = once(child, "exit").then(([code]) => code);
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  let rest = Buffer.alloc(0);
  child.stdout.on("data", (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(rest.toString("latin1"));
      const end = (head?.[0].length ?? 0) + Number(head?.[1]);
      if (!head || rest.length < end) break;
      messages.push(JSON.parse(rest.subarray(head[0].length, end).toString("utf8")));
      rest = rest.subarray(end);
    }
    for (const wake of waiting) wake();
  });
  return {
    process: child,
    exited,
    noise: () => rest.toString("utf8"),
    send: (message) => {
      const body = JSON.stringify({ jsonrpc: "2.0", ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    },
    next: async (fits) => {
      for (;;) {
        const index = messages.findIndex(fits);
        const [found] = index === -1 ? [] : messages.splice(index, 1);
        if (found) return found;
        await new Promise<void>((wake) => waiting.add(wake));
      }
    },
  };
}

async function initialized(
  node: string,
  args?: readonly string[],
  params = {},
  env?: object,
): Promise<Server> {
  const server = start(node, args, env);
  server.send({
    id: 1,
    method: "initialize",
    params: { processId: null, rootUri: null, capabilities: {}, ...params },
  });
  await server.next(({ id }) => id === 1);
  server.send({ method: "initialized", params: {} });
  return server;
}

describe.each(NODES)("restream-lint lsp under %s", (node) => {
  test.each([[["--stdio"]], [[]], [["--stdio", `--clientProcessId=${process.pid}`]]])(
    "serves with %j, prints nothing else, and ends with 0 after shutdown",
    async (args) => {
      const folder = folderWith({ "restreams.yaml": LISTENER });
      const server = await initialized(node, args);
      const uri = pathToFileURL(join(folder, "restreams.yaml")).href;
      server.send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "yaml", version: 1, text: LISTENER } },
      });
      const { params } = await server.next(
        ({ method }) => method === "textDocument/publishDiagnostics",
      );
      expect(params.diagnostics.map(({ code }: { code: string }) => code)).toEqual([
        "srt-not-caller",
      ]);
      server.send({ id: 2, method: "shutdown" });
      expect(await server.next(({ id }) => id === 2)).toMatchObject({ result: null });
      server.send({ method: "exit" });
      expect(await server.exited).toBe(0);
      expect(server.noise()).toBe("");
    },
  );

  test("ends with 1 at an exit that no shutdown announced", async () => {
    const server = await initialized(node);
    server.send({ method: "exit" });
    expect(await server.exited).toBe(1);
  });

  test("ends with 1 when its editor goes away", async () => {
    const server = await initialized(node);
    server.process.stdin?.end();
    expect(await server.exited).toBe(1);
  });

  test("ends when the process is gone that it was told of", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", "0"]);
    const server = await initialized(node, ["--stdio"], { processId: pid });
    expect(await server.exited).toBe(1);
  });

  test("serves the Node that started it, and ends with it", async () => {
    const child = spawn(node, ["--", join(FOLDER, MAIN), "lsp", "--node-ipc"], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let printed = "";
    child.stdout?.on("data", (bytes) => (printed += bytes));
    const initialize = { processId: null, rootUri: null, capabilities: {} };
    child.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: initialize });
    const [answer] = await once(child, "message");
    expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: "restream-lint" } } });
    child.disconnect();
    expect((await once(child, "exit"))[0]).toBe(1);
    expect(printed).toBe("");
  });

  test("keeps the young generation of its heap small while somebody types", async () => {
    const folder = folderWith({ "probe.cjs": PROBE });
    const env = { NODE_OPTIONS: `--require=${join(folder, "probe.cjs")}` };
    const server = await initialized(node, [], {}, env);
    const stderr = server.process.stderr;
    const said = stderr ? allOf(stderr) : "";
    const uri = "file:///shows/restreams.yaml";
    const [head = "", ...item] = LISTENER.trimEnd().split("\n");
    const lines = [head, ...Array.from({ length: 200 }, () => item).flat(), ""];
    const opened = { uri, languageId: "yaml", version: 1, text: lines.join("\n") };
    server.send({ method: "textDocument/didOpen", params: { textDocument: opened } });
    for (let version = 2; version < 30; version += 1) {
      await server.next(({ method }) => method === "textDocument/publishDiagnostics");
      const place = { line: 2, character: 9 };
      const contentChanges = [{ range: { start: place, end: place }, text: "x" }];
      const textDocument = { uri, version };
      server.send({ method: "textDocument/didChange", params: { textDocument, contentChanges } });
    }
    server.process.stdin?.end();
    const bytes = Number(/new_space (\d+)/.exec(await said)?.[1]);
    // Left alone, it comes to 32 MB and more.
    expect(bytes).toBeLessThanOrEqual(4 * 2 ** 20);
  });

  test("plans with the account of its environment, and reads the env file anew each time", async () => {
    const gcore = await createGcoreApi();
    onTestFinished(gcore.stop);
    const folder = folderWith({ "show.env": "KEY='night-owl-7\n" });
    const file = join(folder, "show.env");
    const env = { GCORE_API_KEY: gcore.token, GCORE_BASE_URL: gcore.url };
    const server = await initialized(node, ["--env-file", file], {}, env);
    const text = "restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/${KEY}\n";
    const uri = "file:///shows/restreams.yaml";
    server.send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
    });
    const said: string[] = [];
    for (const [id, written] of [undefined, "KEY=night-owl-7\n", "OTHER=x\n"].entries()) {
      if (written !== undefined) writeFileSync(file, written);
      const params = { command: "restream-lint.plan", arguments: [uri] };
      server.send({ id: 10 + id, method: "workspace/executeCommand", params });
      const told = await server.next(({ method }) => method === "window/showMessage");
      said.push(told.params.message);
    }
    expect(said).toEqual([
      expect.stringContaining("line 1 must be NAME=value, with its quotes closed."),
      expect.stringContaining("Plan: 1 to create"),
      expect.stringContaining("1 restream is refused"),
    ]);
    expect(said.join("\n")).not.toContain("night-owl");
  });

  test.each([
    [["restreams.yaml"], "lsp takes no paths"],
    [["--node-ipc"], "--node-ipc needs a Node.js"],
    [["--port", "80"], "--port"],
    [["--env-file", "/dev/stdin"], "lsp reads no env file from standard input"],
    [["--env-file", "/dev/fd/0"], "lsp reads no env file from standard input"],
  ])("refuses %j", (args, reason) => {
    const { status, stdout, stderr } = spawnSync(node, ["--", join(FOLDER, MAIN), "lsp", ...args], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
  });
});
