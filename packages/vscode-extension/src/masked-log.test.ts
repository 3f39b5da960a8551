import type { LogOutputChannel } from "vscode";
import { expect, test } from "vitest";
import { createMaskedLog } from "./masked-log.ts";

const KEY = "CANARY-k3y-51f0c2";
const TEXT = `cannot push to rtmp://a.example.net/live2/${KEY}: passphrase=${KEY}`;

/** A channel that keeps what is written to it. */
function createChannel(): { channel: LogOutputChannel; written: string[] } {
  const written: string[] = [];
  const write = (...parts: unknown[]) => written.push(parts.join(" "));
  const channel = {
    name: "restream-lint",
    logLevel: 1,
    ...Object.fromEntries(
      ["trace", "debug", "info", "warn", "error", "append", "appendLine", "replace"].map((it) => [
        it,
        write,
      ]),
    ),
  };
  return { channel: channel as unknown as LogOutputChannel, written };
}

test("hides what is secret, however it is written", () => {
  const { channel, written } = createChannel();
  const log = createMaskedLog(channel);
  log.debug("failed:", TEXT);
  log.info(TEXT, { uri: TEXT });
  log.warn(TEXT);
  log.error(new Error(TEXT), TEXT);
  log.failed(new Error(TEXT));
  log.append(TEXT);
  log.appendLine(TEXT);
  log.replace(TEXT);
  expect(written).toHaveLength(8);
  for (const line of written) {
    expect(line).not.toContain(KEY);
    expect(line).toContain("cannot push to rtmp://a.example.net/live2/***");
  }
});

test("shows of the protocol what is asked, and nothing of what is said", () => {
  const { channel, written } = createChannel();
  const log = createMaskedLog(channel);
  const params = { text: KEY };
  log.trace(`Sending notification 'textDocument/didOpen'.\nParams: ${JSON.stringify(params)}`);
  const message = { jsonrpc: "2.0", method: "textDocument/didOpen", params };
  log.trace(
    JSON.stringify({ isLSPMessage: true, type: "send-notification", message, timestamp: 1 }),
  );
  log.trace(
    JSON.stringify({ isLSPMessage: true, type: "receive-response", message: { result: KEY } }),
  );
  expect(written).toEqual([
    "Sending notification 'textDocument/didOpen'.",
    "send-notification textDocument/didOpen",
    "receive-response",
  ]);
});
