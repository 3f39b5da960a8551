import { isAscii } from "node:buffer";
import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { MAX_LENGTH } from "@restream-lint/core";

/** Reads a file as UTF-8; what cannot be decoded becomes U+FFFD, which the linter reports. Throws as `fs` does. */
export function readText(path: string): string {
  return textAt(path, statSync(path));
}

/** Reads a file as `readText` does, but only a regular one: a FIFO or a device could keep us waiting for ever. */
export function readRegularText(path: string): string {
  const stats = statSync(path);
  checkRegular(stats);
  return textAt(path, stats);
}

/** The text of a file, for who need not keep it. */
export interface FoundText {
  /** Made anew whenever it is asked for. */
  readonly text: string;
}

/**
 * Reads a file that a search found to be a regular one: what it is, and how large, need not be asked of each. There may
 * be thousands, whose texts would take as long to collect as they took to read: only their bytes are kept.
 */
export function readFoundText(path: string): FoundText {
  return smallTextAt(path) ?? { text: readRegularText(path) };
}

class SmallText implements FoundText {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  get text(): string {
    return this.bytes.toString("utf8", this.start, this.end);
  }
}

function smallTextAt(path: string): FoundText | undefined {
  if (room.length - used < SMALL) {
    room = Buffer.allocUnsafeSlow(ROOM);
    used = 0;
  }
  // Should it have become a FIFO since, nobody waits for it.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    let length = 0;
    while (length < SMALL) {
      const more = readSync(descriptor, room, used + length, SMALL - length, null);
      if (more === 0) {
        // A FIFO in its place is empty, too, while nobody writes.
        if (length === 0) return undefined;
        used += length;
        return new SmallText(room, used - length, used);
      }
      length += more;
    }
    return undefined;
  } catch (error) {
    // So says a FIFO into which somebody may write.
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** In bytes: a small file has less. */
const SMALL = 65_536;
/** In bytes. */
const ROOM = 16 * SMALL;
/** Where small files are read to, one behind the other. */
let room = Buffer.alloc(0);
let used = 0;

function textAt(path: string, { size }: Stats): string {
  if (size > MAX_LENGTH) return beginningOf(path);
  if (size < LARGE) return readFileSync(path, AS_UTF8);
  const bytes = readFileSync(path);
  // To decode what is to be looked at first takes half as long.
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

/** As an object, which Node.js need not make of a string for each file. */
const AS_UTF8 = { encoding: "utf8", flag: "r" } as const;

/** In bytes: smaller files are read and decoded in one go. */
const LARGE = 500_000;

/** Just enough of a file that is too large for the linter to say so. */
function beginningOf(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(MAX_LENGTH + 1);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    return buffer.toString("latin1", 0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Throws, as `fs` does, for what is no regular file. */
export function checkRegular(stats: Stats): void {
  if (stats.isFile()) return;
  const code = stats.isDirectory() ? "EISDIR" : "EFTYPE";
  throw Object.assign(new Error("not a regular file"), { code });
}

/** Whether an error is the file system's, and not ours. */
export function isFileError(error: unknown): boolean {
  return /^E[A-Z]+$/.test((error as NodeJS.ErrnoException).code ?? "");
}
