import { ProgressLocation, window } from "vscode";
import { type Help, HELPS } from "./notice.ts";
import type { Person } from "./person.ts";
import type { PlanSides } from "./plan-sides.ts";

const TELL = {
  information: window.showInformationMessage,
  warning: window.showWarningMessage,
  error: window.showErrorMessage,
};

/** The person at this window. */
export function windowPerson({ compare, close }: Pick<PlanSides, "compare" | "close">): Person {
  return {
    compare,
    closeComparison: close,
    tell: async ({ severity, message, helps }) => {
      const buttons = helps.map((help): Button => ({ title: HELPS[help], help }));
      return (await TELL[severity](message, ...buttons))?.help;
    },
    agrees: async ({ message, detail, button }) =>
      (await window.showWarningMessage(message, { modal: true, detail }, button)) === button,
    watch: async (title, work) =>
      window.withProgress(
        { location: ProgressLocation.Notification, title, cancellable: true },
        (progress, token) => work((step) => progress.report(step), token),
      ),
  };
}

/** What the window calls a button, and what it stands for. */
interface Button {
  readonly title: string;
  readonly help: Help;
}
