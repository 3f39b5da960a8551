import { commands, window } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** So often a server is started again by itself, within so many milliseconds. */
const RESTARTS = 4;
const WITHIN = 180_000;

/** What becomes of a server that ends without having been asked to. */
export interface Crashes extends ErrorHandler {
  /** The server answers. */
  readonly answered: () => void;
}

/**
 * Makes the rule: one that had answered is started again, four times in three minutes; one that ended before that would do
 * so again, so it is left alone. A person is told once, and not of every try.
 */
export function createCrashes(now: () => number = Date.now): Crashes {
  let crashes: readonly number[] = [];
  let hasAnswered = false;
  return {
    answered: () => {
      hasAnswered = true;
    },
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      crashes = [...crashes.filter((it) => now() - it < WITHIN), now()];
      const isWorthIt = hasAnswered && crashes.length <= RESTARTS;
      hasAnswered = false;
      if (isWorthIt) return { action: CloseAction.Restart, handled: true };
      crashes = [];
      void offerRestart("The language server of restream-lint has ended, so nothing is checked.");
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** Tells a person that nothing is checked, and what can be done about it. */
export async function offerRestart(message: string): Promise<void> {
  const choice = await window.showErrorMessage(message, "Restart", "Show Output");
  if (choice === "Restart") await commands.executeCommand("restream-lint.restart");
  if (choice === "Show Output") await commands.executeCommand("restream-lint.showOutput");
}
