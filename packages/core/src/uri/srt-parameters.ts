/** What kind of value a parameter takes, as its documents write it. */
export type SrtParameterType = "integer" | "boolean" | "string" | "enum" | "version";

/** Inclusive bounds in the unit of the tool that sets them; `max` is left out where the type alone bounds it. */
export interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/** A parameter of an SRT URI's query. SRT has no URI standard: each tool defines its own. */
export interface SrtParameter {
  readonly name: string;
  readonly type: SrtParameterType;
  /** Of an integer, where all tools agree on it; latency has one a tool. */
  readonly unit?: string;
  readonly values?: readonly string[];
  /** As libsrt and its tools take it; absent where they do not know the parameter. */
  readonly libsrt?: Bounds | "known";
  /** As FFmpeg and OBS take it, in FFmpeg's unit; absent where they do not know the parameter. */
  readonly ffmpeg?: Bounds | "known";
  readonly summary: string;
}

/**
 * Every parameter that srt-live-transmit or FFmpeg reads from an `srt://` URI.
 *
 * Sources, read 2026-11: Haivision/srt c39196c9 `docs/apps/srt-live-transmit.md` and `docs/API/API-socket-options.md`;
 * FFmpeg `libavformat/libsrt.c` and https://ffmpeg.org/ffmpeg-protocols.html#srt.
 */
