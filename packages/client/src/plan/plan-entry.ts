import type { RemoteRestream, RestreamBody } from "../remote.ts";
import type { BodyField } from "./body-fields.ts";
import type { Obstacle } from "./body-of.ts";

/** A value with secrets in it: a function, so that nothing that prints or stores a plan repeats them. */
export type Hidden<T> = () => T;

/** What is planned for one restream. */
export type PlanEntry =
  | Create
  | Update
  | Unchanged
  | Ambiguous
  | Missing
  | Blocked
  | RemoteOnly
  | Delete;

/** What every entry has that stands in a document; of the names and the texts in it, all may be shown. */
export interface Local {
  readonly file: string;
  /** JSON Pointer of the restream; in a text of several YAML documents only the line tells two of them apart. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** As it may be shown; empty without one. */
  readonly name: string;
  /** The URI as it is written, with `***` for secrets; empty without one. */
  readonly uri: string;
  readonly streamId: number | undefined;
  /** All that the document says and the API takes. */
  readonly body: Hidden<RestreamBody>;
}

interface Create extends Local {
  readonly action: "create";
}

interface Update extends Local {
  readonly action: "update";
  readonly id: number;
  readonly remote: Hidden<RemoteRestream>;
  /** What differs; only that is sent. */
  readonly fields: readonly BodyField[];
  /** Whether it is on air. */
  readonly live: boolean;
}

interface Unchanged extends Local {
  readonly action: "unchanged";
  readonly id: number | undefined;
  readonly remote: Hidden<RemoteRestream>;
}

/** It may be any of several; nothing is sent. */
interface Ambiguous extends Local {
  readonly action: "ambiguous";
  readonly candidates: readonly Candidate[];
  /** The other restreams of the documents that may be the same one. */
  readonly rivals: readonly Rival[];
}

/** It has the `id` of a restream that does not exist. */
interface Missing extends Local {
  readonly action: "missing";
  readonly id: number;
}

/** It holds something that cannot be sent. */
interface Blocked extends Local {
  readonly action: "blocked";
  readonly obstacles: readonly Obstacle[];
}

interface Remote {
  readonly remote: Hidden<RemoteRestream>;
  readonly live: boolean;
}

/** Left alone. */
interface RemoteOnly extends Remote {
  readonly action: "remote-only";
  readonly id: number | undefined;
}

interface Delete extends Remote {
  readonly action: "delete";
  readonly id: number;
}

/** A remote restream that may be meant. */
export interface Candidate {
  readonly id: number | undefined;
  readonly remote: Hidden<RemoteRestream>;
}

/** A restream of a document that may be meant. */
export type Rival = Pick<Local, "file" | "path" | "line" | "name">;

/** Whether nothing can be done for a restream until a person has changed something. */
export function isRefused({ action }: PlanEntry): boolean {
  return action === "ambiguous" || action === "missing" || action === "blocked";
}

/** What is sent for an entry: all of a new restream, of another one only what changes; undefined where nothing is. */
export function sentBy(entry: PlanEntry): RestreamBody | undefined {
  if (entry.action === "create") return entry.body();
  if (entry.action !== "update") return undefined;
  const body = entry.body();
  return Object.fromEntries(entry.fields.map((field) => [field, body[field]]));
}
