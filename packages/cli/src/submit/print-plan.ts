import {
  isUnfilled,
  type Plan,
  planText,
  shownPlan,
  unsettledObjection,
} from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { hasColor } from "../color.ts";
import type { Io } from "../io.ts";
import { jsonText } from "../reporters/json-text.ts";
import { planSheet } from "../reporters/plan-sheet.ts";

/** Prints a plan, in the format that the arguments name, and what may help where something is refused. */
export function printPlan(plan: Plan, args: Arguments, io: Io): void {
  const shown = shownPlan(plan);
  const text =
    args.value("format") === "json"
      ? jsonText(shown)
      : planSheet(planText(shown), hasColor(args, io, io.stdout));
  io.stdout.write(text);
  if (isUnfilled(plan) && !args.has("env") && !args.has("env-file")) {
    io.stderr.write(
      "restream-lint: --env fills in variables from the environment, --env-file from a file\n",
    );
  }
}

/** Whether nothing can be sent until a person has changed something; said on stderr. */
export function isHeldUp(plan: Plan, io: Io): boolean {
  const objection = unsettledObjection(plan);
  if (objection !== undefined) io.stderr.write(`restream-lint: ${objection}\n`);
  return objection !== undefined;
}
