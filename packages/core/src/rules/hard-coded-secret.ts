import {
  type LiteralSecret,
  literalSecretsIn,
  type SecretKind,
} from "../secrets/literal-secrets.ts";
import { moveSuggestion } from "../secrets/move-secrets.ts";
import type { Finding, Rule } from "../rule.ts";
import { createVariableNames, type Variables, variablesIn } from "../secrets/variable-names.ts";

export const hardCodedSecret: Rule = {
  id: "hard-coded-secret",
  group: "uri",
  severity: "info",
  offers: "suggestions",
  docs: {
    summary: "Stream keys, passphrases and passwords should be placeholders",
    rationale:
      "A stream key is all that it takes to go on air in your place. A document that is committed, mailed or pasted " +
      "into a ticket takes its keys along, and git's history keeps them when the file has long been changed.\n\n" +
      "Write `${YOUTUBE_KEY}` in its place, and keep the value in the environment or in an env file that git ignores. " +
      "`restream-lint secrets --move` does both. A key that was ever committed is no longer secret: " +
      "have the platform make a new one.\n\n" +
      "What counts: the stream key of an RTMP URI with its query; an SRT `passphrase`; the password before an `@`; " +
      "a `streamid` where the platform takes its stream key there, where nobody could guess it, or where it holds a " +
      "password or token (`#!::u=…,s=…`, Gcore's `ID#TOKEN`). A streamid that only names a stream does not " +
      "(`streamid=1`, `#!::r=live,m=publish`), nor does anything with a placeholder in it, nor `xxxx-xxxx` and the like.\n\n" +
      "One finding a document speaks for all; in the preset `strict` each secret is an error.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/k17a-13s8-9c2d-m4xq\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=kestrel-orbit-41\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=1&passphrase=${STUDIO_B_PASSPHRASE}\n    latency_unit: ms\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; inferred: nothing else in the URI tells the platform who is streaming.",
      "Gcore, API reference of streams: `rtmp://…/in/{stream_id}?{push_token}`, `srt://…?streamid={stream_id}#{push_token}`.",
      "bluenviron/mediamtx, SRT: `publish:path:user:password`, and `#!::m=publish,r=path,u=user,s=password`.",
      "Mux documentation, SRT: `srt://global-live.mux.com:6001?streamid={key}&passphrase={passphrase}`.",
    ],
  },

  *check(document) {
    const secrets = literalSecretsIn(document);
    const [first] = secrets;
    if (!first) return;
    const among = secrets.length > 1 ? `, the first of ${secrets.length} secrets here` : "";
    yield findingOf(first, namesIn(variablesIn(document)), among);
  },

  *checkEach(document) {
    const secrets = literalSecretsIn(document);
    const nameOf = namesIn(secrets.length > 0 ? variablesIn(document) : []);
    for (const secret of secrets) yield findingOf(secret, nameOf, "");
  },
};

const WHY: Readonly<Record<SecretKind, string>> = {
  "stream key": "whoever can read it can go on air in your place",
  token: "whoever can read it can go on air in your place",
  streamid: "whoever can read it can go on air in your place",
  passphrase: "whoever can read it can watch the stream, or send another",
  password: "whoever can read it can sign in as you",
};

function findingOf(
  secret: LiteralSecret,
  nameOf: (secret: LiteralSecret) => string,
  among: string,
): Finding {
  const { kind, range, path } = secret;
  return {
    message: `This ${kind} is written out${among}: ${WHY[kind]}`,
    range,
    path,
    about: kind,
    fixes: [moveSuggestion({ secret, name: nameOf(secret) })],
  };
}

/** Nothing is known of what the document's variables hold. */
function namesIn(variables: readonly string[]): (secret: LiteralSecret) => string {
  const taken: Variables = new Map(variables.map((name) => [name, undefined]));
  return createVariableNames(taken);
}
