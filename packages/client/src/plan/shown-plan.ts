import { listed, oneLine, shownName } from "@restream-lint/core";
import type { RemoteRestream } from "../remote.ts";
import { BODY_FIELDS, type BodyField, type FieldValue, meantBy } from "./body-fields.ts";
import type { Plan } from "./plan.ts";
import { type PlanEntry, sentBy } from "./plan-entry.ts";
import { LONGEST_SHOWN } from "./shown-local.ts";
import { shownRemoteUri, shownRemoteValue } from "./shown-remote.ts";
import { uriDifferences } from "./uri-differences.ts";

/** A plan as everybody may see it: JSON, and no secret in it. */
export interface ShownPlan {
  readonly version: 1;
  readonly entries: readonly ShownEntry[];
  readonly counts: Readonly<Record<Action, number>>;
  /** Whether pruning was asked for, and deletes nothing for want of certainty or of any restream in the documents. */
  readonly heldBack: boolean;
}

export type Action = PlanEntry["action"];
/** In the order in which they are counted. */
export const ACTIONS: readonly Action[] = [
  "create",
  "update",
  "delete",
  "unchanged",
  "ambiguous",
  "missing",
  "blocked",
  "remote-only",
];

/** An entry of a shown plan. What stands in no document has no place there. */
export interface ShownEntry {
  readonly action: Action;
  readonly file?: string;
  /** JSON Pointer. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  /** Empty without one. */
  readonly name: string;
  readonly stream_id: number | null;
  /** Of the remote restream. */
  readonly id: number | null;
  /** Whether the remote restream is on air. */
  readonly live: boolean;
  /** What is sent, or, of what is deleted, its URI; empty for all others. */
  readonly fields: readonly ShownField[];
  /** Why nothing can be done, and what a person can do; empty where something can. */
  readonly reasons: readonly string[];
}

/** A field that is sent, or goes. Of URIs `***` stands for each secret. */
export interface ShownField {
  readonly field: BodyField;
  /** Null where there is nothing yet. */
  readonly from: FieldValue;
  /** Null where there is nothing any more. */
  readonly to: FieldValue;
}

/** What may be shown of a plan. */
export function shownPlan({ entries, heldBack }: Plan): ShownPlan {
  const count = (action: Action) => entries.filter((it) => it.action === action).length;
  const counts = Object.fromEntries(ACTIONS.map((it) => [it, count(it)])) as Record<Action, number>;
  return { version: 1, entries: entries.map(shownEntry), counts, heldBack };
}

function shownEntry(entry: PlanEntry): ShownEntry {
  const { action } = entry;
  const remote = "remote" in entry ? entry.remote() : undefined;
  const known = {
    id: "id" in entry ? (entry.id ?? null) : null,
    live: remote?.live === true,
    fields: fieldsOf(entry, remote),
    reasons: reasonsOf(entry),
  };
  if (action === "remote-only" || action === "delete") {
    const name = shownName(remote?.name ?? "");
    return { action, name, stream_id: remote?.stream_id ?? null, ...known };
  }
  const { file, path, line, name, streamId = null } = entry;
  return {
    action,
    file: oneLine(file, LONGEST_SHOWN),
    path,
    line,
    name,
    stream_id: streamId,
    ...known,
  };
}

function fieldsOf(entry: PlanEntry, remote: RemoteRestream | undefined): readonly ShownField[] {
  if (entry.action === "delete") {
    const uri = remote ? meantBy(remote, "uri") : null;
    return uri === null ? [] : [{ field: "uri", from: shownRemoteValue("uri", uri), to: null }];
  }
  if (entry.action !== "create" && entry.action !== "update") return [];
  const sent = sentBy(entry) ?? {};
  return BODY_FIELDS.flatMap((field) => {
    const value = sent[field];
    if (value === undefined) return [];
    const before = remote ? meantBy(remote, field) : null;
    const from = shownRemoteValue(field, before);
    if (field === "name") return { field, from, to: entry.name };
    if (field !== "uri") return { field, from, to: value };
    return { field, from, to: entry.uri + differenceIn(before, String(value)) };
  });
}

/** Where nothing that may be shown differs, words say what does. */
function differenceIn(before: FieldValue, after: string): string {
  if (typeof before !== "string" || shownRemoteUri(before) !== shownRemoteUri(after)) return "";
  return ` (another ${listed(uriDifferences(before, after), "and")})`;
}

/** Why nothing can be done for an entry, and what a person can do; none where something can. */
export function reasonsOf(entry: PlanEntry): readonly string[] {
  switch (entry.action) {
    case "blocked":
      return entry.obstacles.map(({ field, reason }) => `${field}: ${reason}`);
    case "missing":
      return [
        `no restream has the ID ${entry.id}: remove "id" to create a new one, or write the one that is meant`,
      ];
    case "ambiguous":
      return [
        ...entry.candidates.slice(0, MOST_CANDIDATES).map(({ id, remote }) => {
          const which = id === undefined ? "a restream without an ID" : `restream ${id}`;
          return `may be ${which}${quoted(shownName(remote().name ?? ""))}`;
        }),
        ...entry.rivals.map(
          ({ file, line, name }) =>
            `so may${quoted(name) || " the one"} at ${oneLine(file, LONGEST_SHOWN)}:${line}`,
        ),
        entry.candidates.length === 0
          ? "the documents say it twice: give each a name of its own, or remove one"
          : 'write the "id" of the one that is meant',
      ];
    case "create":
    case "update":
    case "unchanged":
    case "remote-only":
    case "delete":
      return [];
  }
}

/** Nobody reads more of them. */
const MOST_CANDIDATES = 10;

function quoted(name: string): string {
  return name && ` "${name}"`;
}
