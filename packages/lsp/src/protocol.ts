import type { RuleGroup, Severity } from "@restream-lint/core";
import type { TextDocumentIdentifier } from "vscode-languageserver-types";

// What our own clients may ask beside LSP, and what they may be asked: names and types, for both sides.

/** Client to server: what the server makes of a document. `StatusParams` → `Status`. */
export const STATUS = "restream-lint/status";

/** The document that a client wants to know of, open or not. */
export interface StatusParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** What an editor shows of a document beside it. */
export interface Status {
  /** What the document is; null for one that is not ours, or not known. */
  readonly kind: "restreams" | "settings" | null;
  /** The URI of the settings file that holds for it; null where the editor's own settings do, or none. */
  readonly settings: string | null;
  /** How many restreams it has; none of them is sent anywhere while it is inactive. */
  readonly restreams: number;
  /** How many of these are inactive. */
  readonly inactive: number;
}

/** Client to server, without parameters: looks at the disk again and lints what is there or open. → `WorkspaceFindings`. */
export const LINT_WORKSPACE = "restream-lint/lintWorkspace";

/** How much was found in all restream documents and settings files that are known. */
export interface WorkspaceFindings {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Client to server, without parameters: every rule, in the order in which they are listed. → `readonly ListedRule[]`. */
export const RULES = "restream-lint/rules";

/** A rule, for a person to choose and to read. */
export interface ListedRule {
  readonly id: string;
  /** How bad a finding is unless the settings say otherwise. */
  readonly severity: Severity;
  readonly group: RuleGroup;
  /** One sentence without a full stop: what must hold. */
  readonly summary: string;
  /** Its page in Markdown. */
  readonly page: string;
}

/** What a client says of itself in `capabilities.experimental["restream-lint"]`. */
export interface ClientOffers {
  /** It answers `TEXT_OF` and `FILES_IN`; nobody else is asked these. */
  readonly readsFiles?: boolean;
  /** It has commands of its own by the names of `COMMANDS`, and asks `PLAN` and `SUBMIT`. */
  readonly submits?: boolean;
}

/** Server to client: the text of a file that need not be open. `TextOfParams` → `string`, or null where there is none. */
export const TEXT_OF = "restream-lint/textOf";

/** The file that the server wants to read. */
export interface TextOfParams {
  readonly uri: string;
}

/**
 * Server to client: all YAML and JSON files at any depth below a folder, but for what is in `node_modules` and `.git`.
 * `FilesInParams` → `readonly string[]`, their URIs.
 */
export const FILES_IN = "restream-lint/filesIn";

/** The folder that the server wants to look through. */
export interface FilesInParams {
  readonly folder: string;
}

/** The commands that lenses name, with the URI of a document as their argument. Whose client has none, the server runs them. */
export const COMMANDS = { plan: "restream-lint.plan", submit: "restream-lint.submit" } as const;

/**
 * Client to server: what submitting an open document would change at Gcore, where nothing is changed yet. `PlanParams` →
 * `PlanAnswer`.
 */
export const PLAN = "restream-lint/plan";

/** The document to plan, and what Gcore is reached with. */
export interface PlanParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly account: Account;
}

/** What Gcore is reached with, and what fills in placeholders. The server keeps none of it. */
export interface Account {
  /** The API token, as pasted. */
  readonly token: string;
  /** Of the API; empty for Gcore's own. */
  readonly baseUri: string;
  /** The URI of a file of `NAME=value` lines, which variables are filled in from; undefined for none. */
  readonly envFile?: string;
}

/** What would change. No text in it holds a secret. */
export interface Planned {
  readonly kind: "planned";
  /** The host that would be spoken to. */
  readonly host: string;
  /** The document's restreams as they are at Gcore, and as they would be. */
  readonly before: string;
  readonly after: string;
  /** One sentence: how many would be created, changed and left as they are. */
  readonly summary: string;
  /** How many restreams would be created or changed. */
  readonly changes: number;
  /** How many of these are on air: they are changed only where `SubmitParams` allows it. */
  readonly onAir: number;
  /** Sentences that a person should have read before they agree. */
  readonly warnings: readonly string[];
  /** For `SubmitParams`; what is in it is nobody else's business. */
  readonly saved: string;
}

/** Why nothing was planned, or nothing sent. */
export interface Refused {
  readonly kind: "refused";
  /** Sentences for a person. */
  readonly message: string;
  /** What may help: another token, a look at the document's problems, an env file; undefined for none of these. */
  readonly remedy?: "token" | "problems" | "variables";
  /** Both sides, as `Planned` has them, where they show what is refused. */
  readonly sides?: Pick<Planned, "before" | "after">;
}

export type PlanAnswer = Planned | Refused;

/**
 * Client to server: does what a plan says, unless something has moved since. A cancelled request finishes what is under way,
 * begins nothing more, and is answered all the same. `SubmitParams` → `SubmitAnswer`.
 */
export const SUBMIT = "restream-lint/submit";

/** A plan that a person has agreed to. */
export interface SubmitParams extends PlanParams {
  /** Of `Planned`. */
  readonly saved: string;
  readonly allowLive: boolean;
  /** Where `SubmitProgress` is reported to, by `$/progress`. */
  readonly progress: string;
}

/** What became of one restream. */
export interface SubmitProgress {
  /** How many are over, with this one. */
  readonly done: number;
  readonly total: number;
  /** Such as `created "main", stream 20, restream 3001`. */
  readonly message: string;
}

/** What was done. What became of each restream stands beside it, in lenses and diagnostics. */
export interface Submitted {
  readonly kind: "submitted";
  /** Sentences: how many were created, changed, failed; what to do about the rest. */
  readonly summary: string;
  /** Whether all was done. */
  readonly isWhole: boolean;
}

export type SubmitAnswer = Submitted | Refused;
