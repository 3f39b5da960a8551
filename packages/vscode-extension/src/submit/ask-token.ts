import { window } from "vscode";
import type { Origin } from "./origin.ts";

/** Asks a person for a token, which nobody can read from the screen. */
export function askToken({ host }: Origin): Thenable<string | undefined> {
  return window.showInputBox({
    title: `Gcore API token for ${host}`,
    prompt:
      "A permanent API token, which you make in the Gcore Customer Portal. " +
      `VS Code keeps it in the system's keychain; it goes to ${host} alone, and is never shown.`,
    password: true,
    ignoreFocusOut: true,
  });
}
