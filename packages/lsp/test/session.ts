import { PassThrough } from "node:stream";
import type { Diagnostic } from "vscode-languageserver";
import { createConnection } from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  Message,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type Host, NO_FILES } from "../src/host.ts";
import { startServer } from "../src/server.ts";
import type { Submitting } from "../src/submit/submitting.ts";
import { TERSE } from "../src/terse-console.ts";
import { EVERYTHING } from "./clients.ts";

/** A client that speaks with a server of its own, over the wire. */
export interface Session {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Every message from the server, as JSON, in order. */
  readonly received: readonly string[];
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  readonly change: (
    uri: string,
    version: number,
    contentChanges: readonly unknown[],
  ) => Promise<void>;
  /** What the server answers to a request about a text. */
  readonly ask: (method: string, uri: string, params?: object) => Promise<any>;
  /** The diagnostics of a document, pulled. */
  readonly pull: (uri: string) => Promise<Diagnostic[]>;
  /** What the server says next by a notification or a request, if it fits; each is answered once. */
  readonly next: (method: string, fits?: (params: any) => boolean) => Promise<any>;
  /** The next diagnostics of a document that are pushed with this version. */
  readonly pushed: (uri: string, version?: number) => Promise<PublishDiagnosticsParams>;
  /** Puts bytes on the wire that no client would. */
  readonly raw: (bytes: string) => void;
  readonly end: () => void;
}

export interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly params?: Partial<InitializeParams>;
  readonly host?: Host;
  /** Whether to initialize it: so it is unless said otherwise. */
  readonly isInitialized?: boolean;
  /** What the client is set to, for a URI. */
  readonly configuration?: (scopeUri: string) => unknown;
  /** What the client answers to requests of our own, by their methods. */
  readonly answering?: Readonly<Record<string, (params: any) => unknown>>;
  /** How it submits documents: not at all, unless said. */
  readonly submitting?: Submitting;
}

/** Starts a server in this process, and initializes it. */
export async function startSession({
  capabilities = EVERYTHING,
  params = {},
  host = NO_FILES,
  isInitialized = true,
  configuration = () => null,
  answering = {},
  submitting,
}: Start = {}): Promise<Session> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(
    TERSE,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(connection, host, "0.0.0", submitting);

  const received: string[] = [];
  const unheard: { readonly method: string; readonly params: any }[] = [];
  const waiting = new Set<() => void>();
  const client = createProtocolConnection(
    heard(new StreamMessageReader(down), (message) => {
      received.push(JSON.stringify(message));
      if (!Message.isRequest(message) && !Message.isNotification(message)) return;
      unheard.push({ method: message.method, params: message.params });
      for (const wake of waiting) wake();
    }),
    new StreamMessageWriter(up),
  );
  client.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
    Promise.all(items.map(({ scopeUri }) => configuration(scopeUri))),
  );
  for (const method of ACCEPTED) client.onRequest(method, () => null);
  for (const [method, answer] of Object.entries(answering)) client.onRequest(method, answer);
  client.listen();
  const initialized: InitializeResult = isInitialized ? await initialize() : { capabilities: {} };

  return {
    client,
    initialized,
    received,
    open: (uri, text, languageId = "yaml") =>
      client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, contentChanges) =>
      client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges,
      }),
    ask,
    pull: async (uri) => (await ask("textDocument/diagnostic", uri)).items,
    next,
    pushed: (uri, version) =>
      next("textDocument/publishDiagnostics", (it) => it.uri === uri && it.version === version),
    raw: (bytes) => void up.write(bytes),
    end: () => {
      client.dispose();
      connection.dispose();
    },
  };

  async function initialize(): Promise<InitializeResult> {
    const all = { processId: null, rootUri: null, capabilities, ...params };
    const result: InitializeResult = await client.sendRequest("initialize", all);
    await client.sendNotification("initialized", {});
    return result;
  }

  function ask(method: string, uri: string, more: object = {}): Promise<any> {
    return client.sendRequest(method, { textDocument: { uri }, ...more });
  }

  async function next(method: string, fits: (params: any) => boolean = () => true): Promise<any> {
    for (;;) {
      const index = unheard.findIndex((it) => it.method === method && fits(it.params));
      const [found] = index === -1 ? [] : unheard.splice(index, 1);
      if (found) return found.params;
      await new Promise<void>((wake) => waiting.add(wake));
    }
  }
}

/** What a server may ask of a client. */
const ACCEPTED = [
  "client/registerCapability",
  "window/workDoneProgress/create",
  "workspace/codeLens/refresh",
  "workspace/diagnostic/refresh",
  "workspace/inlayHint/refresh",
  "workspace/semanticTokens/refresh",
];

/** A reader that somebody listens in on. */
function heard(
  reader: StreamMessageReader,
  onMessage: (message: Message) => void,
): StreamMessageReader {
  const listen = reader.listen.bind(reader);
  reader.listen = (callback) =>
    listen((message) => {
      onMessage(message);
      callback(message);
    });
  return reader;
}
