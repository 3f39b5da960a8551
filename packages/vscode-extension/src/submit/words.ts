import type { Planned, Refused, Submitted, SubmitProgress } from "@restream-lint/lsp/protocol";
import { type Notice, notice } from "./notice.ts";

// What people read of a plan and of what became of it.

/** Where nothing is sent from: a browser. */
export const IN_BROWSER: Notice = notice(
  "Restreams cannot be planned or submitted from VS Code in a browser: nothing says that Gcore's API takes requests of web pages. Use VS Code on the desktop, or run restream-lint submit in a terminal.",
  [],
  "error",
);

/** Where nobody has said that the folder is to be trusted. */
export const UNTRUSTED: Notice = notice(
  "This workspace is not trusted, so nothing of it is sent anywhere. Trust it to plan and submit its restreams.",
  ["trust"],
  "error",
);

/** Where no document can be meant. */
export const NO_DOCUMENT: Notice = notice("Open the restream document that you mean first.");

/** Where a token would travel in the clear, or nowhere. */
export const UNSAFE_BASE_URI: Notice = notice(
  "restream-lint.apiBaseUri must begin with https://: the API token would travel in the clear. http:// is for servers on this machine alone.",
  ["settings"],
  "error",
);

/** Where variables would be read from somewhere else. */
export const OUTSIDE_ENV_FILE: Notice = notice(
  "restream-lint.envFile must be the path of a file in the document's workspace folder, such as .env: nothing is read from outside of it.",
  ["settings"],
  "error",
);

/** Where the server has not said what it did. */
export const UNKNOWN_OUTCOME: Notice = notice(
  "The language server ended before it said what became of the restreams. Plan again: it shows what is left to do, and nothing is created twice.",
  ["plan"],
  "error",
);

/** What is said to a second call while a first one is not over. */
export function busyNotice(name: string): Notice {
  return notice(`${name} is being planned or submitted already.`);
}

/** What a plan comes to. */
export function planNotice(name: string, { host, summary, changes }: Planned): Notice {
  const said = about(name, host, summary);
  return changes > 0 ? notice(said, ["submit"]) : notice(said);
}

/** Why nothing was planned, or nothing sent. */
export function refusalNotice({ message, remedy }: Refused): Notice {
  return notice(message, remedy === undefined ? [] : [remedy], "error");
}

/** What was done. */
export function outcomeNotice(name: string, host: string, submitted: Submitted): Notice {
  const said = about(name, host, submitted.summary);
  return submitted.isWhole ? notice(said) : notice(said, ["problems"], "warning");
}

/** What a person agrees to before anything is sent, word by word. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  /** The button that agrees. */
  readonly button: string;
  /** Whether agreeing to it allows changes to what is on air. */
  readonly allowsLive: boolean;
}

/** Asks whether a plan is to be carried out. */
export function submitQuestion(name: string, planned: Planned): Question {
  const { host, summary, onAir, warnings } = planned;
  const allowsLive = onAir > 0;
  return {
    message: `Submit ${name} to ${host}?`,
    detail: [sentence(summary), ...warnings].join("\n\n"),
    button: allowsLive ? "Submit, also On Air" : "Submit",
    allowsLive,
  };
}

/** One step of a progress bar: by how many per cent it grows. */
export interface Step {
  readonly message: string;
  readonly increment: number;
}

/** What is shown when one more restream is over. */
export function stepOf({ done, total, message }: SubmitProgress): Step {
  return { message: `${done} of ${total}: ${message}`, increment: 100 / Math.max(total, 1) };
}

/** Whoever submits several documents is told of several. */
function about(name: string, host: string, summary: string): string {
  return sentence(`${name} → ${host} · ${summary}`);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
