import { fstatSync, writeSync } from "node:fs";
import { UsageError } from "./errors.ts";
import { type Ask, EXIT, type Io, type Output } from "./io.ts";
import { reasonOf } from "./reason-of.ts";

/** The real process. */
export function createIo(): Io {
  const stdout = createOutput(1, () => process.stdout);
  const stderr = createOutput(2, () => process.stderr);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    room: stdout.room,
    stdin: () => process.stdin as AsyncIterable<Uint8Array>,
    get ask(): Ask | undefined {
      if (!isDevice(0) || !process.stdin.isTTY || !stderr.isTTY) return undefined;
      return async (question, { isHidden, signal }) => {
        const { ask } = await import("./ask.ts");
        return ask(question, isHidden, signal, process.stdin, stderr);
      };
    },
    fetch: async (uri, init) => fetch(uri, init),
    now: Date.now,
    wait: async (ms, signal) => (await import("./wait.ts")).wait(ms, signal),
    onInterrupt(listener, lastWords) {
      let first: number | undefined;
      const interrupt = (): void => {
        first ??= performance.now();
        // Under npx, one Ctrl-C comes twice: from the terminal, and from npx.
        if (performance.now() - first < SAME_INTERRUPT_MS) listener();
        else endAt(lastWords());
      };
      process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
      // One closed terminal may say so twice: by its shell, and by the kernel.
      process.on("SIGHUP", listener);
    },
  };
}

/** Nobody types Ctrl-C twice in less. */
const SAME_INTERRUPT_MS = 100;

/** Nothing may keep it from ending: neither a pipe that is full, nor a terminal that is gone. */
function endAt(lastWords: string): never {
  try {
    writeSync(2, lastWords);
  } finally {
    process.exit(EXIT.interrupted);
  }
}

/** A terminal is written to by Node's stream; pipes and files directly, since opening a stream costs a tenth of a start. */
function createOutput(
  descriptor: number,
  open: () => NodeJS.WriteStream,
): Output & Pick<Io, "room"> {
  let stream: NodeJS.WriteStream | undefined;
  let isLeft = false;
  return {
    write(text) {
      // Once the stream has taken over, all goes through it, in its order.
      if (stream || isDevice(descriptor)) writeToStream(text);
      else if (!writeAll(descriptor, Buffer.from(text), opened)) isLeft = true;
    },
    async room() {
      const full = stream;
      if (full?.writableNeedDrain && !full.destroyed) {
        await new Promise<unknown>((resolve) => {
          for (const event of ["drain", "error", "close"]) full.once(event, resolve);
        });
      }
      return !isLeft;
    },
    get isTTY() {
      return isDevice(descriptor) && opened().isTTY;
    },
    get columns() {
      return isDevice(descriptor) ? opened().columns : undefined;
    },
  };

  function opened(): NodeJS.WriteStream {
    stream ??= open().on("error", (error) => {
      isLeft = true;
      if (!isGone(error) && !isHungUp(error)) giveUp(unwritable(error));
    });
    return stream;
  }

  function writeToStream(text: string): void {
    try {
      opened().write(text);
    } catch (error) {
      // Where a terminal went before it was opened, Node takes it for a file, and throws.
      if (!isHungUp(error)) throw error;
    }
  }
}

/**
 * Writes to a pipe or a file; what a pipe has no room for is left to Node's stream, which waits. Answers whether somebody
 * may still read it.
 */
function writeAll(descriptor: number, bytes: Buffer, opened: () => NodeJS.WriteStream): boolean {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") opened().write(bytes.subarray(written));
    else if (isGone(error)) return false;
    else throw unwritable(error);
  }
  return true;
}

/** A stream fails when nobody is there any more to catch it. */
function giveUp({ message }: UsageError): never {
  writeSync(2, `restream-lint: ${message}\n`);
  process.exit(EXIT.usage);
}

/** A full disk, for one: nothing that a person has to see a stack trace of. */
function unwritable(error: unknown): UsageError {
  return new UsageError(`the output cannot be written: ${reasonOf(error)}`, { cause: error });
}

/** A reader that has gone away (`| head`) is no error. */
function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EPIPE";
}

/** A terminal that was closed takes nothing any more. Of a file, the same code is a broken disk. */
function isHungUp(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EIO";
}

function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}
