/** What kind of value a parameter takes, as its documents write it. */
export type SrtParameterType = "integer" | "boolean" | "string" | "enum" | "version";

/** Inclusive bounds in the unit of the tool that sets them; `max` is left out where its type, 32 bits in libsrt and 64 in FFmpeg, alone bounds it. */
export interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/** A parameter of an SRT URI's query. SRT has no URI standard: each tool defines its own. */
export interface SrtParameter {
  readonly name: string;
  readonly type: SrtParameterType;
  /** Of an integer that measures something; by tool where they differ. */
  readonly unit?: string | { readonly libsrt: string; readonly ffmpeg: string };
  /** Of an enumeration. */
  readonly values?: readonly string[];
  /** As libsrt and its tools take it; absent where they do not know the parameter. Integers have bounds. */
  readonly libsrt?: Bounds | "known";
  /** As FFmpeg and OBS take it, in FFmpeg's unit; absent where they do not know the parameter. Integers have bounds; -1 stands for "not set" besides. */
  readonly ffmpeg?: Bounds | "known";
  /** The only value with which a live stream is pushed, whatever else the tools take. */
  readonly live?: string;
  /** Values outside all bounds that neither tool refuses: they are passed over or cut to size. Measured with FFmpeg 5.1.9 and srt-live-transmit 1.5.1. */
  readonly tolerated?: RegExp;
}

/** The widest whole numbers of C, and near enough. */
export const INT32 = 2_147_483_647;
export const INT64: number = 2 ** 63;

const ANYTHING = /^/;
const NEGATIVE = /^-/;
const NUMBER = /^[+-]?[0-9]/;

/**
 * Every parameter that srt-live-transmit or FFmpeg has. What they mean, and where that is said: `srt-parameter-docs.ts`.
 * Where FFmpeg's table has a lower bound that its library refuses, the library's stands here.
 */
