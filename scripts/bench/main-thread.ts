import { closeSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";

/**
 * Milliseconds that the main thread of a process has run, as the scheduler counts them; NaN where it does not say. Waits
 * until the thread sleeps, for the count of one that runs is late, by up to a tick of the clock.
 */
export async function mainThreadTime(pid: number | undefined): Promise<number> {
  if (process.platform !== "linux") return Number.NaN;
  const thread = `/proc/${pid}/task/${pid}`;
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline && !isAsleep(shortText(`${thread}/stat`)))
    await setImmediate();
  const [nanoseconds] = shortText(`${thread}/schedstat`).split(" ");
  return Number(nanoseconds) / 1e6;
}

/** In milliseconds: a server that does something else by then goes on with it. */
const PATIENCE = 1000;

/** The state stands behind the name of the program, in which there may be anything. */
function isAsleep(stat: string): boolean {
  return stat.charAt(stat.lastIndexOf(")") + 2) === "S";
}

const BUFFER = Buffer.alloc(1024);

/** What `readFileSync` would take 64 KB for, and the garbage collector time from what is measured. */
function shortText(path: string): string {
  const file = openSync(path, "r");
  const length = readSync(file, BUFFER);
  closeSync(file);
  return BUFFER.toString("latin1", 0, length);
}
