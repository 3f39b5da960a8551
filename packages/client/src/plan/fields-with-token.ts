import type { Plan } from "./plan.ts";
import type { Local, PlanEntry } from "./plan-entry.ts";

/** A field of a restream in a document. */
export interface LocalField {
  readonly entry: PlanEntry & Local;
  readonly field: string;
}

/** The fields that would give the API token away, by whatever name of a variable it came in: documents may be by others. */
export function fieldsWithToken(
  { entries }: Plan,
  holdsToken: (value: string) => boolean,
): readonly LocalField[] {
  return entries.flatMap((entry) => {
    if (!("body" in entry)) return [];
    const fields = Object.entries(entry.body()).filter(([, value]) => holdsToken(String(value)));
    return fields.map(([field]) => ({ entry, field }));
  });
}

/** Why nothing is planned then, for a person. */
export function tokenWarning(field: string): string {
  return `\`${field}\` holds the API token, and whoever reads it there could use your account: take it out of the document, or out of the variable that it comes from`;
}
