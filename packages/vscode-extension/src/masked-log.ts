import { maskText } from "@restream-lint/core";
import type { LogOutputChannel } from "vscode";

/** An output channel that repeats no secret. */
export type MaskedLog = LogOutputChannel;

/**
 * Makes an output channel that hides stream keys, passphrases and whatever else is secret in what is written to it.
 * Of the protocol it shows the names of the messages only: what they hold is people's whole documents.
 */
export function createMaskedLog(channel: LogOutputChannel): MaskedLog {
  const { name } = channel;
  return {
    name,
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    trace: (message) => channel.trace(maskText(firstLineOf(message))),
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

function firstLineOf(text: string): string {
  return text.split("\n", 1).join("");
}
