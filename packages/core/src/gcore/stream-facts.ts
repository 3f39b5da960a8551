import type { Stream } from "../stream.ts";
import { protocolName } from "../uri/uri.ts";
import { codecName } from "./codecs.ts";

/** What a stream is known to send, as people write it: `RTMP`, `H.264`, `AAC`; none where nothing is declared. */
export function streamFactsOf({ protocol, videoCodec, audioCodec }: Stream): readonly string[] {
  return [
    protocol && protocolName(protocol.value),
    videoCodec && codecName(videoCodec.value),
    audioCodec && codecName(audioCodec.value),
  ].filter((it) => it !== undefined);
}
