import type { Document } from "./document.ts";
import type { Edit } from "./edit.ts";
import type { Range } from "./range.ts";

/** How bad a finding is: it cannot work; very probably a mistake; worth knowing. */
export type Severity = "error" | "warning" | "info";

/** What a rule is about; the order in which rules are listed. */
export type RuleGroup = "document" | "uri" | "rtmp" | "srt" | "gcore" | "suppression";

/** A lint rule: its facts, its documentation, and a pure function from a document to findings. */
export interface Rule {
  /** Kebab-case, names the defect, stable for ever, equal to the file's name. */
  readonly id: string;
  readonly group: RuleGroup;
  /** How bad a finding is unless it says otherwise itself, or the user's settings do. */
  readonly severity: Severity;
  /** What `--fix` can do about it; suggestions are left to a person to choose. */
  readonly offers?: "fix" | "suggestions";
  /** What it marks is read by nobody: an editor shows it faded. */
  readonly marksIgnored?: true;
  readonly docs: RuleDocs;
  check(document: Document): Iterable<Finding>;
  /** Instead of `check` where the user wants no exceptions: every place, where `check` sums them up. They are errors. */
  checkEach?(document: Document): Iterable<Finding>;
  /** What only several texts show together, each text by itself being right; in the order of the documents. */
  checkAcross?(documents: readonly Document[]): Iterable<FindingIn>;
}

/** A rule's page. */
export interface RuleDocs {
  /** One sentence without a full stop, the head of the page: what must hold. */
  readonly summary: string;
  /** What happens on air if it does not hold, and what to do. Markdown. */
  readonly rationale: string;
  /** Documents that the rule reports, once each. Printed on its page, and run as tests. */
  readonly invalid: readonly string[];
  /** Documents that the rule accepts. Printed on its page, and run as tests. */
  readonly valid: readonly string[];
  /** Where the facts come from: a page and what it says, or what was measured. */
  readonly sources: readonly string[];
}

/** What a rule says of one place. The linter adds the rule's id and severity. */
export interface Finding {
  /** One line without a full stop: what is wrong, why it matters. Never a secret. */
  readonly message: string;
  readonly range: Range;
  /** JSON Pointer (RFC 6901) of what it is about. */
  readonly path: string;
  /**
   * Which of the things at the path, where the rule can say several there: a field, an SRT parameter, a kind of mistake.
   * What is left alone for now is known by it, so it stays the same in every version. Never a secret.
   */
  readonly about?: string | undefined;
  /** Instead of the rule's. */
  readonly severity?: Severity | undefined;
  /** What a person can do; absent ones were not possible in this place. */
  readonly fixes?: readonly (Fix | undefined)[] | undefined;
  /** Other places that the message speaks of. */
  readonly related?: readonly Related[] | undefined;
}

/** A finding, and the document that it stands in. */
export interface FindingIn extends Finding {
  readonly document: Document;
}

/** A place that a message speaks of, and what is there. */
export interface Related {
  /** Where it is not the finding's own document. */
  readonly document?: Document;
  readonly range: Range;
  readonly message: string;
}

/** A change that takes a finding away. */
export interface Fix {
  /** Imperative, shown in the editor's menu. Never a secret. */
  readonly title: string;
  /** Whether `--fix` may apply it without asking. */
  readonly safe: boolean;
  /** One of several answers, or it takes out what may stand nowhere else: nothing applies it but a person who looks on. */
  readonly byHand?: boolean | undefined;
  readonly edits: readonly Edit[];
}
