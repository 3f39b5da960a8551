import type { CodeAction } from "vscode-languageserver-types";

/** What an action carries until its edit is asked for: where to look for the same offer again. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The range that actions were asked for, as offsets. */
  readonly start: number;
  readonly end: number;
  /** Which of the offers there. */
  readonly about: string;
}

/** What an action carries, as the client sends it back; undefined where nobody here has made that. */
export function actionDataOf({ data }: CodeAction): ActionData | undefined {
  return isActionData(data) ? data : undefined;
}

function isActionData(data: unknown): data is ActionData {
  if (typeof data !== "object" || data === null) return false;
  const { uri, version, start, end, about }: Partial<Record<keyof ActionData, unknown>> = data;
  const numbers = [version, start, end];
  return typeof uri === "string" && typeof about === "string" && numbers.every(isNumber);
}

function isNumber(it: unknown): boolean {
  return typeof it === "number";
}
