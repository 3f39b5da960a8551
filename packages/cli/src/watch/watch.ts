import type { Arguments } from "../arguments.ts";
import { isUsageError, UsageError } from "../errors.ts";
import { createFolderWatch } from "./folder-watch.ts";
import { EXIT, type Io } from "../io.ts";
import { printable } from "../printable.ts";
import { watchedOf } from "./watched.ts";

/**
 * Lints, and again whenever a document, a settings file or an env file changes, until Ctrl-C. What is wrong with the command line
 * ends it at once, what becomes wrong later does not. Throws a UsageError.
 */
export async function watchPaths(
  args: Arguments,
  io: Io,
  lint: () => Promise<number>,
): Promise<number> {
  const other = NOT_WATCHED.find((it) => args.has(it));
  if (other !== undefined) throw new UsageError(`--watch and --${other} exclude each other`);
  if (args.paths.includes("-") || args.has("stdin-filename"))
    throw new UsageError("--watch takes no standard input");
  const end = new AbortController();
  let changes = 0;
  let wake = (): void => {};
  const notice = (): void => {
    changes += 1;
    wake();
  };
  io.onInterrupt(
    () => {
      end.abort();
      wake();
    },
    () => "",
  );
  const watch = createFolderWatch(notice);
  try {
    for (let round = 0; ; round += 1) {
      const seen = changes;
      // Before it is read: what changes meanwhile is read again.
      watch.follow(await watchedOf(args, io));
      if (round > 0 && io.stdout.isTTY) io.stdout.write(CLEAR);
      await lintRound(lint, round === 0, io);
      (io.stdout.isTTY ? io.stdout : io.stderr).write("Watching for changes: Ctrl-C ends it.\n");
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (changes === seen && !end.signal.aborted) await woken;
      await settled(() => changes, io, end.signal);
      if (end.signal.aborted) return EXIT.interrupted;
    }
  } finally {
    watch.close();
  }
}

const NOT_WATCHED = ["staged", "changed", "diff"];

/** As `clear` does, but for what was there before, which can be scrolled back to. */
const CLEAR = "\u001b[2J\u001b[H";

async function lintRound(lint: () => Promise<number>, isFirst: boolean, io: Io): Promise<void> {
  try {
    await lint();
  } catch (error) {
    if (isFirst || !isUsageError(error)) throw error;
    io.stderr.write(`restream-lint: ${printable(error.message)}\n`);
  }
}

/** An editor, and still more git, change several files one after the other. */
async function settled(count: () => number, io: Io, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < MOST_WAITS && !signal.aborted; tries += 1) {
    const before = count();
    await io.wait(QUIET_MS, signal).catch(() => {});
    if (count() === before) return;
  }
}

const QUIET_MS = 50;
const MOST_WAITS = 20;
