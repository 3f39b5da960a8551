import { existsSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pulledDocument, survey } from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { addVariables, type EnvFile, isHoldable } from "../env-file-writer.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import { named } from "../named.ts";
import { openEnvFile } from "../open-env-file.ts";
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
    const { restreams, streams, streamsError } = await survey(api, signal);
    mentionStreams(streamsError, io);
    const taken = target?.variables ?? new Map<string, undefined>();
    const { text, variables } = pulledDocument(restreams, streams, { taken });
    // First, so that a document stands for nothing that is lost.
    const isWhole = target === undefined || keep(variables, target, io);
    const document = commentOf(variables.size, target) + text;
    if (out === undefined || path === undefined) io.stdout.write(document);
    else named(out, () => writeFileSync(path, document, { flag: "wx" }));
    return isWhole ? EXIT.ok : EXIT.found;
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

/** Adds to an env file what it does not hold yet; answers whether it could hold all. */
function keep(variables: ReadonlyMap<string, string>, target: EnvFile, io: Io): boolean {
  const added = [...variables].filter(([name]) => !target.variables.has(name));
  const holdable = added.filter(([, value]) => isHoldable(value));
  if (holdable.length > 0) named(target.name, () => addVariables(target, new Map(holdable)));
  for (const [name, value] of added) {
    if (isHoldable(value)) continue;
    io.stderr.write(
      `restream-lint: ${printable(target.name)} cannot hold ${name}: it has a line break or the like in it\n`,
    );
  }
  return holdable.length === added.length;
}

function commentOf(count: number, target: EnvFile | undefined): string {
  if (count === 0) return "";
  if (target) return `# Its variables are in an env file: lint and submit it with --env-file.\n`;
  return "# What its variables hold was not written anywhere: restream-lint pull --env-file FILE keeps it.\n";
}
