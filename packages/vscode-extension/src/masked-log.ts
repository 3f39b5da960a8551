import { maskText } from "@restream-lint/core";
import type { LogOutputChannel } from "vscode";

/** An output channel that repeats no secret. */
export interface MaskedLog extends LogOutputChannel {
  /** Writes down what went wrong, whatever was thrown. */
  readonly failed: (this: void, error: unknown) => void;
}

/**
 * Makes an output channel that hides stream keys, passphrases and whatever else is secret in what is written to it.
 * Of the protocol it shows the names of the messages only: what they hold is people's whole documents.
 */
export function createMaskedLog(channel: LogOutputChannel): MaskedLog {
  const { name } = channel;
  return {
    name,
    failed: (error) => channel.error(masked(error, [])),
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    trace: (message) => channel.trace(maskText(nameIn(message))),
    debug: (message, ...more) => channel.debug(masked(message, more)),
    info: (message, ...more) => channel.info(masked(message, more)),
    warn: (message, ...more) => channel.warn(masked(message, more)),
    error: (message, ...more) => channel.error(masked(message, more)),
    append: (text) => channel.append(maskText(text)),
    appendLine: (text) => channel.appendLine(maskText(text)),
    replace: (text) => channel.replace(maskText(text)),
    clear: () => channel.clear(),
    show: (...where: unknown[]) => channel.show(where.includes(true)),
    hide: () => channel.hide(),
    dispose: () => channel.dispose(),
  };
}

function masked(message: unknown, more: readonly unknown[]): string {
  return maskText([message, ...more].map(textOf).join(" "));
}

function textOf(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}

/** The name of a traced message, whether it is written for people or, in one line, for programs. */
function nameIn(message: string): string {
  if (!message.startsWith("{")) return message.split("\n", 1).join("");
  const [, type = "message"] = /"type":"([\w-]+)"/.exec(message) ?? [];
  const [, method = ""] = /"method":"([\w$/-]+)"/.exec(message) ?? [];
  return `${type} ${method}`.trim();
}
