import { changesIn, savePlan } from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { EXIT, type Io } from "../io.ts";
import { planPathOf, writePlanFile } from "../submit/plan-file.ts";
import { planned } from "../submit/planned.ts";
import { isHeldUp, printPlan } from "../submit/print-plan.ts";
import { withApi } from "../submit/with-api.ts";

/** Prints what submitting would change, and saves it where that is asked for. Changes nothing at Gcore. */
export async function planChanges(args: Arguments, io: Io): Promise<number> {
  const out = args.value("out");
  const path = out === undefined ? undefined : planPathOf(out, io);
  return withApi(io, async (signal) => {
    const found = await planned(args, io, signal);
    if (!found) return EXIT.found;
    const { plan, gcore } = found;
    printPlan(plan, args, io);
    if (isHeldUp(plan, io)) return EXIT.found;
    if (out !== undefined && path !== undefined)
      writePlanFile(path, out, await savePlan(plan, gcore.digest));
    return args.has("detailed-exitcode") && changesIn(plan) > 0 ? EXIT.changes : EXIT.ok;
  });
}
