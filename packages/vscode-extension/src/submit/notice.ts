/** What a person is told, and what is offered for help. */
export interface Notice {
  readonly severity: "information" | "warning" | "error";
  readonly message: string;
  readonly helps: readonly Help[];
}

/** What a button of a notice does, and what it says. */
export const HELPS = {
  plan: "Plan…",
  submit: "Submit…",
  token: "Set API Token",
  problems: "Show Problems",
  variables: "Choose Env File…",
  settings: "Open Settings",
  trust: "Manage Workspace Trust",
} as const;

export type Help = keyof typeof HELPS;

/** A notice, by default one that tells of something good. */
export function notice(
  message: string,
  helps: readonly Help[] = [],
  severity: Notice["severity"] = "information",
): Notice {
  return { severity, message, helps };
}
