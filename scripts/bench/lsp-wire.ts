import type { Readable, Writable } from "node:stream";
import { StreamMessageReader } from "vscode-languageserver-protocol/node";
import { framed } from "./framed.ts";

/** What servers say, as far as it is read here. */
export interface Said {
  readonly jsonrpc: string;
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: {
    readonly version?: number;
    readonly diagnostics?: readonly unknown[];
    readonly items?: readonly { readonly section?: string }[];
  };
  readonly result?: { readonly items?: readonly unknown[] };
}

/** What was waited for, and the milliseconds from when bytes were written to when the last of it was there. */
export interface Arrival<T> {
  readonly value: T;
  readonly elapsed: number;
}

/** A server's standard streams. To make bytes of messages, and messages of bytes, is no part of a time. */
export interface Wire {
  write(bytes: Buffer): void;
  /** Writes, then waits for the first message of which something can be `read`. One at a time. */
  exchange<T>(bytes: Buffer, read: (said: Said) => T | undefined): Promise<Arrival<T>>;
}

/** What the server asks for is answered by `resultOf`: undefined where it is not known. */
export function createWire(
  input: Writable,
  output: Readable,
  resultOf: (asked: Said) => unknown,
): Wire {
  let heard: (said: Said) => void = () => undefined;
  let broken: (reason: Error) => void = () => undefined;
  let lastBytes = Number.NaN;
  // Before the reader listens, which makes messages of the same bytes.
  output.on("data", () => (lastBytes = performance.now()));
  output.once("close", () => broken(new Error("the server went away")));
  new StreamMessageReader(output).listen((said: Said) => {
    if (said.id !== undefined && said.method !== undefined) answer(said);
    else heard(said);
  });
  return {
    write: (bytes) => void input.write(bytes),
    exchange: (bytes, read) =>
      new Promise((resolve, reject) => {
        broken = reject;
        heard = (said) => {
          const value = read(said);
          if (value !== undefined) resolve({ value, elapsed: lastBytes - start });
        };
        const start = performance.now();
        input.write(bytes);
      }),
  };

  function answer(asked: Said): void {
    const { id, method } = asked;
    const result = resultOf(asked);
    input.write(
      framed(
        result === undefined
          ? { id, error: { code: METHOD_NOT_FOUND, message: method } }
          : { id, result },
      ),
    );
  }
}

const METHOD_NOT_FOUND = -32601;
