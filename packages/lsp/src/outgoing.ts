import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  InlayHintRefreshRequest,
  type MessageType,
  type PublishDiagnosticsParams,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
} from "vscode-languageserver";
import { type Client, REFRESHABLE } from "./client.ts";
import { SECTION } from "./configuration.ts";

/** What the server says and asks of its own accord. A client that refuses, or has gone away, does without. */
export interface Outgoing {
  readonly publish: (params: PublishDiagnosticsParams) => void;
  /** For a person to see, who need not answer. */
  readonly tell: (type: MessageType, message: string) => void;
  /** That something of ours failed, and where: for the client's log. */
  readonly failed: (error: unknown) => void;
  /** Asks to be told of what changes outside of the open texts, where a client wants to be asked. */
  readonly register: (client: Client) => void;
  /** Whatever a client has asked for, it may ask for again. */
  readonly refresh: (client: Client) => void;
}

/** Makes what a server says on a connection. */
export function createOutgoing(connection: Connection): Outgoing {
  return {
    publish: (params) => quietly(() => connection.sendDiagnostics(params)),
    tell: (type, message) =>
      quietly(() => connection.sendNotification(ShowMessageNotification.type, { type, message })),
    failed: (error) =>
      quietly(async () => connection.console.error(`restream-lint failed: ${tracesOf(error)}`)),
    register: ({ registersConfiguration, registersWatchers }) => {
      const { client } = connection;
      if (registersConfiguration)
        quietly(() =>
          client.register(DidChangeConfigurationNotification.type, { section: SECTION }),
        );
      if (registersWatchers)
        quietly(() =>
          client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED }),
        );
    },
    refresh: ({ refreshes }) => {
      for (const it of REFRESHABLE)
        if (refreshes[it]) quietly(() => connection.sendRequest(REFRESHES[it]));
    },
  };
}

/** Any document may be one whose name only the settings know. */
const WATCHED = [{ globPattern: "**/*.{yaml,yml,json,jsonc}" }];

const REFRESHES = {
  diagnostics: DiagnosticRefreshRequest.type,
  codeLens: CodeLensRefreshRequest.type,
  inlayHint: InlayHintRefreshRequest.type,
  semanticTokens: SemanticTokensRefreshRequest.type,
} as const;

/** Sends what a client that has gone away need not hear. */
export function quietly(send: () => Promise<unknown>): void {
  // A connection that has ended throws at once.
  const sent = async () => send();
  sent().catch(() => undefined);
}

/** What kind of error it is, and where: its message may repeat what a document says. */
function tracesOf(error: unknown): string {
  if (!(error instanceof Error)) return "something was thrown that is no error";
  const { message, stack = "" } = error;
  const start = stack.indexOf(message) + message.length;
  const frames = stack
    .slice(start)
    .split("\n")
    .filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames].join("\n");
}
