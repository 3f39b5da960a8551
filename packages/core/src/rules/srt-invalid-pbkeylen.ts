import type { Rule, Severity } from "../rule.ts";
import { isOpenQuery, type SrtPair, srtPair } from "../uri/srt.ts";
import { placeOf, type UriField } from "../field/uri-field.ts";

export const srtInvalidPbkeylen: Rule = {
  id: "srt-invalid-pbkeylen",
  group: "srt",
  severity: "error",
  docs: {
    summary: "`pbkeylen` must be 0, 16, 24 or 32, and needs a passphrase",
    rationale:
      "The length of the encryption key is counted in bytes: 16, 24 or 32 for AES-128, AES-192 or AES-256, and 0 leaves " +
      "it to the other side. FFmpeg and libsrt refuse `pbkeylen=128`, and the restream never connects.\n\n" +
      "Without a `passphrase` nothing is encrypted, whatever `pbkeylen` says. That is a warning, as somebody expected " +
      "encryption: add the passphrase of the target, or delete `pbkeylen`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=${STUDIO_B_PASSPHRASE}&pbkeylen=128\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pbkeylen=16\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=${STUDIO_B_PASSPHRASE}&pbkeylen=32\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pbkeylen=0\n    latency_unit: ms\n",
    ],
    sources: [
      "Haivision/srt, `docs/API/API-socket-options.md`, `SRTO_PBKEYLEN`: 0, 16, 24 or 32; the key is made from the passphrase.",
      "FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both refuse 17 and 33, take 16 without a passphrase, and take `16x` as 16.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      const pbkeylen = srtPair(field.pairs, "pbkeylen");
      if (!pbkeylen || pbkeylen.value?.isOpen) continue;

      const { value, name } = pbkeylen;
      const wrong = faultOf(value?.text, field);
      if (wrong) yield { ...wrong, ...placeOf(field, (value ?? name).range) };
    }
  },
};

function faultOf(
  text: string | undefined,
  field: UriField,
): { readonly message: string; readonly severity?: Severity } | undefined {
  if (text === undefined) {
    return { message: '"pbkeylen" has no value, so it sets nothing', severity: "warning" };
  }
  if (/^(?:16|24|32)$/.test(text)) {
    return mayBeEncrypted(field)
      ? undefined
      : {
          message: '"pbkeylen" has no effect without a passphrase: nothing is encrypted',
          severity: "warning",
        };
  }
  if (text === "0") return undefined;
  if (/^\+?(?:0+|16|24|32)(?![0-9])/.test(text)) {
    return {
      message:
        '"pbkeylen" must be 0, 16, 24 or 32: FFmpeg and libsrt read only the digits at its start, other tools refuse it',
      severity: "warning",
    };
  }
  const found = /^-?[0-9]{1,4}$/.test(text) ? `, not ${text}` : "";
  return { message: `"pbkeylen" must be 0, 16, 24 or 32 bytes${found}: libsrt refuses to connect` };
}

function mayBeEncrypted({ uri, pairs }: UriField): boolean {
  const passphrase: SrtPair | undefined = srtPair(pairs, "passphrase");
  return passphrase ? (passphrase.value?.text ?? "") !== "" : isOpenQuery(uri, pairs);
}
