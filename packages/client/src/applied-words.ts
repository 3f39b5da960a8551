import { oneLine, shownName } from "@restream-lint/core";
import type { ApiError, ApiErrorKind, FieldFault } from "./api-error.ts";
import type { Applied } from "./apply-entry.ts";
import type { PlanEntry } from "./plan/plan-entry.ts";
import { LONGEST_SHOWN } from "./plan/shown-local.ts";

// What became of restreams, in words for people, without secrets. Names may hold any character.

const DONE: Readonly<Partial<Record<PlanEntry["action"], string>>> = {
  create: "created",
  update: "changed",
  delete: "deleted",
};

/** What became of an entry: `created`, `not done: create`. */
export function outcomeWord({
  entry: { action },
  outcome,
}: Pick<Applied, "entry" | "outcome">): string {
  switch (outcome) {
    case "done":
      return DONE[action] ?? action;
    case "unknown":
      return `not known whether done: ${action}`;
    case "failed":
      return `not done: ${action}`;
    case "skipped":
      return `not begun: ${action}`;
  }
}

/** What a restream is known by: `"main", stream 20, restream 3001, restreams.yaml:3`. */
export function factsOf({ entry, id }: Pick<Applied, "entry" | "id">): string {
  const name = "name" in entry ? entry.name : shownName(entry.remote().name ?? "");
  return [
    name === "" ? "(no name)" : JSON.stringify(name),
    ...("streamId" in entry && entry.streamId !== undefined ? [`stream ${entry.streamId}`] : []),
    ...(id === undefined ? [] : [`restream ${id}`]),
    ...("file" in entry ? [`${oneLine(entry.file, LONGEST_SHOWN)}:${entry.line}`] : []),
  ].join(", ");
}

/** One sentence with all numbers: `Done: 2 created.`, `Partly done: 2 created, 1 failed.`, `Not done: 1 failed.` */
export function appliedSummary(results: readonly Applied[], isInterrupted: boolean): string {
  const of = (outcome: Applied["outcome"]) => results.filter((it) => it.outcome === outcome);
  const counts = [
    ...Object.entries(DONE).map(([action, word]) => {
      const count = of("done").filter(({ entry }) => entry.action === action).length;
      return [count, word] as const;
    }),
    [of("failed").length, "failed"] as const,
    [of("unknown").length, "not known"] as const,
    [of("skipped").length, "not begun"] as const,
  ].filter(([count]) => count > 0);
  const numbers = counts.map(([count, word]) => `${count} ${word}`).join(", ");
  const extent = extentOf(results);
  return `${isInterrupted && extent !== "Done" ? "Interrupted" : extent}: ${numbers}.`;
}

function extentOf(results: readonly Applied[]): string {
  const count = results.filter(({ outcome }) => outcome === "done").length;
  if (count === results.length) return "Done";
  return count === 0 ? "Not done" : "Partly done";
}

/** What the API says again to the same request, until somebody changes something. */
const LASTING: readonly (ApiErrorKind | undefined)[] = [
  "refused",
  "forbidden",
  "unauthorised",
  "notFound",
  "nonsense",
];

/** What to do about what was not done; undefined where all was. */
export function remedyOf(results: readonly Applied[]): string | undefined {
  const left = results.filter(({ outcome }) => outcome !== "done");
  if (left.length === 0) return undefined;
  const failed = left.filter(({ outcome }) => outcome === "failed");
  const isLasting = failed.length > 0 && failed.every(({ error }) => LASTING.includes(error?.kind));
  const isHeldBack = left.some(
    ({ entry, outcome }) => entry.action === "delete" && outcome === "skipped",
  );
  return [
    isLasting ? "mend what was refused, then submit again" : "submit again to do the rest",
    ": what is done is not done twice",
    isHeldBack ? ", and nothing is deleted before all else is done" : "",
  ].join("");
}

/** What the API says of a field: `the API refused \`uri\`: …`. */
export function refusalWords({ field, messages }: FieldFault): string {
  const said = messages.length > 0 ? `: ${messages.join(", ")}` : "";
  return `the API refused \`${field}\`${said}`;
}

/** What an error says, with what Gcore's support asks for. */
export function errorWords({ message, requestId }: ApiError): string {
  return requestId === undefined ? message : `${message} (request ${requestId})`;
}
