import type { Io, Output } from "./io.ts";

/** The real process. A reader that has gone away (`| head`) is no error. */
export function createIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(() => process.stdout),
    stderr: outputOf(() => process.stderr),
    async readStdin() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
  };
}

/** A stream is opened when it is first used: that costs a millisecond or two of a start. */
function outputOf(open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    stream ??= open().on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
    return stream;
  };
  return {
    write: (text) => void opened().write(text),
    get isTTY() {
      return opened().isTTY === true;
    },
    get columns() {
      return opened().columns;
    },
  };
}
