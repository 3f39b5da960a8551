import { restreamNodesIn } from "./forms.ts";
import { type Declared, declared, declaredId, scalarIn, type Stream, streamsIn } from "./stream.ts";
import type { MappingNode, Node } from "./syntax/node.ts";
import { LATENCY_UNITS, type LatencyUnit } from "./uri/latency.ts";
import { PROTOCOLS, type Protocol } from "./uri/uri.ts";
import { withComment } from "./field/uri-comment.ts";
import { type UriField, uriFieldOf } from "./field/uri-field.ts";

/** One configured push of a stream to a target. What the text does not say, or leaves to a placeholder, is undefined. */
export interface Restream {
  readonly node: MappingNode;
  /** JSON Pointer. */
  readonly path: string;
  readonly uri: UriField | undefined;
  /** As written, so that equal placeholders are equal streams. */
  readonly streamId: string | undefined;
  /** The stream of that ID that the same YAML document or JSON text declares; the first where one is there twice. */
  readonly stream: Stream | undefined;
  /** Known to be: not where a placeholder decides. */
  readonly isActive: boolean;
  /** The protocol of its source, as the restream or else its stream declares it. */
  readonly source: Declared<Protocol> | undefined;
  /** The protocols that its source may have, where nothing is declared of it and others know: see `withSources`. */
  readonly learntSources?: readonly Protocol[];
  readonly latencyUnit: LatencyUnit | undefined;
  readonly network: Network | undefined;
}

/** What lies between Gcore and a target; decides which SRT latency is right. */
export type Network = "cross-region" | "public-internet";
export const NETWORKS: readonly Network[] = ["cross-region", "public-internet"];

/** The restreams of a root that are not broken, in the order of the text. */
export function restreamsIn(
  text: string,
  root: Node,
  isBroken: (node: Node) => boolean,
): Restream[] {
  const streams = byId(streamsIn(root));
  return restreamNodesIn(root).flatMap(({ node, path }) =>
    node.kind === "mapping" && !isBroken(node) ? restreamOf(text, node, path, streams) : [],
  );
}

function restreamOf(
  text: string,
  node: MappingNode,
  path: string,
  streams: ReadonlyMap<string, Stream>,
): Restream {
  const uri = scalarIn(node, "uri");
  const streamId = declaredId(node, "stream_id")?.value;
  const stream = streamId === undefined ? undefined : streams.get(streamId);
  return {
    node,
    path,
    uri: uri && uriFieldOf(withComment(text, uri), `${path}/uri`),
    streamId,
    stream,
    isActive: (scalarIn(node, "active")?.value ?? true) === true,
    source: declared(node, "source_protocol", PROTOCOLS) ?? stream?.protocol,
    latencyUnit: declared(node, "latency_unit", LATENCY_UNITS)?.value,
    network: declared(node, "network", NETWORKS)?.value,
  };
}

/** What tells restreams apart: the stream and the name. Undefined where either is missing. */
export function streamAndNameOf({ node, streamId }: Restream): string | undefined {
  const name = streamId === undefined ? undefined : scalarIn(node, "name");
  if (typeof name?.value !== "string" || name.tag !== undefined) return undefined;
  return name.value.trim() === "" ? undefined : `${streamId}\n${name.value}`;
}

function byId(streams: readonly Stream[]): ReadonlyMap<string, Stream> {
  const found = new Map<string, Stream>();
  for (const stream of streams) {
    if (stream.id && !found.has(stream.id.value)) found.set(stream.id.value, stream);
  }
  return found;
}
