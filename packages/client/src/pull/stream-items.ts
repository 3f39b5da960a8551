import { maskText, shownName } from "@restream-lint/core";
import { sourceProtocolsOf } from "../plan/source-protocols-of.ts";
import type { RemoteStream } from "../remote.ts";
import { repeats } from "./written-name.ts";

/** The lines that declare streams, one after the other, by ID; those too that the API does not list: who declares some declares all. */
export function streamItems(
  secretsById: ReadonlyMap<number, readonly string[]>,
  streams: readonly RemoteStream[],
): readonly (readonly string[])[] {
  const names = new Map(streams.map(({ id, name }) => [id, name]));
  const protocols = sourceProtocolsOf(streams);
  return [...secretsById].map(([id, secrets]) => {
    const [protocol, other] = protocols.get(id) ?? [];
    return [
      `id: ${id}${commentOf(names.get(id) ?? "", secrets)}`,
      // RTMP or RTMPS declares neither.
      ...(protocol && !other ? [`protocol: ${protocol}`] : []),
    ];
  });
}

function commentOf(name: string, secrets: readonly string[]): string {
  const shown = maskText(shownName(name));
  // In quotes, so that no name can be a directive.
  return shown === "" || repeats(name, secrets) ? "" : ` # "${shown}"`;
}
