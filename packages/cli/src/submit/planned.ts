import { type Gcore, plan, type Plan, type RemoteRestream, survey } from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import type { Linted } from "../linted-text.ts";
import { connect } from "./connect.ts";
import { hasErrors, mentionWarnings, readDocuments, withLearntSources } from "./documents.ts";
import { mentionStreams } from "./mention-streams.ts";
import { hasToken } from "./token-guard.ts";

/** A plan, and what it was made of. */
export interface Planned {
  readonly plan: Plan;
  readonly linted: readonly Linted[];
  readonly remote: readonly RemoteRestream[];
  readonly gcore: Gcore;
}

/** Lints, lists and plans; undefined where the documents have errors, or the API token, which is said then. */
export async function planned(
  args: Arguments,
  io: Io,
  signal: AbortSignal,
): Promise<Planned | undefined> {
  const documents = await readDocuments(args, io);
  if (await hasErrors(documents, args, io)) return undefined;
  const gcore = await connect(io, signal);
  const surveyed = await survey(gcore.api, signal);
  const { restreams: remote, sources } = surveyed;
  mentionStreams(surveyed, io);
  const informed = withLearntSources(documents, sources);
  if (informed !== documents && (await hasErrors(informed, args, io))) return undefined;
  const { linted } = informed;
  const found = { plan: planOf(linted, remote, args), linted, remote, gcore };
  if (hasToken(found, io)) return undefined;
  mentionWarnings(informed, io);
  return found;
}

/** The same plan made anew, of what is at Gcore now. */
export async function plannedAgain(
  { linted, gcore }: Planned,
  args: Arguments,
  signal: AbortSignal,
): Promise<Planned> {
  const remote = await gcore.api.listRestreams(signal);
  return { plan: planOf(linted, remote, args), linted, remote, gcore };
}

function planOf(
  linted: readonly Linted[],
  remote: readonly RemoteRestream[],
  args: Arguments,
): Plan {
  return plan(linted, remote, { prune: args.has("prune") });
}
