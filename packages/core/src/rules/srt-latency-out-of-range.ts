import type { Network } from "../restream.ts";
import type { Target } from "../document.ts";
import { judgeLatency } from "../gcore/latency.ts";
import type { LatencyRange } from "../uri/latency.ts";
import { UNIT_NAMES } from "../gcore/latency-choices.ts";
import type { Rule } from "../rule.ts";
import { formatLatency, formatLatencyRange, type Latency, MAX_LATENCY_MS } from "../uri/latency.ts";
import { placeOf } from "../field/uri-field.ts";

export const srtLatencyOutOfRange: Rule = {
  id: "srt-latency-out-of-range",
  group: "srt",
  severity: "warning",
  docs: {
    summary: "An SRT latency should be as long as the route to the target needs it",
    rationale:
      "A lost packet is asked for and sent again as long as the latency lasts. If it is too short, the picture breaks up " +
      "over a long route; if it is too long, every viewer sees the show that much later. Gcore recommends 1 to 2 s for a " +
      "route between regions and 2 to 5 s for the public internet. Say which it is with `network: cross-region` or " +
      "`network: public-internet`; without it anything from 1 to 5 s is taken.\n\n" +
      "More than 65 535 ms is an error: SRT's handshake has 16 bits for it, and the rest is cut off without a word. " +
      "Where the target recommends something else, follow the target.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=120\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=1500\n    latency_unit: ms\n    network: public-internet\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=1500\n    latency_unit: ms\n    network: cross-region\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=5000\n    latency_unit: ms\n",
    ],
    sources: [
      'Gcore, create and configure a restream, SRT latency: 1–2 s cross-region, 2–5 s over the public internet; "the target platform can have different recommendations".',
      "draft-sharabayko-srt, handshake extension: receiver and sender delay are 16 bits of milliseconds each; Haivision/srt `srtcore/utilities.h`, `Bits::wrap`, cuts the rest off.",
      "Measured: srt-live-transmit with `latency=2000000` gives 33 920 ms.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, pair } = judgeLatency(target);
      if (verdict.kind !== "out-of-range" || !pair?.value) continue;

      const { latency, range } = verdict;
      const wrapped = Math.floor(latency.ms) > MAX_LATENCY_MS;
      yield {
        message: wrapped ? tooLong(latency) : notInRange(latency, range, whereIn(target)),
        severity: wrapped ? "error" : undefined,
        ...placeOf(target.field, pair.value.range),
      };
    }
  },
};

function notInRange(latency: Latency, range: LatencyRange, where: string): string {
  const effect =
    latency.ms < range.min
      ? "too short for lost packets to be sent again"
      : "and every viewer sees the show that much later";
  return `SRT latency is ${readAs(latency)}, ${effect}: ${formatLatencyRange(range)} is recommended${where}`;
}

/** Whose recommendation it is, or for which route. */
function whereIn({ restream, platform, defaults }: Target): string {
  if (platform?.latency) return ` by ${platform.latency.source.by}`;
  const network = restream.network ?? defaults.network;
  return network === undefined ? "" : ROUTES[network];
}

const ROUTES: Readonly<Record<Network, string>> = {
  "cross-region": " between regions",
  "public-internet": " over the public internet",
};

function tooLong(latency: Latency): string {
  const said = `SRT latency is ${readAs(latency)}, but SRT's handshake carries 65 535 ms at most`;
  const ms = Math.floor(latency.ms);
  return ms > MAX_INT32
    ? said
    : `${said}: the target would be told ${formatLatency(ms % (MAX_LATENCY_MS + 1))}`;
}

/** What libsrt takes; of more, nothing is known. */
const MAX_INT32 = 2_147_483_647;

function readAs({ ms, unit, isGuess }: Latency): string {
  return isGuess && ms > 0
    ? `${formatLatency(ms)}, read as ${UNIT_NAMES[unit]} by its size`
    : formatLatency(ms);
}
