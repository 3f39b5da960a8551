import type { RemoteRestream } from "../remote.ts";

/** What a document says of a remote restream; undefined where it would say nothing. */
export interface PulledRestream {
  readonly id: number | undefined;
  readonly name: string | undefined;
  readonly streamId: number | undefined;
  readonly uri: string | undefined;
  readonly isInactive: boolean;
  readonly userId: number | undefined;
}

/** By stream, ID, name and URI; without those of which nothing could be said. */
export function pulledRestreams(restreams: readonly RemoteRestream[]): readonly PulledRestream[] {
  return restreams
    .map(pulled)
    .filter((it) => Object.values(it).some((value) => value !== undefined && value !== false))
    .toSorted(
      (a, b) =>
        byOrder(a.streamId, b.streamId) ||
        byOrder(a.id, b.id) ||
        byOrder(a.name, b.name) ||
        byOrder(a.uri, b.uri),
    );
}

function pulled({
  id,
  name,
  stream_id,
  uri,
  active,
  client_user_id,
}: RemoteRestream): PulledRestream {
  return {
    id: idIn(id),
    // A name that is empty is none.
    name: name === "" ? undefined : name,
    streamId: idIn(stream_id),
    uri,
    isInactive: active === false,
    userId: client_user_id ?? undefined,
  };
}

/** Documents know no ID 0. */
function idIn(id: number | undefined): number | undefined {
  return id === 0 ? undefined : id;
}

/** What is missing comes last. */
function byOrder<T extends string | number>(a: T | undefined, b: T | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}
