import type { Status } from "@restream-lint/lsp/protocol";

/** What is known of a document and of the server. */
export interface Known {
  /** The server's version; undefined before it has answered. */
  readonly version: string | undefined;
  readonly phase: "starting" | "running" | "stopped";
  readonly status: Status | undefined;
  /** The settings file that holds, as a person would call it. */
  readonly settingsFile: string | undefined;
  /** How much was found, in words. */
  readonly found: string | undefined;
}

/** The two lines of a status item: what the document is and what is wrong with it; what runs, and with which settings. */
export function statusWords(known: Known): { readonly text: string; readonly detail: string } {
  const { version, phase, settingsFile } = known;
  const server = version === undefined ? "restream-lint" : `restream-lint ${version}`;
  if (phase === "stopped") return { text: "Not running", detail: `${server} · nothing is checked` };
  const settings = settingsFile ?? "the editor's settings";
  return { text: textOf(known), detail: `${server} · ${settings}` };
}

function textOf({ phase, status, found }: Known): string {
  if (phase === "starting") return "Starting";
  if (!status) return "Nothing known of this document";
  if (status.kind === null) return "Not a restream document";
  if (status.kind === "settings") return ["Settings file", found].join(" · ");
  const { restreams, inactive } = status;
  const targets = plural(restreams, "target");
  return [inactive > 0 ? `${targets}, ${inactive} inactive` : targets, found].join(" · ");
}

/** Numbers of things, each thing by its name in the singular; those that are missing are left out. */
export function counted(numbers: Readonly<Record<string, number>>): string {
  const parts = Object.entries(numbers).flatMap(([name, number]) =>
    number > 0 ? [plural(number, name)] : [],
  );
  return parts.length > 0 ? parts.join(", ") : "nothing found";
}

/** A number of things. */
export function plural(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}
