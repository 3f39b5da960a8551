import {
  checkCombination,
  counted,
  isStreamId,
  knownIn,
  listed,
  type Protocol,
  protocolName,
  PROTOCOLS,
  redactedIn,
  type Restream,
  restreamNodesIn,
  type Stream,
  streamFactsOf,
  type Target,
  UNNAMED,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import { sourceWords, targetWords } from "./combination-words.ts";
import { type FieldPlace, holds } from "./field-place.ts";
import { bullets, code } from "./markdown.ts";

/** What is known of the stream that a restream pushes, and where else it goes. */
export function streamUseWords(
  view: View,
  { root, mapping }: FieldPlace,
): readonly (string | undefined)[] {
  const { document, converter } = view;
  const restream = document.restreams.find(({ node }) => holds(node, mapping));
  const { stream, streamId } = restream ?? {};
  if (!restream || streamId === undefined) return [];
  const nodes = new Set(restreamNodesIn(root).map(({ node }) => node));
  const users = document.restreams.filter((it) => it.streamId === streamId && nodes.has(it.node));
  const target = restream.uri?.uri.protocol;
  return [
    stream
      ? `${nameOf(stream)}, declared on line ${converter.positionAt(stream.node.range.start).line + 1}: ${streamText(stream)}.`
      : "No `streams` entry declares this stream, so nothing is known of what it sends.",
    ...usersWords(view, users),
    target && restream.source ? targetWords(target, restream.source.value) : undefined,
  ];
}

/** What a declared stream reaches, and which restreams push it. */
export function sourceUseWords(
  view: View,
  { mapping, name }: FieldPlace,
): readonly (string | undefined)[] {
  const { document } = view;
  const stream = document.streams.find(({ node }) => holds(node, mapping));
  if (!stream) return [];
  const users = document.restreams.filter((it) => it.stream?.node === stream.node);
  return [...reachWords(stream, name), ...usersWords(view, users)];
}

/** At `protocol` the value's meaning says which targets it reaches. */
function reachWords({ protocol }: Stream, field: string): readonly string[] {
  if (!protocol)
    return ["Its `protocol` is not declared, so nothing tells which targets it reaches."];
  return field === "protocol" ? [] : [sourceWords(protocol.value)];
}

/** A stream by its ID, unless that may be something else. */
function nameOf({ id }: Stream): string {
  return id && isStreamId(id.value) ? `Stream ${id.value}` : "The stream";
}

function streamText(stream: Stream): string {
  const facts = streamFactsOf(stream);
  return facts.length === 0 ? "what it sends is not said" : listed(facts, "and");
}

/** More of them, nobody reads in a hover. */
const MOST_USERS = 10;

function usersWords(
  { document, settings, converter }: View,
  users: readonly Restream[],
): readonly (string | undefined)[] {
  if (users.length === 0) return ["No restream of this document pushes it."];
  const protocols = users.map(({ uri }) => uri?.uri.protocol);
  const counts = PROTOCOLS.map((protocol) => ({
    protocol,
    count: protocols.filter((it) => it === protocol).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ protocol, count }) => `${count} ${protocolName(protocol)}`);
  const shown = new Set(users.slice(0, MOST_USERS));
  const targets = knownIn(document, settings).targets.filter((it) => shown.has(it.restream));
  const more = users.length - shown.size;
  return [
    `Pushed by ${counted(users.length, "restream")} of this document${counts.length === 0 ? "" : `: ${counts.join(", ")}`}.`,
    bullets([
      ...targets.map((it) => {
        const { line } = converter.positionAt(it.restream.node.range.start);
        return `line ${line + 1}: ${targetText(it)}`;
      }),
      more > 0 ? `and ${more} more` : undefined,
    ]),
  ];
}

function targetText({ uri, platform, restream }: Target): string {
  const { protocol, authority } = uri;
  const host =
    authority && authority.host.text !== ""
      ? code(redactedIn(uri, authority.host.range))
      : "a host that is not written";
  const to = platform && platform.name !== UNNAMED ? platform.name : host;
  const how = protocol ? protocolName(protocol) : "a protocol that is filled in later";
  return `${how} to ${to}${listingText(restream.source?.value, protocol)}`;
}

function listingText(source: Protocol | undefined, target: Protocol | undefined): string {
  if (!source || !target || checkCombination(source, target).supported) return "";
  return `: Gcore does not list ${protocolName(source)} → ${protocolName(target)}`;
}
