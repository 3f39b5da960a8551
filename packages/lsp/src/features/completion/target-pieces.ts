import {
  freeVariable,
  isSecretParameter,
  latencyChoices,
  parseUri,
  type Platform,
  PLATFORMS,
  type Protocol,
  usualLatency,
} from "@restream-lint/core";
import type { Push } from "./push.ts";
import type { Piece } from "./snippet.ts";

/** A server that a platform shows its users. */
export interface Server {
  readonly platform: Platform;
  /** Without a stream key: `rtmp://a.rtmp.youtube.com/live2`. */
  readonly uri: string;
  readonly protocol: Protocol;
  readonly host: string;
  /** The host and its port, as the platform writes them. */
  readonly hostAndPort: string;
  /** Without slashes around it; empty in SRT. */
  readonly app: string;
}

/** The usual servers of all platforms, in the order of the table. */
export const SERVERS: readonly Server[] = PLATFORMS.flatMap((platform) =>
  (platform.servers ?? []).flatMap((server): Server[] => {
    const { protocol, authority, path } = parseUri(server);
    if (!protocol || !authority) return [];
    const { host, hostAndPort } = authority;
    return [
      {
        platform,
        uri: server,
        protocol,
        host: host.text,
        hostAndPort: server.slice(hostAndPort.start, hostAndPort.end),
        app: path.text.replace(/^\//, ""),
      },
    ];
  }),
);

/** What follows the host and port of a server, or of any other that is written out. */
export function piecesAfter(
  { protocol, host, app }: Pick<Server, "protocol" | "host" | "app">,
  push: Push,
): readonly Piece[] {
  if (protocol === "srt")
    return [...queryPieces(push), "&streamid=", secretPiece(host, "streamid", push)];
  return [`/${app}/`, secretPiece(host, "stream key", push)];
}

/** A placeholder for a secret, which a person may overwrite. */
export function secretPiece(
  host: string,
  kind: "stream key" | "streamid" | "passphrase",
  { taken }: Push,
): { readonly stop: string } {
  return { stop: `\${${freeVariable(host, kind, taken)}}` };
}

/** What kind of secret an SRT parameter holds; undefined for one that holds none. */
export function secretKindOf(parameter: string): "streamid" | "passphrase" | undefined {
  if (!isSecretParameter(parameter)) return undefined;
  return parameter === "passphrase" ? parameter : "streamid";
}

/** Any SRT server, with places for what only a person knows. */
export function srtServerPieces(push: Push): readonly Piece[] {
  return ["srt://", { stop: "host" }, ":", { stop: "9000" }, ...queryPieces(push)];
}

/** What every SRT target needs. */
function queryPieces(push: Push): readonly Piece[] {
  return ["?mode=caller&latency=", latencyPiece(push)];
}

/** The latency that a person would type, in each unit that the target may read. */
export function latencyPiece({ terms }: Push): Piece {
  const [first, ...others] = latencyChoices(usualLatency(terms), terms).map(({ text }) => text);
  if (first === undefined || others.length === 0) return { stop: first ?? "" };
  return { choices: [first, ...others], plain: first };
}
