import type { Api } from "./api.ts";
import { type Appliable, type Applied, applyEntry, isAppliable, skipped } from "./apply-entry.ts";
import { lanesOf } from "./apply-lanes.ts";
import type { KnownRestream } from "./newcomers.ts";
import type { Plan } from "./plan/plan.ts";
import { isRefused, type PlanEntry } from "./plan/plan-entry.ts";
import type { RemoteRestream } from "./remote.ts";

/** How a plan is applied. */
export interface ApplyOptions {
  /** How many restreams are worked on at the same time, at most. */
  readonly concurrency: number;
  /** Whether nothing more is begun after the first that fails, or is unknown. */
  readonly isFailFast: boolean;
  /**
   * Stops before the next one, and what waits for its turn, or for another try, while it is certain that nothing was
   * done; what else is under way is finished.
   */
  readonly signal: AbortSignal;
  /** Is told of each one right before something is sent for it; of each of those, `onApplied` is told, too. */
  readonly onBegun?: (entry: PlanEntry) => void;
  /** Is told of each one as soon as it is known what became of it. */
  readonly onApplied: (applied: Applied) => void;
}

/**
 * Does what a plan says: creates and changes, and deletes once all of those are done; where one of them is not, nothing is
 * deleted. Answers what became of each, in the
 * order of the plan; what needs nothing is left out. `known` is what was listed for the plan. Throws for a plan with
 * refused restreams in it, before anything is sent.
 */
export async function apply(
  { entries }: Plan,
  api: Api,
  known: readonly RemoteRestream[],
  { concurrency, isFailFast, signal, onBegun, onApplied }: ApplyOptions,
): Promise<readonly Applied[]> {
  if (entries.some(isRefused)) throw new Error("A plan with refused restreams is not applied.");
  const all: KnownRestream[] = [...known];
  const results = new Map<PlanEntry, Applied>();
  let isStopped = false;

  const changes = entries.filter(isAppliable);
  const [deletes, others] = [changes.filter(isDelete), changes.filter((it) => !isDelete(it))];
  await workThrough(lanesOf(others), concurrency, applyAll);
  // What takes its place may be what failed.
  isStopped ||= others.some((it) => results.get(it)?.outcome !== "done");
  await workThrough(lanesOf(deletes), concurrency, applyAll);
  return changes.flatMap((it) => results.get(it) ?? []);

  async function applyAll(lane: readonly Appliable[]): Promise<void> {
    try {
      await applyLane(lane);
    } catch (error) {
      // A mistake of ours, or of who is told: the less is done after it, the better.
      isStopped = true;
      throw error;
    }
  }

  async function applyLane(lane: readonly Appliable[]): Promise<void> {
    let isInDoubt = false;
    for (const entry of lane) {
      const applied = await applyNext(entry, isInDoubt);
      // Beside one that may exist, an equal one could be taken for it.
      isInDoubt ||= applied.outcome === "unknown";
      if (isFailFast && applied.error) isStopped = true;
      if (entry.action === "create" && applied.outcome === "done") {
        const { id } = applied;
        all.push({ ...entry.body(), ...(id !== undefined && { id }) });
      }
      results.set(entry, applied);
      onApplied(applied);
    }
  }

  async function applyNext(entry: Appliable, isInDoubt: boolean): Promise<Applied> {
    if (isStopped || isInDoubt || signal.aborted) return skipped(entry);
    onBegun?.(entry);
    return applyEntry(entry, api, () => all, signal);
  }
}

function isDelete({ action }: Appliable): boolean {
  return action === "delete";
}

/** All that p-limit would do here: what is not to be begun any more still passes through, so no queue has to be emptied. */
async function workThrough<T>(
  tasks: readonly T[],
  concurrency: number,
  work: (task: T) => Promise<void>,
): Promise<void> {
  // All workers take from the same rest.
  const rest = tasks.values();
  const length = Math.min(tasks.length, Math.max(1, concurrency));
  const workers = Array.from({ length }, async () => {
    for (const task of rest) await work(task);
  });
  for (const end of await Promise.allSettled(workers)) {
    if (end.status === "rejected") throw end.reason;
  }
}
