import {
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { readSavedPlan, type SavedPlan } from "@restream-lint/client";
import { readRegularText } from "@restream-lint/files";
import { UsageError } from "../errors.ts";
import { gitStateOf } from "../git/git-state.ts";
import type { Io } from "../io.ts";
import { named } from "../named.ts";

/** Reads what `plan --out` saved. Throws a UsageError. */
export function readPlanFile(file: string, { cwd }: Io): SavedPlan {
  const text = named(file, () => readRegularText(resolve(cwd, file)));
  const { saved, fault } = readSavedPlan(text);
  if (!saved) throw new UsageError(`${file}: ${fault}`);
  return saved;
}

/**
 * Where a plan may be saved: not in a file that git tracks, for it would be out of date in every other checkout, nor in
 * the place of anything but an older plan. Throws a UsageError.
 */
export function planPathOf(file: string, io: Io): string {
  const given = resolve(io.cwd, file);
  const isThere = named(file, () => lstatSync(given, { throwIfNoEntry: false })) !== undefined;
  const path = isThere ? named(file, () => realpathSync(given)) : given;
  const state = gitStateOf(path, io);
  if (state === "tracked")
    throw new UsageError(`git tracks ${file}: save the plan somewhere else with --out`);
  if (state === "unknown")
    throw new UsageError(`git does not say whether it tracks ${file}: see git status`);
  if (isThere && readSavedPlan(named(file, () => readRegularText(path))).saved === undefined)
    throw new UsageError(`${file} is there already, and is no saved plan: it stays as it is`);
  return path;
}

/** Saves a plan as a whole or not at all, for its owner alone: it names restreams. Throws a UsageError. */
export function writePlanFile(path: string, file: string, saved: SavedPlan): void {
  named(file, () => {
    const beside = `${path}.${process.pid}.tmp`;
    // Outside of `try`: what is there already is not ours to remove.
    const descriptor = openSync(beside, "wx", 0o600);
    try {
      try {
        writeFileSync(descriptor, `${JSON.stringify(saved, undefined, 2)}\n`);
      } finally {
        closeSync(descriptor);
      }
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}
