import type { Api } from "./api.ts";
import { type ApiError, isApiError } from "./api-error.ts";
import type { KnownRestream } from "./newcomers.ts";
import { type PlanEntry, sentBy } from "./plan/plan-entry.ts";

/** What became of one entry of a plan. It can be printed: secrets are hidden in it. */
export interface Applied {
  readonly entry: PlanEntry;
  /**
   * `unknown`: it was sent, and nobody can tell whether it was done. `skipped`: it was not begun, or it was stopped
   * while it was certain that nothing had been done: the server had turned away what was sent.
   */
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

/**
 * Sends what one entry asks for, and says what became of it. `stop` ends it where nothing was done yet; what may have been
 * done is `unknown` where a long wait would have to tell.
 */
export async function applyEntry(
  entry: Appliable,
  api: Api,
  known: () => readonly KnownRestream[],
  stop: AbortSignal,
): Promise<Applied> {
  try {
    return { entry, ...(await sent(entry, api, known, stop)) };
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.kind === "aborted" && !error.mayHaveActed) return skipped(entry);
    const outcome = error.mayHaveActed ? "unknown" : "failed";
    return { entry, outcome, error, ...("id" in entry && { id: entry.id }) };
  }
}

/** What is said of an entry for which nothing was done, because no more is to be done. */
export function skipped(entry: Appliable): Applied {
  return { entry, outcome: "skipped", ...("id" in entry && { id: entry.id }) };
}

type Outcome = Omit<Applied, "entry">;

async function sent(
  entry: Appliable,
  api: Api,
  known: () => readonly KnownRestream[],
  stop: AbortSignal,
): Promise<Outcome> {
  const body = sentBy(entry) ?? {};
  switch (entry.action) {
    case "create": {
      const creation = await api.createRestream(body, known, stop);
      if (creation.outcome === "created") {
        return { outcome: "done", ...(creation.id !== undefined && { id: creation.id }) };
      }
      const { error } = creation;
      return { outcome: creation.outcome === "notCreated" ? "failed" : "unknown", error };
    }
    case "update":
      await api.updateRestream(entry.id, body, stop);
      return { outcome: "done", id: entry.id };
    case "delete":
      await deleted(entry.id, api, stop);
      return { outcome: "done", id: entry.id };
  }
}

/** What somebody else has deleted meanwhile is as it should be. */
async function deleted(id: number, api: Api, stop: AbortSignal): Promise<void> {
  try {
    await api.deleteRestream(id, stop);
  } catch (error) {
    if (!isApiError(error) || error.kind !== "notFound") throw error;
  }
}
