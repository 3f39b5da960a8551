import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A shell on a terminal. */
export interface Terminal {
  /** What a person's arguments become when they type them, and then Tab. */
  completed(typed: string): Promise<string>;
  close(): Promise<void>;
}

const COMMAND = "restream-lint ";
/** Clears the line. */
const CTRL_U = "\u0015";
/** What a shell is set up to answer with its line, into the pipe $LINE. */
const CTRL_T = "\u0014";

/** Starts a shell on a terminal of its own, with `home` for its home, where it is, too. */
export function openTerminal(command: string, home: string, path: string): Terminal {
  const pipe = join(home, "line");
  spawnSync("mkfifo", [pipe]);
  const shell = spawn("script", ["--quiet", "--flush", "--command", command, "/dev/null"], {
    cwd: home,
    // Nothing of this machine's settings.
    env: { HOME: home, ZDOTDIR: home, LINE: pipe, PATH: path, TERM: "xterm", LANG: "C.UTF-8" },
    stdio: ["pipe", "ignore", "inherit"],
  });
  return {
    async completed(typed) {
      shell.stdin.write(`${CTRL_U}${COMMAND}${typed}\t${CTRL_T}`);
      const line = await readFile(pipe, "utf8");
      return line.replace(/\n$/, "").replace(COMMAND, "");
    },
    async close() {
      const closed = once(shell, "close");
      shell.stdin.end(`${CTRL_U}exit\r`);
      await closed;
    },
  };
}