export const SRT_PARAMETERS: readonly SrtParameter[] = [
  { name: "mode", type: "enum", values: ["caller", "listener", "rendezvous"], libsrt: "known", ffmpeg: "known" },
  { name: "latency", type: "integer", unit: { libsrt: "milliseconds", ffmpeg: "microseconds" }, libsrt: { min: 0 }, ffmpeg: { min: -1 } },
  { name: "streamid", type: "string", libsrt: "known", ffmpeg: "known" },
  { name: "passphrase", type: "string", libsrt: "known", ffmpeg: "known" },
  { name: "pbkeylen", type: "integer", unit: "bytes", libsrt: { min: 0, max: 32 }, ffmpeg: { min: -1, max: 32 } },
  { name: "rcvlatency", type: "integer", unit: { libsrt: "milliseconds", ffmpeg: "microseconds" }, libsrt: { min: 0 }, ffmpeg: { min: -1 } },
  { name: "peerlatency", type: "integer", unit: { libsrt: "milliseconds", ffmpeg: "microseconds" }, libsrt: { min: 0 }, ffmpeg: { min: -1 } },
  { name: "tsbpddelay", type: "integer", unit: "microseconds", ffmpeg: { min: -1 } },
  { name: "pkt_size", type: "integer", unit: "bytes", ffmpeg: { min: 1, max: 1456 } },
  { name: "payload_size", type: "integer", unit: "bytes", ffmpeg: { min: 1, max: 1456 } },
  { name: "payloadsize", type: "integer", unit: "bytes", libsrt: { min: 0, max: 1456 } },
  { name: "send_buffer_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: INT32 } },
  { name: "recv_buffer_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: INT32 } },
  { name: "sndbuf", type: "integer", unit: "bytes", libsrt: { min: 1 }, ffmpeg: { min: 1, max: INT32 } },
  { name: "rcvbuf", type: "integer", unit: "bytes", libsrt: { min: 1 }, ffmpeg: { min: 1, max: INT32 } },
  { name: "maxbw", type: "integer", unit: "bytes per second", libsrt: { min: -1, max: INT64 }, ffmpeg: { min: -1 }, tolerated: ANYTHING },
  { name: "inputbw", type: "integer", unit: "bytes per second", libsrt: { min: 0, max: INT64 }, ffmpeg: { min: -1 }, tolerated: ANYTHING },
  { name: "mininputbw", type: "integer", unit: "bytes per second", libsrt: { min: 0, max: INT64 } },
  { name: "oheadbw", type: "integer", unit: "percent", libsrt: { min: 5, max: 100 }, ffmpeg: { min: 5, max: 100 }, tolerated: NEGATIVE },
  { name: "fc", type: "integer", unit: "packets", libsrt: { min: 32 } },
  { name: "ffs", type: "integer", unit: "packets", ffmpeg: { min: 32, max: INT32 } },
  { name: "mss", type: "integer", unit: "bytes", libsrt: { min: 108, max: 1500 }, ffmpeg: { min: 108, max: 1500 } },
  { name: "ipttl", type: "integer", unit: "hops", libsrt: { min: 1, max: 255 }, ffmpeg: { min: 1, max: 255 } },
  { name: "iptos", type: "integer", libsrt: { min: 0, max: 255 }, ffmpeg: { min: -1, max: 255 }, tolerated: NUMBER },
  { name: "ipv6only", type: "integer", libsrt: { min: -1, max: 1 } },
  { name: "conntimeo", type: "integer", unit: "milliseconds", libsrt: { min: 1 } },
  { name: "connect_timeout", type: "integer", unit: "milliseconds", ffmpeg: { min: 1 } },
  { name: "timeout", type: "integer", unit: { libsrt: "milliseconds", ffmpeg: "microseconds" }, libsrt: { min: -1 }, ffmpeg: { min: -1 } },
  { name: "listen_timeout", type: "integer", unit: "microseconds", ffmpeg: { min: -1 } },
  { name: "peeridletimeo", type: "integer", unit: "milliseconds", libsrt: { min: 0 } },
  { name: "linger", type: "integer", unit: "seconds", libsrt: { min: 0 }, ffmpeg: { min: -1, max: INT32 }, tolerated: NEGATIVE },
  { name: "lossmaxttl", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1, max: INT32 }, tolerated: ANYTHING },
  { name: "snddropdelay", type: "integer", unit: { libsrt: "milliseconds", ffmpeg: "microseconds" }, libsrt: { min: -1 }, ffmpeg: { min: -2 }, tolerated: ANYTHING },
  { name: "tlpktdrop", type: "boolean", libsrt: "known", ffmpeg: "known" },
  { name: "nakreport", type: "boolean", libsrt: "known", ffmpeg: "known" },
  { name: "messageapi", type: "boolean", libsrt: "known", ffmpeg: "known", live: "1" },
  { name: "tsbpdmode", type: "boolean", libsrt: "known" },
  { name: "tsbpd", type: "boolean", ffmpeg: "known" },
  { name: "drifttracer", type: "boolean", libsrt: "known" },
  { name: "enforcedencryption", type: "boolean", libsrt: "known" },
  { name: "enforced_encryption", type: "boolean", ffmpeg: "known" },
  { name: "cryptomode", type: "integer", libsrt: { min: 0, max: 2 } },
  { name: "kmrefreshrate", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1, max: INT32 } },
  { name: "kmpreannounce", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1, max: INT32 } },
  { name: "congestion", type: "enum", values: ["live", "file"], libsrt: "known", live: "live" },
  { name: "smoother", type: "enum", values: ["live", "file"], ffmpeg: "known", live: "live" },
  { name: "transtype", type: "enum", values: ["live", "file"], libsrt: "known", ffmpeg: "known", live: "live" },
  { name: "packetfilter", type: "string", libsrt: "known" },
  { name: "retransmitalgo", type: "integer", libsrt: { min: 0, max: 1 } },
  { name: "minversion", type: "version", libsrt: "known", ffmpeg: "known" },
  { name: "groupconnect", type: "integer", libsrt: { min: 0, max: 1 } },
  { name: "groupminstabletimeo", type: "integer", unit: "milliseconds", libsrt: { min: 60 } },
  { name: "adapter", type: "string", libsrt: "known" },
  { name: "bind", type: "string", libsrt: "known" },
  { name: "port", type: "integer", libsrt: { min: 0, max: 65_535 } },
  { name: "blocking", type: "boolean", libsrt: "known" },
  { name: "srt_streamid", type: "string", ffmpeg: "known" },
];

const BY_NAME = new Map(SRT_PARAMETERS.map((parameter) => [parameter.name, parameter]));

/** The parameter of this name; names are case-sensitive in every tool. */
export function findSrtParameter(name: string): SrtParameter | undefined {
  return BY_NAME.get(name);
}
