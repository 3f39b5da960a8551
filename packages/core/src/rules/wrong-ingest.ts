import type { Target } from "../document.ts";
import { suggestion } from "../fix.ts";
import { type IngestFault, ingestFaultOf, isWrongApp } from "../gcore/ingest-fault.ts";
import { SETTINGS } from "../gcore/known-targets.ts";
import { createReach, type Reach } from "../gcore/reach.ts";
import type { Platform } from "../gcore/target-facts.ts";
import type { Fix, Rule } from "../rule.ts";
import type { Edit } from "../edit.ts";
import { changeScheme, mendPort } from "../field/scheme-field.ts";
import type { Part } from "../uri/part.ts";
import { parseUri, type Protocol, protocolName } from "../uri/uri.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const wrongIngest: Rule = {
  id: "wrong-ingest",
  group: "gcore",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary:
      "A stream for a known target must go to the host and app where that target takes streams, by a protocol that it takes",
    rationale:
      "Platforms take streams at hosts of their own, not at their web sites, and under one app: YouTube's is `live2`, " +
      "Twitch's `app`, Facebook's `rtmp`. YouTube has one set of hosts for RTMP and another for RTMPS. " +
      "Elsewhere the connection fails, or a stream is taken and never shown.\n\n" +
      "Nor can every target be reached by every protocol: YouTube and Twitch document RTMP and RTMPS, and no SRT. What your " +
      "own servers take can be said in the settings, under `targets`, as `schemes`.\n\n" +
      "Copy the server URL from the platform's live settings.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmps://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live/${YOUTUBE_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://www.twitch.tv/app/${TWITCH_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://a.rtmp.youtube.com:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmps://b.rtmps.youtube.com/live2?backup=1/${YOUTUBE_KEY}\n",
    ],
    sources: [
      "https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion: an RTMPS host has `rtmps` in its name; the app is `live2`.",
      "https://dev.twitch.tv/docs/video-broadcast: `rtmp://<ingest-server>/app/<stream-key>`.",
      "obsproject/obs-studio, `rtmp-services`: hosts and apps of the other platforms, where they document none.",
      "https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/low-latency-network-requirements.html: SRT has hosts of its own.",
      "inferred: a protocol that a platform does not document is most likely not taken.",
      "inferred: no platform takes a pushed stream at its web site.",
    ],
  },

  *check(document) {
    const reaches = createReach(document);
    for (const target of document.targets) {
      const fault = ingestFaultOf(target);
      const { authority } = target.uri;
      if (!fault || !authority) continue;

      yield {
        message: messageOf(fault, target),
        about: fault.kind,
        ...placeOf(target.field, (faultyPart(fault, target) ?? authority.host).range),
        fixes: fixesOf(fault, target, reaches),
      };
    }
  },
};

function faultyPart({ kind }: IngestFault, { field, uri }: Target): Part | undefined {
  if (kind === "scheme") return uri.scheme;
  return kind === "app" ? field.rtmp?.app : undefined;
}

function messageOf(fault: IngestFault, { uri }: Target): string {
  const { name, apps } = fault.platform;
  const scheme = uri.protocol ? protocolName(uri.protocol) : "this scheme";
  switch (fault.kind) {
    case "site":
      return `This is ${name}'s web site, and takes no stream: use the server URL from its live settings`;
    case "host":
      return `${name} takes ${scheme} at ${fault.host}, not at this host: the connection fails`;
    case "scheme": {
      const { value, source } = fault.schemes;
      const names = value.map(protocolName);
      // A platform's silence is less than the user's word.
      return source === SETTINGS
        ? `${name} takes ${names.join(" or ")} only, by ${source.by}: a push by ${scheme} fails`
        : `${name} documents only ${names.join(" and ")} at this host: by ${scheme} the connection most likely fails`;
    }
    case "app": {
      const listed = (apps?.value ?? []).map((it) => `"${it}"`).join(" or ");
      const said = apps?.source.isThirdParty ? ` (according to ${apps.source.by})` : "";
      return `${name} takes streams under the app ${listed}${said}: under another the stream is not shown`;
    }
  }
}

function fixesOf(fault: IngestFault, target: Target, reaches: Reach): (Fix | undefined)[] {
  const { field, uri } = target;
  const { platform } = fault;
  const host = uri.authority?.host.range;
  if (fault.kind === "app" || !host) {
    return [suggestion(`Push to the app "${onlyApp(platform)}"`, ...mendApp(target, platform))];
  }
  if (fault.kind === "scheme") {
    // Only RTMP is what RTMPS is, but for its port; SRT says all else in other words.
    const isRtmp = uri.protocol === "rtmps" && fault.schemes.value.includes("rtmp");
    if (!isRtmp || !reaches(target, "rtmp")) return [];
    const edits = [...changeScheme(field, "rtmp", platform), ...mendApp(target, platform)];
    return [suggestion("Push by RTMP", ...edits)];
  }
  if (fault.kind === "host") {
    const edits = [replaceIn(field, host, fault.host), ...mendApp(target, platform)];
    return [
      suggestion(`Push to ${fault.host}`, ...edits, ...mendPort(field, uri.protocol ?? "rtmp")),
    ];
  }
  const server = serverFor(target, platform, reaches);
  if (!server) return [];
  const edits = [replaceIn(field, host, server.host), ...mendApp(target, platform)];
  return server.protocol === uri.protocol
    ? [suggestion(`Push to ${server.host}`, ...edits, ...mendPort(field, server.protocol))]
    : [
        suggestion(
          `Push to ${server.host} by ${protocolName(server.protocol)}`,
          ...edits,
          ...changeScheme(field, server.protocol),
        ),
      ];
}

interface Server {
  readonly protocol: Protocol;
  readonly host: string;
}

/** The platform's server for the scheme that is written, else for one that the source reaches. */
function serverFor(target: Target, { servers = [] }: Platform, reaches: Reach): Server | undefined {
  const known = servers.flatMap((it): Server[] => {
    const { protocol, authority } = parseUri(it);
    // A port of its own is more than can be told from the site.
    return protocol && authority && !authority.port
      ? [{ protocol, host: authority.host.text }]
      : [];
  });
  const written = target.uri.protocol;
  if (!written || written === "srt") return undefined;
  return (
    known.find(({ protocol }) => protocol === written) ??
    known.find(({ protocol }) => reaches(target, protocol))
  );
}

/** Writes the platform's app where another stands; an edit that cannot be made where it has several. */
function mendApp(target: Target, platform: Platform): (Edit | undefined)[] {
  const app = target.field.rtmp?.app;
  if (!app || !isWrongApp(target, platform)) return [];
  const right = onlyApp(platform);
  return [right === undefined ? undefined : replaceIn(target.field, app.range, right)];
}

function onlyApp({ apps }: Platform): string | undefined {
  return apps?.value.length === 1 ? apps.value[0] : undefined;
}
