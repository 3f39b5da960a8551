import { listed } from "../listed.ts";
import { codecName, isCarried } from "../gcore/codecs.ts";
import { checkCombination } from "../gcore/combinations.ts";
import { RECOMMENDED_LATENCY } from "../gcore/latency.ts";
import { UNIT_NAMES } from "../gcore/latency-choices.ts";
import { NETWORKS } from "../restream.ts";
import { AUDIO_CODECS, VIDEO_CODECS } from "../stream.ts";
import { formatLatencyRange, LATENCY_UNITS, type LatencyUnit } from "../uri/latency.ts";
import { type Protocol, protocolName, PROTOCOLS } from "../uri/uri.ts";

/** What a value of a document's field means, as a sentence; undefined where the value says that itself, or is not known. */
export function meaningOf(field: string, value: unknown): string | undefined {
  switch (field) {
    case "protocol":
    case "source_protocol": {
      const protocol = PROTOCOLS.find((it) => it === value);
      return protocol && sourceMeaning(protocol);
    }
    case "video_codec":
    case "audio_codec": {
      const codec = [...VIDEO_CODECS, ...AUDIO_CODECS].find((it) => it === value);
      if (!codec) return undefined;
      const carriers = PROTOCOLS.filter((it) => isCarried(it, codec)).map(protocolName);
      return `${codecName(codec)}: Gcore carries it by ${listed(carriers, "and")}${carriers.length === 1 ? " alone" : ""}.`;
    }
    case "latency_unit": {
      const unit = LATENCY_UNITS.find((it) => it === value);
      return unit && UNIT_MEANINGS[unit];
    }
    case "network": {
      const network = NETWORKS.find((it) => it === value);
      return (
        network &&
        `Gcore recommends a latency of ${formatLatencyRange(RECOMMENDED_LATENCY[network])}.`
      );
    }
    case "active":
      return value === false ? "The restream is kept, and pushes nothing." : undefined;
    default:
      return undefined;
  }
}

function sourceMeaning(source: Protocol): string {
  const targets = checkCombination(source, source).targets.map(protocolName);
  return `The encoder pushes ${protocolName(source)} to Gcore, which lists ${listed(targets, "and")} targets for it.`;
}

const UNIT_MEANINGS: Readonly<Record<LatencyUnit, string>> = {
  us: `In ${UNIT_NAMES.us}, as FFmpeg and OBS read it: \`2000000\` is 2 s.`,
  ms: `In ${UNIT_NAMES.ms}, as libsrt and most others read it: \`2000\` is 2 s.`,
  s: `In ${UNIT_NAMES.s}: \`2\` is 2 s. No server is known that reads them.`,
};
