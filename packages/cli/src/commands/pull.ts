import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pulledDocument, survey } from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { addVariables, type EnvFile, isHoldable } from "../environment/env-file-writer.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import { named } from "../named.ts";
import { openEnvFile } from "../environment/open-env-file.ts";
import { printable } from "../printable.ts";
import { connect } from "../submit/connect.ts";
import { mentionStreams } from "../submit/mention-streams.ts";
import { withApi } from "../submit/with-api.ts";

/** Writes what exists as a document, and what its variables hold into an env file, where one is named, and nowhere else. */
export async function pull(args: Arguments, io: Io): Promise<number> {
  if (args.paths.length > 0)
    throw new UsageError("pull takes no paths: --out names the file to write");
  const out = args.value("out");
  const path = out === undefined ? undefined : newPathOf(out, io);
  const envFile = args.value("env-file");
  const target = envFile === undefined ? undefined : openEnvFile(envFile, path ? [path] : [], io);
  return withApi(io, async (signal) => {
    const { api } = await connect(io, signal);
    const surveyed = await survey(api, signal);
    const { restreams, streams } = surveyed;
    mentionStreams(surveyed, io);
    const taken = target?.variables ?? new Map<string, undefined>();
    const { text, variables } = pulledDocument(restreams, streams, { taken });
    // First, so that a document stands for nothing that is lost.
    const lost = target === undefined ? [...variables.keys()] : keep(variables, target, io);
    const document = commentOf([...variables.keys()], lost, target) + text;
    if (out === undefined || path === undefined) io.stdout.write(document);
    else named(out, () => writeFileSync(path, document, { flag: "wx" }));
    return target === undefined || lost.length === 0 ? EXIT.ok : EXIT.found;
  });
}

/** Where a new document may be written, as a real path. Throws a UsageError for what is there already. */
function newPathOf(file: string, { cwd }: Io): string {
  const path = resolve(cwd, file);
  if (existsSync(path))
    throw new UsageError(`${file} is there already, and stays as it is: name another with --out`);
  return join(
    named(file, () => realpathSync(dirname(path))),
    basename(path),
  );
}

/** Adds to an env file what it does not hold yet; answers the variables that it cannot hold, which are said on stderr. */
function keep(variables: ReadonlyMap<string, string>, target: EnvFile, io: Io): readonly string[] {
  const added = [...variables].filter(([name]) => !target.variables.has(name));
  const holdable = added.filter(([, value]) => isHoldable(value));
  const lost = added.flatMap(([name, value]) => (isHoldable(value) ? [] : [name]));
  if (holdable.length > 0) named(target.name, () => addVariables(target, new Map(holdable)));
  if (lost.length > 0) {
    io.stderr.write(
      `restream-lint: ${printable(target.name)} cannot hold ${shownNames(lost)}: a line break, another control character, or a quote or backslash beside a backtick is not read the same by all who read env files. ${REMEDY}\n`,
    );
  }
  return lost;
}

const REMEDY = "Set it in the environment, and add --env, or change it at Gcore and pull again.";

function commentOf(
  all: readonly string[],
  lost: readonly string[],
  target: EnvFile | undefined,
): string {
  if (all.length === 0) return "";
  if (!target)
    return "# What its variables hold was not written anywhere: restream-lint pull --env-file FILE keeps it.\n";
  const held = "# Its variables are in an env file: lint and submit it with --env-file.\n";
  if (lost.length === 0) return held;
  return `${all.length > lost.length ? held : ""}# Not in the env file, which cannot hold it: ${shownNames(lost)}. ${REMEDY}\n`;
}

function shownNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** Nobody reads more of them. */
const MOST_NAMES = 20;
