import { oneLine, shownName } from "@restream-lint/core";
import { BODY_FIELDS, type BodyField, type FieldValue, meantBy } from "./body-fields.ts";
import type { Digest } from "./digest.ts";
import type { Plan } from "./plan.ts";
import type { PlanEntry } from "./plan-entry.ts";
import { LONGEST_SHOWN } from "./shown-local.ts";
import type { Action } from "./shown-plan.ts";

/** A plan that is kept until it is submitted: JSON, with a digest in the place of each value. */
export interface SavedPlan {
  readonly version: 1;
  /** Of the documents' restreams, and of those to be deleted. What is left alone is not kept. */
  readonly entries: readonly SavedEntry[];
  /** Of all the rest. */
  readonly checksum: string;
}

/** An entry of a saved plan; what stands in no document has no place there. */
export interface SavedEntry {
  readonly action: Action;
  readonly file?: string;
  readonly path?: string;
  readonly line?: number;
  readonly name: string;
  /** Of the remote restream. */
  readonly id?: number;
  readonly live: boolean;
  /** All that the document says. */
  readonly sent: Digests;
  /** What the remote restream said when this was planned. */
  readonly remote?: Digests;
}

/** By field. */
export type Digests = Readonly<Partial<Record<BodyField, string>>>;

/** Makes a plan fit to be kept. A digest tells nothing of values that are equal in two places. */
export async function savePlan({ entries }: Plan, digest: Digest): Promise<SavedPlan> {
  const kept = entries.filter(({ action }) => action !== "remote-only");
  const saved = await Promise.all(kept.map((it) => savedEntry(it, digest)));
  return { version: 1, entries: saved, checksum: await checksumOf(saved, digest) };
}

/** What a saved plan's checksum must be. */
export async function checksumOf(entries: readonly SavedEntry[], digest: Digest): Promise<string> {
  return await digest(JSON.stringify(["plan", 1, entries]));
}

async function savedEntry(entry: PlanEntry, digest: Digest): Promise<SavedEntry> {
  const { action } = entry;
  const remote = "remote" in entry ? entry.remote() : undefined;
  const body = "body" in entry ? entry.body() : {};
  const name = "name" in entry ? entry.name : shownName(remote?.name ?? "");
  const id = "id" in entry ? entry.id : undefined;
  const salt = "file" in entry ? [entry.file, entry.path] : [entry.id];
  return {
    action,
    ...("file" in entry && {
      file: oneLine(entry.file, LONGEST_SHOWN),
      path: entry.path,
      line: entry.line,
    }),
    name,
    ...(id !== undefined && { id }),
    live: remote?.live === true,
    sent: await digests("sent", (field) => body[field]),
    ...(remote && { remote: await digests("remote", (field) => meantBy(remote, field)) }),
  };

  async function digests(
    side: "sent" | "remote",
    valueOf: (field: BodyField) => FieldValue | undefined,
  ): Promise<Digests> {
    const pairs = BODY_FIELDS.map(async (field) => {
      const value = valueOf(field);
      const text = JSON.stringify(["value", side, ...salt, field, value]);
      return value === undefined ? [] : [[field, await digest(text)] as const];
    });
    return Object.fromEntries((await Promise.all(pairs)).flat());
  }
}
