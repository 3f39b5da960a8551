import type { CancellationToken } from "vscode";
import type { Help, Notice } from "./notice.ts";
import type { Question, Step } from "./words.ts";

/** A document that a command is called for. */
export interface Target {
  readonly uri: string;
  /** What its file is called. */
  readonly name: string;
}

/** Both sides of a comparison. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Whoever sits at the editor: what they are shown, and what they answer. */
export interface Person {
  /** Tells something; the help that they choose, once they do. */
  readonly tell: (notice: Notice) => Promise<Help | undefined>;
  /** Whether they agree. They can do nothing else until they have answered. */
  readonly agrees: (question: Question) => Promise<boolean>;
  /** Shows that work goes on, which they can break off. */
  readonly watch: <T>(
    title: string,
    work: (report: (step: Step) => void, token: CancellationToken) => Promise<T>,
  ) => Promise<T>;
  readonly compare: (target: Target, sides: Sides, title: string) => Promise<void>;
  /** Takes away what was compared before, which holds no longer. */
  readonly closeComparison: (target: Target) => Promise<void>;
}
