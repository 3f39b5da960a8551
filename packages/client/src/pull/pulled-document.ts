import type { Variables } from "@restream-lint/core";
import type { RemoteRestream, RemoteStream } from "../remote.ts";
import { type PulledRestream, pulledRestreams } from "./pulled-restreams.ts";
import { streamItems } from "./stream-items.ts";
import { createNames } from "./variable-names.ts";
import { writtenName } from "./written-name.ts";
import { writtenUris } from "./written-uris.ts";
import { yamlText } from "./yaml-text.ts";

/** A YAML document, and what the variables in it have to hold: that is secret. */
export interface PulledDocument {
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
}

/** What is known where a document is pulled. */
export interface PullOptions {
  /** Variables that are there: used for what they hold, and for nothing else. */
  readonly taken?: Variables;
}

/**
 * What exists, as a document that changes nothing: no secret is in it. By stream and ID, whatever order they come in; without
 * streams that have no restream. What a document could not say is left out.
 */
export function pulledDocument(
  restreams: readonly RemoteRestream[],
  streams: readonly RemoteStream[],
  { taken = new Map() }: PullOptions = {},
): PulledDocument {
  const all = pulledRestreams(restreams).map((it, index) => ({
    ...it,
    owner: `RESTREAM_${it.id ?? index + 1}`,
  }));
  const names = createNames(taken);
  const uris = writtenUris(
    all.map(({ uri = "", owner }) => ({ uri, owner })),
    names,
  );
  const items: (readonly string[])[] = [];
  const variables = new Map<string, string>();
  const secretsById = new Map<number, string[]>();
  for (const [index, it] of all.entries()) {
    const uri = it.uri === undefined ? undefined : uris[index];
    const secrets = [...(uri?.variables.values() ?? [])];
    const name = it.name === undefined ? undefined : writtenName(it.name, it.owner, secrets, names);
    items.push(linesOf(it, name?.text, uri?.text));
    for (const text of [name, uri])
      for (const [variable, value] of text?.variables ?? []) variables.set(variable, value);
    if (it.streamId === undefined) continue;
    const others = secretsById.get(it.streamId);
    if (others) others.push(...secrets);
    else secretsById.set(it.streamId, secrets);
  }
  const declared = streamItems(secretsById, streams);
  const lines = [
    "# The restreams of a Gcore account. A variable stands for each secret.",
    ...(declared.length > 0 ? [...section("streams", declared), ""] : []),
    ...section("restreams", items),
  ];
  return { text: `${lines.join("\n")}\n`, variables };
}

function linesOf(
  { id, streamId, isInactive, userId }: PulledRestream,
  name: string | undefined,
  uri: string | undefined,
): readonly string[] {
  return [
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(name === undefined ? [] : [`name: ${yamlText(name)}`]),
    ...(streamId === undefined ? [] : [`stream_id: ${streamId}`]),
    ...(uri === undefined ? [] : [`uri: ${yamlText(uri)}`]),
    ...(isInactive ? ["active: false"] : []),
    ...(userId === undefined ? [] : [`client_user_id: ${userId}`]),
  ];
}

function section(key: string, items: readonly (readonly string[])[]): readonly string[] {
  if (items.length === 0) return [`${key}: []`];
  const lines = items.flatMap((item) =>
    item.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`),
  );
  return [`${key}:`, ...lines];
}
