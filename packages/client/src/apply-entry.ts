import type { Api } from "./api.ts";
import { type ApiError, isApiError } from "./api-error.ts";
import type { KnownRestream } from "./newcomers.ts";
import { type PlanEntry, sentBy } from "./plan/plan-entry.ts";

/** What became of one entry of a plan. It can be printed: secrets are hidden in it. */
export interface Applied {
  readonly entry: PlanEntry;
  /** `unknown`: it was sent, and nobody can tell whether it was done. `skipped`: nothing was sent. */
  readonly outcome: "done" | "failed" | "unknown" | "skipped";
  /** Of the remote restream, where it is known. */
  readonly id?: number;
  /** Why it failed, or is unknown. */
  readonly error?: ApiError;
}

/** An entry for which something is sent. */
export type Appliable = Extract<PlanEntry, { readonly action: "create" | "update" | "delete" }>;

/** Tells those for which something is sent from all others. */
export function isAppliable(entry: PlanEntry): entry is Appliable {
  return entry.action === "create" || entry.action === "update" || entry.action === "delete";
}

/** What was begun is finished: an interrupted request would leave nobody knowing what was done. */
const NEVER: AbortSignal = new AbortController().signal;

/** Sends what one entry asks for, and says what became of it. */
export async function applyEntry(
  entry: Appliable,
  api: Api,
  known: () => readonly KnownRestream[],
): Promise<Applied> {
  try {
    return { entry, ...(await sent(entry, api, known)) };
  } catch (error) {
    if (!isApiError(error)) throw error;
    const outcome = error.mayHaveActed ? "unknown" : "failed";
    return { entry, outcome, error, ...("id" in entry && { id: entry.id }) };
  }
}

type Outcome = Omit<Applied, "entry">;

async function sent(
  entry: Appliable,
  api: Api,
  known: () => readonly KnownRestream[],
): Promise<Outcome> {
  const body = sentBy(entry) ?? {};
  switch (entry.action) {
    case "create": {
      const creation = await api.createRestream(body, known, NEVER);
      if (creation.outcome === "created") {
        return { outcome: "done", ...(creation.id !== undefined && { id: creation.id }) };
      }
      const { error } = creation;
      return { outcome: creation.outcome === "notCreated" ? "failed" : "unknown", error };
    }
    case "update":
      await api.updateRestream(entry.id, body, NEVER);
      return { outcome: "done", id: entry.id };
    case "delete":
      await deleted(entry.id, api);
      return { outcome: "done", id: entry.id };
  }
}

/** What somebody else has deleted meanwhile is as it should be. */
async function deleted(id: number, api: Api): Promise<void> {
  try {
    await api.deleteRestream(id, NEVER);
  } catch (error) {
    if (!isApiError(error) || error.kind !== "notFound") throw error;
  }
}
