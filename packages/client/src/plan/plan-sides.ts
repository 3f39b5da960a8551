import type { RemoteRestream } from "../remote.ts";
import { BODY_FIELDS, type FieldValue, meantBy } from "./body-fields.ts";
import type { Plan } from "./plan.ts";
import { isRefused, type PlanEntry } from "./plan-entry.ts";
import { type ShownEntry, shownPlan } from "./shown-plan.ts";
import { shownRemoteValue } from "./shown-remote.ts";

/** The restreams that a plan speaks of as they are and as they would be, for an editor to compare: YAML without secrets. */
export interface PlanSides {
  readonly before: string;
  readonly after: string;
}

/** Both sides of a plan. What only the remote side holds and keeps is on neither; what is refused is told in comments. */
export function planSides(plan: Plan): PlanSides {
  const { entries } = shownPlan(plan);
  const pairs = plan.entries.flatMap((entry, at) => {
    const shown = entries[at];
    return shown ? [sidesOf(entry, shown)] : [];
  });
  const text = (side: (pair: Pair) => readonly string[]) =>
    pairs
      .flatMap(side)
      .map((line) => `${line}\n`)
      .join("");
  return { before: text(({ before }) => before), after: text(({ after }) => after) };
}

/** The lines of one restream. */
interface Pair {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function sidesOf(entry: PlanEntry, shown: ShownEntry): Pair {
  if (isRefused(entry)) return { before: [], after: refusalOf(shown) };
  if (entry.action === "remote-only") return { before: [], after: [] };
  const known = "remote" in entry ? shownFields(entry.remote()) : undefined;
  const sent = shown.fields.map(({ field, to }) => [field, to] as const);
  const isKept = entry.action !== "delete";
  return {
    before: known ? itemOf(shown, known) : [],
    after: isKept ? itemOf(shown, new Map([...(known ?? []), ...sent])) : [],
  };
}

type Fields = ReadonlyMap<string, FieldValue>;

function shownFields(remote: RemoteRestream): Fields {
  return new Map(
    BODY_FIELDS.map((field) => [field, shownRemoteValue(field, meantBy(remote, field))]),
  );
}

function itemOf({ id, live }: ShownEntry, values: Fields): readonly string[] {
  const lines = BODY_FIELDS.flatMap((field) => {
    const value = values.get(field) ?? null;
    return value === null ? [] : [`${field}: ${field === "name" ? JSON.stringify(value) : value}`];
  });
  const facts = [...(id === null ? [] : [`restream ${id}`]), ...(live ? ["on air"] : [])];
  const [first = "", ...others] = lines;
  const comment = facts.length === 0 ? "" : ` # ${facts.join(", ")}`;
  return [`- ${first}${comment}`, ...others.map((it) => `  ${it}`)];
}

function refusalOf({ action, name, line, reasons }: ShownEntry): readonly string[] {
  const which = name === "" ? `the one in line ${line}` : `${JSON.stringify(name)}, line ${line}`;
  return [`# refused (${action}): ${which}`, ...reasons.map((it) => `#   ${it}`)];
}
