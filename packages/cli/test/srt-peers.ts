import { type ChildProcess, spawn } from "node:child_process";

/** A tool that dials an SRT listener from a URI. */
export type Peer = "ffmpeg" | "srt-live-transmit";

/** What became of a call. */
export interface Answer {
  /** Whether the listener took it; what did not get through in time was refused. */
  readonly isAccepted: boolean;
  /** The latency that both agreed on, in milliseconds; the listener asks for none of its own. */
  readonly latencyMs: number | undefined;
}

/** No call on loopback takes longer, unless it never ends. */
const DEADLINE_MS = 10_000;
/** Below the ports that callers are given by the system; another range for each run. */
let nextPort = 12_000 + (process.pid % 40) * 500;

/** Dials a listener of its own with what follows the port in a URI. */
export async function dial(peer: Peer, target: string, passphrase = ""): Promise<Answer> {
  const address = `srt://127.0.0.1:${nextPort++}`;
  const listening = `${address}?mode=listener&latency=0&passphrase=${passphrase}`;
  const listener = start("srt-live-transmit", [
    "-v",
    "-a:no",
    "-ll:debug",
    listening,
    "file://con",
  ]);
  try {
    if (!(await listener.says("listen..."))) throw new Error(`No listener:\n${listener.text()}`);
    const caller = start(...CALLS[peer](address + target));
    const accepted = listener.says("Accepted SRT source connection");
    // ffmpeg sends half a second of a picture and ends; the other dials for as long as its input is open.
    const isAccepted =
      peer === "ffmpeg"
        ? (await caller.ended) === 0 && (await accepted)
        : await Promise.race([accepted, caller.says("REJECT reported").then(() => false)]);
    caller.stop();
    const latency = /HSREQ\/rcv: .* delay=([0-9]+)/.exec(listener.text())?.[1];
    return { isAccepted, latencyMs: latency === undefined ? undefined : Number(latency) };
  } finally {
    listener.stop();
  }
}

const PICTURE = "-f lavfi -i testsrc=size=64x64:rate=5 -t 0.4 -c:v mpeg2video -f mpegts".split(" ");

const CALLS: Readonly<Record<Peer, (uri: string) => [command: string, args: readonly string[]]>> = {
  ffmpeg: (uri) => ["ffmpeg", ["-nostdin", "-hide_banner", ...PICTURE, uri]],
  "srt-live-transmit": (uri) => ["srt-live-transmit", ["-a:no", "file://con", uri]],
};

interface Running {
  /** All that it has said so far. */
  text(): string;
  /** Whether it says this before it ends. */
  says(words: string): Promise<boolean>;
  /** Its exit status; null where it had to be stopped. */
  readonly ended: Promise<number | null>;
  stop(): void;
}

function start(command: string, args: readonly string[]): Running {
  const child: ChildProcess = spawn(command, args, {
    stdio: ["pipe", "ignore", "pipe"],
    timeout: DEADLINE_MS,
    killSignal: "SIGKILL",
  });
  let text = "";
  let listeners: (() => void)[] = [];
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    for (const listener of listeners) listener();
  });
  return { text: () => text, says, ended, stop: () => child.kill("SIGKILL") };

  function says(words: string): Promise<boolean> {
    const said = new Promise<boolean>((resolve) => {
      const look = () => {
        if (text.includes(words)) resolve(true);
      };
      listeners = [...listeners, look];
      look();
    });
    return Promise.race([said, ended.then(() => text.includes(words))]);
  }
}
