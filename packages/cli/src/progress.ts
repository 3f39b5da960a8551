import type { Io, Output } from "./io.ts";

/** How far long work has come: on a terminal, and only while it lasts. */
export interface Progress {
  /** Is told before each piece of work, and how many there are. */
  readonly step: (total: number) => void;
  /** Leaves nothing of it. */
  readonly clear: () => void;
  /** The process, whose outputs make room for what they say. */
  readonly io: Io;
}

/** Makes a progress, which says nothing before a second is over. */
export function createProgress(io: Io): Progress {
  const { stderr, now } = io;
  let done = 0;
  let drawnAt = now() + SILENT_MS - EVERY_MS;
  let isShown = false;
  return { step, clear, io: withOutputs(io, clearing) };

  function step(total: number): void {
    const time = now();
    // Whether this is a terminal is asked last: to know it costs something.
    if (time - drawnAt >= EVERY_MS && stderr.isTTY) {
      stderr.write(`${ERASE}${done} of ${total} files`);
      drawnAt = time;
      isShown = true;
    }
    done += 1;
  }

  function clear(): void {
    if (isShown) stderr.write(ERASE);
    isShown = false;
  }

  function clearing(output: Output): Output {
    return {
      write: (text) => {
        clear();
        output.write(text);
      },
      get isTTY() {
        return output.isTTY;
      },
      get columns() {
        return output.columns;
      },
    };
  }
}

const SILENT_MS = 1000;
const EVERY_MS = 100;
/** The line that the cursor is on. */
const ERASE = "\r\u001b[K";

/** The same process with other outputs. Nothing is asked of it before it is needed. */
function withOutputs(io: Io, through: (output: Output) => Output): Io {
  return {
    cwd: io.cwd,
    env: io.env,
    stdout: through(io.stdout),
    stderr: through(io.stderr),
    room: io.room,
    stdin: io.stdin,
    get ask() {
      return io.ask;
    },
    fetch: io.fetch,
    now: io.now,
    wait: io.wait,
    onInterrupt: io.onInterrupt,
  };
}
