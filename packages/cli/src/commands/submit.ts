import {
  apply,
  changesIn,
  comparePlan,
  liveObjection,
  type SavedPlan,
  savePlan,
} from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import { isAgreed } from "../submit/consent.ts";
import { readPlanFile } from "../submit/plan-file.ts";
import { type Planned, planned, plannedAgain } from "../submit/planned.ts";
import { printMoved } from "../submit/print-moved.ts";
import { isHeldUp, printPlan } from "../submit/print-plan.ts";
import { createProgress } from "../submit/progress.ts";
import { conclude } from "../submit/summary.ts";
import { createUnderWay } from "../submit/under-way.ts";
import { withApi } from "../submit/with-api.ts";

/** Lints, plans, asks, and then does what the plan says; says of each restream what became of it. */
export async function submit(args: Arguments, io: Io): Promise<number> {
  const concurrency = concurrencyOf(args);
  const ask = args.has("yes") ? undefined : io.ask;
  if (!ask && !args.has("yes")) {
    throw new UsageError(
      "submit asks before it changes anything, and there is no terminal to ask on: --yes agrees to the plan in advance",
    );
  }
  const saved = savedPlanOf(args, io);
  const underWay = createUnderWay();
  const work = async (signal: AbortSignal): Promise<number> => {
    let current = await planned(args, io, signal);
    if (!current) return EXIT.found;
    printPlan(current.plan, args, io);
    if (saved && (await hasMoved(saved, current, SAVED_AGAIN, io))) return EXIT.found;
    if (isHeldUp(current.plan, io) || isOnAir(current, args, io)) return EXIT.found;
    const count = changesIn(current.plan);
    if (count === 0) return EXIT.ok;
    if (ask) {
      const agreed = await savePlan(current.plan, current.gcore.digest);
      if (!(await isAgreed(current.plan, ask, io, signal))) {
        io.stderr.write("restream-lint: not agreed: nothing was changed\n");
        return EXIT.found;
      }
      // A question may stand there for hours.
      current = await plannedAgain(current, args, signal);
      if (await hasMoved(agreed, current, SUBMIT_AGAIN, io)) return EXIT.found;
    }
    signal.addEventListener("abort", () => {
      io.stderr.write(
        "restream-lint: interrupted: what is under way is finished, and nothing more begun; a second Ctrl-C ends it at once\n",
      );
    });
    const progress = createProgress(current.linted, count, args, io);
    const results = await apply(current.plan, current.gcore.api, current.remote, {
      concurrency,
      isFailFast: args.has("fail-fast"),
      signal,
      onBegun: underWay.begin,
      onApplied(applied) {
        underWay.end(applied);
        progress(applied);
      },
    });
    return conclude(results, signal.aborted, io);
  };
  return withApi(io, work, underWay.lastWords);
}

const SAVED_AGAIN = 'the saved plan is not submitted: make a new one with "plan --out"';
const SUBMIT_AGAIN = "nothing was changed: submit again to see the plan as it is now";

async function hasMoved(
  before: SavedPlan,
  { plan, gcore }: Planned,
  remedy: string,
  io: Io,
): Promise<boolean> {
  const compared = await comparePlan(before, plan, gcore.digest);
  if (compared === "same") return false;
  printMoved(compared.moved, io);
  io.stderr.write(`restream-lint: ${remedy}\n`);
  return true;
}

/** Whether something on air would be changed unasked; said on stderr. */
function isOnAir({ plan }: Planned, args: Arguments, io: Io): boolean {
  const objection = args.has("allow-live") ? undefined : liveObjection(plan);
  if (objection !== undefined)
    io.stderr.write(`restream-lint: ${objection}: --allow-live allows that\n`);
  return objection !== undefined;
}

function savedPlanOf(args: Arguments, io: Io): SavedPlan | undefined {
  const file = args.value("plan");
  if (file === undefined) return undefined;
  const saved = readPlanFile(file, io);
  if (!args.has("prune") && saved.entries.some(({ action }) => action === "delete"))
    throw new UsageError(`${file} deletes restreams: add --prune if that is meant`);
  return saved;
}

function concurrencyOf(args: Arguments): number {
  const given = args.value("concurrency") ?? "4";
  const count = /^[0-9]{1,2}$/.test(given) ? Number(given) : 0;
  if (count < 1 || count > 32)
    throw new UsageError("--concurrency needs a whole number from 1 to 32");
  return count;
}
