/** A pattern of secrets for scanners that know nothing of URIs. The first group is the secret. */
export interface ScannerRule {
  readonly id: string;
  readonly description: string;
  /** In the syntax that JavaScript and RE2 share: no look-around, no back-references. */
  readonly regex: RegExp;
  /** In lower case: one of them stands in every text that the pattern matches. */
  readonly keywords: readonly string[];
}

/** What ends a value in YAML, JSON, shells and Markdown is no part of a secret, and neither is what begins a placeholder. */
export const SCANNER_RULES: readonly ScannerRule[] = [
  {
    id: "rtmp-stream-key",
    description: "Stream key in an RTMP URI",
    regex:
      /\brtmps?:\/\/[^\s"'<>/?#]+\/[^\s"'<>/?#]+(?:\/\??|\?)([^\s"'<>?${%[\]\\,)`][^\s"'<>\]\\,)`]{7,})/i,
    keywords: ["rtmp://", "rtmps://"],
  },
  {
    id: "srt-passphrase",
    description: "Passphrase in an SRT URI",
    regex: /\bsrt:\/\/[^\s"'<>]+[?&]passphrase=([^\s"'<>&${%][^\s"'<>&]{8,79})/i,
    keywords: ["passphrase="],
  },
  {
    id: "stream-uri-password",
    description: "Password before the host of an RTMP or SRT URI",
    regex: /\b(?:rtmps?|srt):\/\/[^\s"'<>/?#:@]*:([^\s"'<>/?#@${%][^\s"'<>/?#@]*)@/i,
    keywords: ["rtmp://", "rtmps://", "srt://"],
  },
  {
    id: "youtube-stream-key",
    description: "YouTube stream key",
    regex:
      /\.rtmps?\.youtube\.com(?::[0-9]+)?\/live2?(?:\?backup=[0-9])?\/([0-9a-z]{3,5}(?:-[0-9a-z]{3,5}){3,4})\b/i,
    keywords: ["youtube.com"],
  },
  {
    id: "facebook-stream-key",
    description: "Facebook stream key",
    regex: /\b(FB-[0-9]{6,20}-[0-9]-[0-9A-Za-z_-]{6,})/,
    keywords: ["fb-"],
  },
  {
    id: "twitch-stream-key",
    description: "Twitch stream key",
    regex: /\b(live_[0-9]{5,12}_[0-9A-Za-z]{20,40})\b/,
    keywords: ["live_"],
  },
  {
    id: "amazon-ivs-stream-key",
    description: "Amazon IVS or Kick stream key",
    regex: /\b(sk_[a-z]{2}-[a-z]+-[0-9]_[0-9A-Za-z_]{8,})/,
    keywords: ["sk_"],
  },
  {
    id: "gcore-rtmp-push-token",
    description: "Push token in the address of a Gcore stream",
    regex: /\brtmps?:\/\/[^\s"'<>/?#]+\/in\/[0-9]+b?\?([0-9a-z]{6,})/i,
    keywords: ["/in/"],
  },
  {
    id: "gcore-srt-push-token",
    description: "Push token in the streamid of a Gcore stream",
    regex: /\bstreamid=[0-9]+b?(?:#|%23)([0-9a-z]{6,})/i,
    keywords: ["streamid="],
  },
];

/** What is no secret though a pattern matches it: placeholders, and what guides write. */
export const NO_SECRETS: readonly RegExp[] = [
  /\$\{/,
  /\{\{/,
  /<%/,
  /\bop:\/\//,
  /ENC\[/,
  /^(?:live_|FB-)?x{3,}/i,
  /^[*.]{3,}/,
  /^(?:your|my|the)?[-_]?(?:stream|secret)?[-_]?(?:key|passphrase|password|token)(?:[-_]?here)?$/i,
];
