import { setImmediate, setTimeout } from "node:timers/promises";
import type { Output } from "./io.ts";
import { printable } from "./printable.ts";

/** What is used of the terminal that a person types on. */
export type Keyboard = Pick<
  NodeJS.ReadStream,
  "setRawMode" | "setEncoding" | "on" | "off" | "resume" | "pause"
>;

/**
 * Asks for one line on a terminal; undefined for Ctrl-C, Ctrl-D, the signal, and a terminal that goes away. What was typed before
 * the question is seen is thrown away: it answers something else. A line break inside of what is pasted belongs to the
 * answer: nothing of it is left for the next question.
 */
export async function ask(
  question: string,
  isHidden: boolean,
  signal: AbortSignal,
  keyboard: Keyboard,
  output: Output,
): Promise<string | undefined> {
  keyboard.setEncoding("utf8");
  // Before the question, so that nothing of a quick answer is echoed.
  keyboard.setRawMode(true);
  try {
    if (!(await isSilent(signal, keyboard))) return undefined;
    output.write(question);
    return await new Promise((resolve) => {
      let line = "";
      const end = (answer: string | undefined): void => {
        keyboard.off("data", read).off("end", leave).off("close", leave);
        signal.removeEventListener("abort", leave);
        resolve(answer);
      };
      const leave = (): void => end(undefined);
      const read = (keys: string): void => {
        const typed = afterKeys(line, keys);
        line = typed.line;
        if (!isHidden) output.write(`\r\x1b[K${question}${printable(line)}`);
        if (typed.end === "interrupted") leave();
        if (typed.end === "entered") end(line);
      };
      keyboard.on("data", read).on("end", leave).on("close", leave);
      signal.addEventListener("abort", leave);
      if (signal.aborted) leave();
      keyboard.resume();
    });
  } finally {
    keyboard.setRawMode(false);
    keyboard.pause();
    output.write("\n");
  }
}

/** Throws away what was typed so far, until nothing more comes; answers whether a person may be asked now. */
async function isSilent(signal: AbortSignal, keyboard: Keyboard): Promise<boolean> {
  let [keys, before] = ["", ""];
  let isLeft = false;
  const read = (more: string): void => void (keys += more);
  const leave = (): void => void (isLeft = true);
  keyboard.on("data", read).on("end", leave).on("close", leave).resume();
  do {
    before = keys;
    // For terminals that are read on another thread.
    await setTimeout(QUIET_MS);
    // However late this process is: what waits there is read between the two.
    await setImmediate();
    await setImmediate();
    isLeft ||= signal.aborted || keys.includes(CTRL_C);
  } while (!isLeft && keys !== before);
  keyboard.off("data", read).off("end", leave).off("close", leave);
  return !isLeft;
}

/** Nobody can read a question, and answer it, in less. */
const QUIET_MS = 20;

interface Typed {
  readonly line: string;
  readonly end?: "entered" | "interrupted";
}

/** What a line becomes by keys that come together: one key, or all that was pasted. */
function afterKeys(before: string, keys: string): Typed {
  // Arrows and the like, and what marks pasted text.
  const plain = keys.replaceAll(/\x1b(?:\[[0-9;?]*[@-~]|O[@-~]|.)?/g, "");
  let line = before;
  for (let at = 0; at < plain.length; at += 1) {
    const key = plain.charAt(at);
    if (key === CTRL_C || key === CTRL_D) return { line, end: "interrupted" };
    if (key === "\r" || key === "\n") {
      if (plain.slice(at).trim() === "") return { line, end: "entered" };
      line += "\n";
    } else if (key === "\b" || key === "\x7f") line = line.slice(0, -1);
    else if (key === CTRL_U) line = "";
    else if (key >= " ") line += key;
  }
  return { line };
}

const CTRL_C = "\x03";
const CTRL_D = "\x04";
const CTRL_U = "\x15";
