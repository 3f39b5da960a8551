import { listed } from "@restream-lint/core";
import { BODY_FIELDS } from "./body-fields.ts";
import type { Digest } from "./digest.ts";
import type { Plan } from "./plan.ts";
import {
  checksumOf,
  type Digests,
  type SavedEntry,
  savePlan,
  type SavedPlan,
} from "./saved-plan.ts";

/** Something that is no longer as it was when a plan was saved. */
export interface Moved {
  /** Who moved; `plan` where the saved plan itself was changed, or saved with another token. */
  readonly side: "document" | "remote" | "plan";
  readonly file?: string;
  /** JSON Pointer. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  /** As it may be shown; empty without one. */
  readonly name: string;
  /** Of the remote restream. */
  readonly id?: number;
  /** A sentence without secrets. */
  readonly message: string;
}

/** Whether submitting would do now what a saved plan says; else what moved since. */
export async function comparePlan(
  saved: SavedPlan,
  current: Plan,
  digest: Digest,
): Promise<"same" | { readonly moved: readonly Moved[] }> {
  if ((await checksumOf(saved.entries, digest)) !== saved.checksum) {
    const message =
      "The saved plan was changed, or saved with another API token or for another host.";
    return { moved: [{ side: "plan", name: "", message }] };
  }
  const moved = movedBetween(saved.entries, (await savePlan(current, digest)).entries);
  return moved.length === 0 ? "same" : { moved };
}

function movedBetween(
  saved: readonly SavedEntry[],
  current: readonly SavedEntry[],
): readonly Moved[] {
  const [before, now] = [byPlace(saved), byPlace(current)];
  const changed = [...before].flatMap(([key, entry]) => {
    const other = now.get(key);
    return other ? changesOf(entry, other) : [goneOf(entry)];
  });
  const added = [...now].filter(([key]) => !before.has(key)).map(([, entry]) => newOf(entry));
  return [...changed, ...added];
}

/** A place is there again in the next YAML document of a text. */
function byPlace(entries: readonly SavedEntry[]): ReadonlyMap<string, SavedEntry> {
  const counts = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const place = JSON.stringify(
        entry.file === undefined ? [entry.id] : [entry.file, entry.path],
      );
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return [`${place} ${count}`, entry];
    }),
  );
}

function goneOf(entry: SavedEntry): Moved {
  return entry.file === undefined
    ? movedAt(
        entry,
        "remote",
        "It is gone, or a document speaks of it now, so it would not be deleted.",
      )
    : movedAt(entry, "document", "It is no longer in the document.");
}

function newOf(entry: SavedEntry): Moved {
  return entry.file === undefined
    ? movedAt(entry, "remote", "It would be deleted now, and the saved plan does not say so.")
    : movedAt(entry, "document", "It was not in the document.");
}

function changesOf(before: SavedEntry, now: SavedEntry): readonly Moved[] {
  const said = differing(before.sent, now.sent);
  const remote = differing(before.remote ?? {}, now.remote ?? {});
  const found: Moved[] = [];
  if (said !== "") {
    found.push(
      movedAt(
        now,
        "document",
        `The document says something else now, or a variable does: ${said}.`,
      ),
    );
  }
  if (before.remote && !now.remote) {
    found.push(
      movedAt(
        before,
        "remote",
        "The remote restream that it was is gone, or has changed beyond recognition.",
      ),
    );
  } else if (!before.remote && now.remote) {
    found.push(movedAt(now, "remote", "It exists at Gcore now."));
  } else if (before.id !== now.id) {
    found.push(movedAt(now, "remote", "It is another remote restream now."));
  } else if (remote !== "") {
    found.push(movedAt(now, "remote", `The remote restream was changed: ${remote}.`));
  }
  if (!before.live && now.live)
    found.push(movedAt(now, "remote", "The remote restream is on air now."));
  if (found.length === 0 && before.action !== now.action) {
    found.push(movedAt(now, "document", `It was "${before.action}", and is "${now.action}" now.`));
  }
  return found;
}

function differing(before: Digests, now: Digests): string {
  return listed(
    BODY_FIELDS.filter((it) => before[it] !== now[it]),
    "and",
  );
}

function movedAt(
  { file, path, line, name, id }: SavedEntry,
  side: Moved["side"],
  message: string,
): Moved {
  const place =
    file !== undefined && path !== undefined && line !== undefined ? { file, path, line } : {};
  return { side, ...place, name, ...(id !== undefined && { id }), message };
}
