import { parseDocument, resolvePlaceholders } from "@restream-lint/core";
import { type Plan, plan, type PlannedDocument, type PlanOptions } from "../src/plan/plan.ts";
import type { PlanEntry } from "../src/plan/plan-entry.ts";
import type { RemoteRestream } from "../src/remote.ts";

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string>>;

/** A document as the callers of `plan` have it: parsed, and filled in. */
export function plannedDocument(
  text: string,
  variables: Variables = {},
  file = "restreams.yaml",
): PlannedDocument {
  const document = resolvePlaceholders(parseDocument(text), (name) => variables[name]);
  return { file, document };
}

/** The plan for one document. */
export function planOf(
  text: string,
  remote: readonly RemoteRestream[],
  { variables = {}, ...options }: PlanOptions & { readonly variables?: Variables } = {},
): Plan {
  return plan([plannedDocument(text, variables)], remote, options);
}

/** A plan in short: what is done to which restream. */
export function inShort({ entries }: Plan): readonly string[] {
  return entries.map(entryInShort);
}

function entryInShort(entry: PlanEntry): string {
  switch (entry.action) {
    case "create":
      return `create ${Object.keys(entry.body()).join(",")}`;
    case "update":
      return `update ${entry.id} ${entry.fields.join(",")}${entry.live ? " live" : ""}`;
    case "ambiguous": {
      const rivals = entry.rivals.map(({ path }) => ` ${path}`).join("");
      return `ambiguous ${entry.candidates.map(({ id }) => id).join(",")}${rivals}`;
    }
    case "blocked":
      return `blocked ${entry.obstacles.map(({ field }) => field).join(",")}`;
    case "unchanged":
    case "missing":
    case "remote-only":
    case "delete":
      return `${entry.action} ${entry.id}`;
  }
}
