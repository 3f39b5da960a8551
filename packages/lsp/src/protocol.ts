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