export const SRT_PARAMETERS: readonly SrtParameter[] = [
  {
    name: "mode",
    type: "enum",
    values: ["caller", "listener", "rendezvous"],
    libsrt: "known",
    ffmpeg: "known",
    summary: "Who opens the connection. Gcore supports only `caller`: it dials, the target listens.",
  },
  {
    name: "latency",
    type: "integer",
    libsrt: { min: 0 },
    ffmpeg: { min: -1 },
    summary:
      "How long the receiver holds packets back to wait for retransmissions. Microseconds in FFmpeg and OBS, milliseconds in libsrt and nearly all others; at most 65 535 ms on the wire.",
  },
  { name: "streamid", type: "string", libsrt: "known", ffmpeg: "known", summary: "Names the stream to the listener, and often authorises it: a secret. At most 512 bytes of UTF-8." },
  { name: "passphrase", type: "string", libsrt: "known", ffmpeg: "known", summary: "The secret that encryption derives its key from: 10 to 79 bytes, the same on both sides. Empty means no encryption." },
  { name: "pbkeylen", type: "integer", unit: "bytes", libsrt: { min: 0, max: 32 }, ffmpeg: { min: -1, max: 32 }, summary: "Length of the encryption key: 16, 24 or 32; 0 lets the other side decide." },
  { name: "rcvlatency", type: "integer", libsrt: { min: 0 }, ffmpeg: { min: -1 }, summary: "The latency of what this side receives; units as for `latency`." },
  { name: "peerlatency", type: "integer", libsrt: { min: 0 }, ffmpeg: { min: -1 }, summary: "The least latency that this side asks of its peer; units as for `latency`." },
  { name: "tsbpddelay", type: "integer", ffmpeg: { min: -1 }, summary: "FFmpeg's deprecated name of `latency`, in microseconds." },
  { name: "pkt_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: 1456 }, summary: "Largest packet sent: 1316 for MPEG-TS. FFmpeg's name of `payloadsize`." },
  { name: "payload_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: 1456 }, summary: "Another FFmpeg name of `pkt_size`." },
  { name: "payloadsize", type: "integer", unit: "bytes", libsrt: { min: 0, max: 1456 }, summary: "Largest packet sent, 1316 by default. libsrt's name of `pkt_size`." },
  { name: "send_buffer_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "The UDP socket's send buffer." },
  { name: "recv_buffer_size", type: "integer", unit: "bytes", ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "The UDP socket's receive buffer." },
  { name: "sndbuf", type: "integer", unit: "bytes", libsrt: { min: 0 }, ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "SRT's send buffer." },
  { name: "rcvbuf", type: "integer", unit: "bytes", libsrt: { min: 0 }, ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "SRT's receive buffer." },
  { name: "maxbw", type: "integer", unit: "bytes per second", libsrt: { min: -1 }, ffmpeg: { min: -1 }, summary: "The most that may be sent, retransmissions included; 0 derives it from the input, -1 means no limit." },
  { name: "inputbw", type: "integer", unit: "bytes per second", libsrt: { min: 0 }, ffmpeg: { min: -1 }, summary: "The rate of the input, if `maxbw` is 0; 0 measures it." },
  { name: "mininputbw", type: "integer", unit: "bytes per second", libsrt: { min: 0 }, summary: "The least rate assumed where the input is measured." },
  { name: "oheadbw", type: "integer", unit: "percent", libsrt: { min: 5, max: 100 }, ffmpeg: { min: -1, max: 100 }, summary: "Room for retransmissions above the input's rate." },
  { name: "fc", type: "integer", unit: "packets", libsrt: { min: 32 }, summary: "Flow control window: the most packets on their way. FFmpeg's name is `ffs`." },
  { name: "ffs", type: "integer", unit: "packets", ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "FFmpeg's name of `fc`." },
  { name: "mss", type: "integer", unit: "bytes", libsrt: { min: 76 }, ffmpeg: { min: -1, max: 1500 }, summary: "Largest UDP packet with its headers, 1500 by default." },
  { name: "ipttl", type: "integer", libsrt: { min: 1, max: 255 }, ffmpeg: { min: -1, max: 255 }, summary: "IP time to live." },
  { name: "iptos", type: "integer", libsrt: { min: 0, max: 255 }, ffmpeg: { min: -1, max: 255 }, summary: "IP type of service." },
  { name: "ipv6only", type: "integer", libsrt: { min: -1, max: 1 }, summary: "Whether an IPv6 socket takes IPv4 too." },
  { name: "conntimeo", type: "integer", unit: "milliseconds", libsrt: { min: 0 }, summary: "How long connecting may take. FFmpeg's name is `connect_timeout`." },
  { name: "connect_timeout", type: "integer", unit: "milliseconds", ffmpeg: { min: -1 }, summary: "FFmpeg's name of `conntimeo`." },
  { name: "timeout", type: "integer", libsrt: "known", ffmpeg: { min: -1 }, summary: "How long reading and writing may take: microseconds in FFmpeg, seconds in srt-live-transmit." },
  { name: "listen_timeout", type: "integer", unit: "microseconds", ffmpeg: { min: -1 }, summary: "How long a listener waits; a caller has no use for it." },
  { name: "peeridletimeo", type: "integer", unit: "milliseconds", libsrt: { min: 0 }, summary: "How long the peer may be silent before the connection ends." },
  { name: "linger", type: "integer", unit: "seconds", libsrt: { min: 0 }, ffmpeg: { min: -1 }, summary: "How long closing waits for what is still to be sent." },
  { name: "lossmaxttl", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1 }, summary: "How much reordering is taken before a packet counts as lost." },
  { name: "snddropdelay", type: "integer", libsrt: { min: -1 }, ffmpeg: { min: -2 }, summary: "Extra delay before the sender drops late packets: milliseconds in libsrt, microseconds in FFmpeg; -1 never drops." },
  { name: "tlpktdrop", type: "boolean", libsrt: "known", ffmpeg: "known", summary: "Whether packets that come too late are dropped." },
  { name: "nakreport", type: "boolean", libsrt: "known", ffmpeg: "known", summary: "Whether lost packets are reported again and again." },
  { name: "messageapi", type: "boolean", libsrt: "known", ffmpeg: "known", summary: "Whether packets are messages." },
  { name: "tsbpdmode", type: "boolean", libsrt: "known", summary: "Whether packets are delivered by their timestamps. FFmpeg's name is `tsbpd`." },
  { name: "tsbpd", type: "boolean", ffmpeg: "known", summary: "FFmpeg's name of `tsbpdmode`." },
  { name: "drifttracer", type: "boolean", libsrt: "known", summary: "Whether the drift of the two clocks is followed." },
  { name: "enforcedencryption", type: "boolean", libsrt: "known", summary: "Whether a connection without the same passphrase is refused. FFmpeg's name is `enforced_encryption`." },
  { name: "enforced_encryption", type: "boolean", ffmpeg: "known", summary: "FFmpeg's name of `enforcedencryption`." },
  { name: "cryptomode", type: "integer", libsrt: { min: 0, max: 2 }, summary: "Cipher: 0 automatic, 1 AES-CTR, 2 AES-GCM." },
  { name: "kmrefreshrate", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "After how many packets the key changes." },
  { name: "kmpreannounce", type: "integer", unit: "packets", libsrt: { min: 0 }, ffmpeg: { min: -1, max: 2_147_483_647 }, summary: "How many packets ahead a new key is announced." },
  { name: "congestion", type: "enum", values: ["live", "file"], libsrt: "known", summary: "Congestion control; a live push needs `live`." },
  { name: "smoother", type: "enum", values: ["live", "file"], ffmpeg: "known", summary: "FFmpeg's name of `congestion`." },
  { name: "transtype", type: "enum", values: ["live", "file"], libsrt: "known", ffmpeg: "known", summary: "Transmission type; a live push needs `live`." },
  { name: "packetfilter", type: "string", libsrt: "known", summary: "Forward error correction, as `fec,cols:10,rows:5`." },
  { name: "retransmitalgo", type: "integer", libsrt: { min: 0, max: 1 }, summary: "How lost packets are sent again." },
  { name: "minversion", type: "version", libsrt: "known", ffmpeg: "known", summary: "The oldest SRT version taken from the peer." },
  { name: "groupconnect", type: "integer", libsrt: { min: 0, max: 1 }, summary: "Whether a listener takes group connections." },
  { name: "groupminstabletimeo", type: "integer", unit: "milliseconds", libsrt: { min: 60 }, summary: "When a backup link counts as unstable." },
  { name: "adapter", type: "string", libsrt: "known", summary: "srt-live-transmit: the local address to send from." },
  { name: "bind", type: "string", libsrt: "known", summary: "srt-live-transmit: the local address and port to send from." },
  { name: "port", type: "integer", libsrt: { min: 0, max: 65_535 }, summary: "srt-live-transmit: the local port to send from." },
  { name: "blocking", type: "boolean", libsrt: "known", summary: "srt-live-transmit: whether its socket blocks." },
  { name: "srt_streamid", type: "string", ffmpeg: "known", summary: "FFmpeg's other name of `streamid`." },
];

const BY_NAME = new Map(SRT_PARAMETERS.map((parameter) => [parameter.name, parameter]));

/** The parameter of this name; names are case-sensitive in every tool. */
export function findSrtParameter(name: string): SrtParameter | undefined {
  return BY_NAME.get(name);
}
