import { type Document, lineStartsOf, positionAt, resolvePlaceholders } from "@restream-lint/core";
import type { RemoteRestream } from "../remote.ts";
import { changedFields } from "./body-fields.ts";
import { bodyOf, type Obstacle, type Reading } from "./body-of.ts";
import { type Match, matchesOf } from "./matches-of.ts";
import { isRefused, type Local, type PlanEntry, type Rival } from "./plan-entry.ts";
import { shownLocalName, shownLocalUri } from "./shown-local.ts";

/** A document, and the file that a person knows it by. */
export interface PlannedDocument {
  readonly file: string;
  /** Linted, and with its placeholders filled in. */
  readonly document: Document;
}

/** What is asked of planning. */
export interface PlanOptions {
  /** Delete what the documents do not hold, of the streams that they speak of. */
  readonly prune?: boolean;
}

/** What submitting would do, restream by restream. It can be printed: secrets are hidden in it. */
export interface Plan {
  /** In the order of the documents; then what only the remote side holds, in its order. */
  readonly entries: readonly PlanEntry[];
  /**
   * Whether pruning was asked for, and deletes nothing: some restream could not be told from those that it would delete, or
   * the documents hold none at all.
   */
  readonly heldBack: boolean;
}

/**
 * What it takes to make the remote restreams what the documents say. A restream is known by its `id`; else by its stream,
 * name and target address together; else by stream and name; else by stream and target address.
 */
export function plan(
  documents: readonly PlannedDocument[],
  remote: readonly RemoteRestream[],
  { prune = false }: PlanOptions = {},
): Plan {
  const resolved = documents.map(withDefaults);
  const locals = resolved.flatMap(localsIn);
  const { matches, left } = matchesOf(
    locals.map(({ reading }) => reading),
    remote,
  );
  const entries = locals.map(({ local, reading }, index) =>
    entryOf(local, reading, matches[index], (all) => rivalsOf(index, all, locals)),
  );
  // Documents that say nothing are a mistake more often than a wish.
  const heldBack = prune && (entries.length === 0 || entries.some(isRefused));
  const pruned = prune && !heldBack ? streamIdsIn(resolved, locals) : new Set<string>();
  return {
    entries: [...entries, ...left.map((it) => leftOver(it, pruned))],
    heldBack,
  };
}

interface ReadLocal {
  readonly local: Local;
  readonly reading: Reading;
}

function localsIn({ file, document }: PlannedDocument): ReadLocal[] {
  const lineStarts = lineStartsOf(document.text);
  return document.restreams.map((restream) => {
    const reading = bodyOf(restream);
    const { node, path } = restream;
    const { start } = node.alias ?? node.range;
    const local = {
      file,
      path,
      line: positionAt(lineStarts, start).line + 1,
      name: shownLocalName(restream),
      uri: shownLocalUri(restream),
      streamId: reading.body.stream_id,
      body: () => reading.body,
    };
    return { local, reading };
  });
}

/** Defaults hold, and `$${` is `${`, though no variable is asked for. */
function withDefaults({ file, document }: PlannedDocument): PlannedDocument {
  const isFilled = document.resolution !== undefined;
  return { file, document: isFilled ? document : resolvePlaceholders(document, () => undefined) };
}

/** The streams that the documents speak of, whether they declare them or restreams name them. */
function streamIdsIn(
  documents: readonly PlannedDocument[],
  locals: readonly ReadLocal[],
): ReadonlySet<string> {
  const declared = documents.flatMap(({ document }) => document.streams);
  const ids = [
    ...declared.map(({ id }) => id?.value),
    ...locals.map(({ reading }) => reading.body.stream_id),
  ];
  return new Set(ids.filter((it) => it !== undefined).map(String));
}

function entryOf(
  local: Local,
  { id, body, obstacles }: Reading,
  match: Match | undefined,
  rivalsAmong: (all: readonly number[]) => readonly Rival[],
): PlanEntry {
  if (obstacles.length > 0) return { ...local, action: "blocked", obstacles };
  if (match?.kind === "ambiguous") {
    return {
      ...local,
      action: "ambiguous",
      candidates: match.candidates,
      rivals: rivalsAmong(match.locals),
    };
  }
  if (match?.kind !== "one") {
    return id === undefined ? { ...local, action: "create" } : { ...local, action: "missing", id };
  }
  const remote = () => match.remote;
  const streamId = local.streamId ?? match.remote.stream_id;
  const known = { ...local, streamId, id: match.remote.id, remote };
  const fields = changedFields(body, match.remote);
  if (fields.length === 0) return { ...known, action: "unchanged" };
  if (known.id === undefined) return { ...local, action: "blocked", obstacles: [WITHOUT_ID] };
  const live = match.remote.live === true;
  return { ...known, id: known.id, action: "update", fields, live };
}

const WITHOUT_ID: Obstacle = {
  field: "id",
  reason: "the API tells no ID of the restream that it is, so that cannot be changed",
  variables: [],
};

/** Nobody reads more of them, and each of many could name all the others. */
const MOST_RIVALS = 5;

function rivalsOf(
  own: number,
  all: readonly number[],
  locals: readonly ReadLocal[],
): readonly Rival[] {
  const rivals = all.slice(0, MOST_RIVALS + 1).filter((it) => it !== own);
  return rivals.slice(0, MOST_RIVALS).flatMap((it) => {
    const found = locals[it]?.local;
    return found
      ? [{ file: found.file, path: found.path, line: found.line, name: found.name }]
      : [];
  });
}

function leftOver(it: RemoteRestream, prunedStreams: ReadonlySet<string>): PlanEntry {
  const known = { remote: () => it, live: it.live === true };
  // The API may tell none, and a document may hold the word "null".
  const isPruned = typeof it.stream_id === "number" && prunedStreams.has(String(it.stream_id));
  return isPruned && it.id !== undefined
    ? { ...known, action: "delete", id: it.id }
    : { ...known, action: "remote-only", id: it.id };
}
