import {
  DEFAULT_PORTS,
  isSecretParameter,
  platformsAt,
  type Protocol,
  protocolName,
  redactedIn,
  type Target,
  type Uri,
  type UriPart,
} from "@restream-lint/core";
import { targetWords } from "./combination-words.ts";
import { latencyWords } from "./latency-words.ts";
import { cited, code } from "./markdown.ts";
import { platformWords } from "./platform-words.ts";
import { srtParameterSources, srtParameterWords } from "./srt-parameter-words.ts";

/** What a part of a URI is; the target says more of it than the URI alone. */
export function uriPartWords(
  uri: Uri,
  { kind, part, pair }: UriPart,
  target: Target | undefined,
): readonly (string | undefined)[] {
  const shown = code(redactedIn(uri, part.range));
  switch (kind) {
    case "scheme":
      return schemeWords(uri, target);
    case "userinfo":
      return [`**User and password**, which some servers ask for. ${SECRET}`];
    case "host":
      return [
        `**Host** ${shown}: the server that Gcore pushes to.`,
        ...hostWords(uri, target),
        uri.authority?.port ? undefined : portWords(uri.protocol),
      ];
    case "port":
      return [
        `**Port** ${shown}: where the server listens. ${portWords(uri.protocol)}`,
        portsOf(target),
      ];
    case "app":
      return [
        `**App** ${shown}: which application of the server takes the stream.`,
        appsOf(target),
      ];
    case "stream-key":
      return [
        `**Stream key**: tells the server whose stream this is. ${SECRET}`,
        keyShapeOf(target),
      ];
    case "path":
      return uri.protocol === "srt"
        ? ["**Path**: no SRT server reads it. What names the stream is the parameter `streamid`."]
        : ["**Path**."];
    case "query":
      return [`**Query**: goes to the server with the stream key, and may hold it. ${SECRET}`];
    case "fragment":
      return [
        `**Fragment**: some servers take it for the stream key, others never see it. ${SECRET}`,
      ];
    case "parameter":
    case "value": {
      const { name, value } = pair;
      return [
        ...srtParameterWords(name.text),
        ...(isSecretParameter(name.text) && value ? [SECRET] : []),
        ...(name.text === "latency" && target ? latencyWords(target, pair) : []),
        srtParameterSources(name.text),
      ];
    }
  }
}

const SECRET = "It is a secret, and never shown.";

/** What the protocol of a URI is, and which sources reach it. */
export function schemeWords(
  { protocol }: Uri,
  target: Target | undefined,
): readonly (string | undefined)[] {
  if (!protocol) return ["**Scheme**: Gcore pushes to `rtmp`, `rtmps` and `srt` alone."];
  return [
    `**${protocolName(protocol)}**: ${SCHEMES[protocol]}`,
    portWords(protocol),
    targetWords(protocol, target?.restream.source?.value),
  ];
}

const SCHEMES: Readonly<Record<Protocol, string>> = {
  rtmp: "Real-Time Messaging Protocol, over TCP and not encrypted.",
  rtmps: "Real-Time Messaging Protocol, over TLS.",
  srt: "Secure Reliable Transport, over UDP; encrypted with a `passphrase`.",
};

function portWords(protocol: Protocol | undefined): string | undefined {
  const usual = protocol && DEFAULT_PORTS[protocol];
  if (!protocol) return undefined;
  return usual === undefined
    ? `${protocolName(protocol)} has no default port: it must be written.`
    : `The default port of ${protocolName(protocol)} is ${usual}.`;
}

function hostWords(uri: Uri, target: Target | undefined): readonly (string | undefined)[] {
  if (target?.platform) return platformWords(target.platform);
  const host = uri.authority?.host;
  if (!host || host.isOpen) return ["Which server that is will be filled in later."];
  const shared = [...new Set(platformsAt(host.text).map(({ name }) => name))];
  return shared.length > 0
    ? [`${shared.join(" and ")} share such hosts: which of them it is, the stream key tells.`]
    : ["No platform that is known: nothing is assumed of what it takes."];
}

function portsOf(target: Target | undefined): string | undefined {
  const { platform, uri } = target ?? {};
  const ports = uri?.protocol && platform?.ports?.value[uri.protocol];
  return (
    platform?.ports &&
    ports &&
    `${platform.name} listens on ${ports.join(" or ")} (${cited(platform.ports.source)}).`
  );
}

function appsOf(target: Target | undefined): string | undefined {
  const { apps, name } = target?.platform ?? {};
  return apps && `${name} takes ${apps.value.map(code).join(" or ")} (${cited(apps.source)}).`;
}

function keyShapeOf(target: Target | undefined): string | undefined {
  const { keyShape, name } = target?.platform ?? {};
  return keyShape === undefined ? undefined : `Keys of ${name} look like ${code(keyShape)}.`;
}
