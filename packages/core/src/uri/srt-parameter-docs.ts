/** What a parameter of an SRT URI means, for people. Linting never reads it. */
export interface SrtParameterDocs {
  /** Markdown. */
  readonly summary: string;
  /** What holds without it, where that is documented. Markdown. */
  readonly default?: string;
  /** Of its values, where a number says little. */
  readonly meanings?: readonly (readonly [value: string, meaning: string])[];
  /** Where its type, unit and range come from. */
  readonly sources: readonly string[];
}

const GCORE = "Gcore, https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11: names it for SRT targets";
const SRT_LIVE_TRANSMIT = "Haivision/srt c39196c9, https://github.com/Haivision/srt/blob/master/docs/apps/srt-live-transmit.md: the parameters of an `srt://` URI";
const LIBSRT = "Haivision/srt c39196c9, https://github.com/Haivision/srt/blob/master/docs/API/API-socket-options.md: type, unit and range of the option";
const FFMPEG = "FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt and `libavformat/libsrt.c`, read 2026-11: the option, its unit and its range";

/** By the name of the parameter; one for each of `SRT_PARAMETERS`. */
export const SRT_PARAMETER_DOCS: Readonly<Record<string, SrtParameterDocs>> = {
  mode: { summary: "Who opens the connection. Gcore supports only `caller`: it dials, the target listens.", default: "`caller` in FFmpeg, and in srt-live-transmit where a host is given", sources: [GCORE, SRT_LIVE_TRANSMIT, FFMPEG] },
  latency: { summary: "How long the receiver holds packets back, so that lost ones can be sent again. Microseconds in FFmpeg and OBS, milliseconds in libsrt and nearly all others; at most 65 535 ms on the wire.", default: "120 ms", sources: [GCORE, SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  streamid: { summary: "Names the stream to the listener, and often authorises it: a secret. At most 512 bytes of UTF-8.", sources: [GCORE, SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  passphrase: { summary: "The secret that encryption derives its key from: 10 to 79 bytes, the same on both sides. Empty means no encryption.", sources: [GCORE, SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  pbkeylen: {
    summary: "Length of the encryption key: 16, 24 or 32; 0 lets the other side decide.",
    meanings: [
      ["16", "AES-128"],
      ["24", "AES-192"],
      ["32", "AES-256"],
      ["0", "What the other side sets, else 16"],
    ],
    sources: [GCORE, SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG],
  },
  rcvlatency: { summary: "The latency of what this side receives: a push receives nothing. Units as for `latency`.", default: "120 ms", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  peerlatency: { summary: "The least latency that this side asks of its peer, which for a push is what `latency` means. Units as for `latency`.", default: "0 ms", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  tsbpddelay: { summary: "FFmpeg's deprecated name of `latency`, in microseconds.", default: "120 ms, as libsrt has it", sources: [FFMPEG] },
  pkt_size: { summary: "The most bytes of one packet's payload: 1316 for MPEG-TS. FFmpeg's name of `payloadsize`.", default: "1316 bytes", sources: [GCORE, FFMPEG] },
  payload_size: { summary: "FFmpeg's other name of `pkt_size`, and the one that wins.", default: "1316 bytes", sources: [FFMPEG] },
  payloadsize: { summary: "The most bytes of one packet's payload, 1316 by default. libsrt's name of `pkt_size`.", default: "1316 bytes", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  send_buffer_size: { summary: "The UDP socket's send buffer. FFmpeg has it as an option, and does not read it from a URI; Gcore lists it for URIs.", sources: [GCORE, FFMPEG] },
  recv_buffer_size: { summary: "The UDP socket's receive buffer. FFmpeg has it as an option, and does not read it from a URI.", sources: [FFMPEG] },
  sndbuf: { summary: "SRT's send buffer.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  rcvbuf: { summary: "SRT's receive buffer.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  maxbw: { summary: "The most that may be sent, retransmissions included; 0 derives it from the input, -1 means no limit.", default: "-1: no limit", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  inputbw: { summary: "The rate of the input, if `maxbw` is 0; 0 measures it.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  mininputbw: { summary: "The least rate assumed where the input is measured.", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  oheadbw: { summary: "Room for retransmissions above the input's rate.", default: "25 percent", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  fc: { summary: "Flow control window: the most packets on their way. FFmpeg's name is `ffs`.", default: "25 600 packets", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  ffs: { summary: "FFmpeg's name of `fc`; its help counts it in bytes, the library in packets.", default: "25 600 packets, as libsrt has it", sources: [FFMPEG] },
  mss: { summary: "Largest UDP packet with its headers, 1500 by default, and no more; the handshake alone takes 108.", default: "1500 bytes", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  ipttl: { summary: "IP time to live.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  iptos: { summary: "IP type of service, or IPv6 traffic class.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  ipv6only: { summary: "Whether an IPv6 socket takes IPv4 too.", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  conntimeo: { summary: "How long connecting may take. FFmpeg's name is `connect_timeout`.", default: "3000 ms", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  connect_timeout: { summary: "FFmpeg's name of `conntimeo`.", default: "3000 ms, as libsrt has it", sources: [FFMPEG] },
  timeout: { summary: "How long reading and writing may take: microseconds in FFmpeg, milliseconds in srt-live-transmit.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  listen_timeout: { summary: "How long a listener waits; a caller has no use for it.", sources: [FFMPEG] },
  peeridletimeo: { summary: "How long the peer may be silent before the connection ends.", default: "5000 ms", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  linger: { summary: "How long closing waits for what is still to be sent.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  lossmaxttl: { summary: "How much reordering is taken before a packet counts as lost.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  snddropdelay: { summary: "Extra delay before the sender drops late packets: milliseconds in libsrt, microseconds in FFmpeg; -1 never drops.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  tlpktdrop: { summary: "Whether packets that come too late are dropped. FFmpeg takes only 0 and 1.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  nakreport: { summary: "Whether lost packets are reported again and again. FFmpeg takes only 0 and 1.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  messageapi: { summary: "Whether packets are messages, as live mode needs it. FFmpeg takes only 0 and 1.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  tsbpdmode: { summary: "Whether packets are delivered by their timestamps. FFmpeg's name is `tsbpd`.", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  tsbpd: { summary: "FFmpeg's name of `tsbpdmode`; an option, which FFmpeg does not read from a URI.", sources: [FFMPEG] },
  drifttracer: { summary: "Whether the drift of the two clocks is followed.", default: "`true`", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  enforcedencryption: { summary: "Whether a connection without the same passphrase is refused. FFmpeg's name is `enforced_encryption`.", default: "`true`", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  enforced_encryption: { summary: "FFmpeg's name of `enforcedencryption`, as 0 or 1.", default: "1, as libsrt has it", sources: [FFMPEG] },
  cryptomode: { summary: "Cipher: 0 automatic, 1 AES-CTR, 2 AES-GCM.", default: "0: automatic", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  kmrefreshrate: { summary: "After how many packets the key changes.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  kmpreannounce: { summary: "How many packets ahead a new key is announced.", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  congestion: { summary: "Congestion control; a live push needs `live`.", default: "`live`", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  smoother: { summary: "FFmpeg's name of `congestion`.", default: "`live`", sources: [FFMPEG] },
  transtype: { summary: "Transmission type; a live push needs `live`.", default: "`live`", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  packetfilter: { summary: "Forward error correction, as `fec,cols:10,rows:5`.", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  retransmitalgo: { summary: "How lost packets are sent again: 0 at every report, 1 at most once a round trip.", default: "1", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  minversion: { summary: "The oldest SRT version taken from the peer, as `1.3.0`; FFmpeg reads a number, as `0x010300`.", default: "`1.0.0`", sources: [SRT_LIVE_TRANSMIT, LIBSRT, FFMPEG] },
  groupconnect: { summary: "Whether a listener takes group connections.", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  groupminstabletimeo: { summary: "When a backup link counts as unstable.", default: "60 ms", sources: [SRT_LIVE_TRANSMIT, LIBSRT] },
  adapter: { summary: "srt-live-transmit: the local address to send from.", sources: [SRT_LIVE_TRANSMIT] },
  bind: { summary: "srt-live-transmit: the local address and port to send from.", sources: [SRT_LIVE_TRANSMIT] },
  port: { summary: "srt-live-transmit: the local port to send from.", sources: [SRT_LIVE_TRANSMIT] },
  blocking: { summary: "srt-live-transmit: whether its socket blocks.", sources: [SRT_LIVE_TRANSMIT] },
  srt_streamid: { summary: "FFmpeg's other name of `streamid`; an option, which FFmpeg does not read from a URI.", sources: [FFMPEG] },
};
