import { MAX_LENGTH } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { STDIN } from "../inputs.ts";
import type { Io } from "../io.ts";
import { parsePrintout } from "../printing/printout.ts";
import { isJson } from "./is-json.ts";
import { isRecordsFile } from "./is-records-file.ts";
import { peekAt } from "./peek.ts";

/** What needs all of a document at once, or more than one. */
const WHOLE: readonly string[] = [
  "baseline",
  "changed",
  "diff",
  "env",
  "env-file",
  "fix",
  "prune-baseline",
  "staged",
  "stats",
  "unsafe-fixes",
  "update-baseline",
  "watch",
];

/**
 * Whether standard input is NDJSON: because its name says so, or because its first line is JSON by itself and another
 * follows, where that can be linted line by line. The input is to be read from the process that is answered. Throws a
 * UsageError where the name says so and the rest of the command line does not fit.
 */
export async function recordsOnStdin(
  args: Arguments,
  io: Io,
): Promise<{ readonly io: Io; readonly hasRecords: boolean }> {
  const name = args.value("stdin-filename");
  const isNamed = args.paths.includes(STDIN) && name !== undefined && isRecordsFile(name);
  const misfit = misfitOf(args);
  if (isNamed && misfit !== undefined)
    throw new UsageError(`--stdin-filename ${name} says NDJSON, ${misfit}`);
  if (misfit !== undefined || name !== undefined) return { io, hasRecords: isNamed };
  const { beginning, isFollowed, all } = await peekAt(io.stdin(), MAX_LENGTH);
  const isTooLong = beginning.length > MAX_LENGTH;
  return {
    io: { ...io, stdin: all },
    hasRecords: beginsWithRecord(beginning, isFollowed, isTooLong),
  };
}

/** Why a command line cannot be for NDJSON, as the end of a sentence. */
function misfitOf(args: Arguments): string | undefined {
  const formats = args.values("format").map(parsePrintout);
  const [first] = formats;
  if (formats.length !== 1 || first?.format !== "jsonl" || first.file !== undefined)
    return "whose findings are printed as they are found: add --format jsonl, and no other";
  if (args.paths.some((it) => it !== STDIN) || args.paths.length === 0)
    return "which is linted by itself: name no other path beside -";
  const whole = WHOLE.find((it) => args.has(it));
  return whole === undefined
    ? undefined
    : `which is linted line by line, and --${whole} needs all of it: leave one of the two out`;
}

/** Whether what begins so is one JSON text after the other: nothing that is one text goes on behind its end. */
function beginsWithRecord(bytes: Uint8Array, isFollowed: boolean, isTooLong: boolean): boolean {
  // Of what is too long for a document, a few characters say what it is.
  const read = isTooLong ? bytes.subarray(0, FEW) : bytes;
  const text = Buffer.from(read.buffer, read.byteOffset, read.byteLength).toString("utf8");
  const [line = ""] = text.replace(/^[\ufeff \t\r\n]+/, "").split("\n", 1);
  if (!/^[[{]/.test(line)) return false;
  return isTooLong || (isFollowed && isJson(line));
}

const FEW = 1000;
