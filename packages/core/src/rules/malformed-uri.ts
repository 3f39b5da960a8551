import type { Range } from "../range.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Uri } from "../uri/uri.ts";
import { placeOf, type UriField } from "../field/uri-field.ts";

export const malformedUri: Rule = {
  id: "malformed-uri",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's URI must begin with a scheme and `//`",
    rationale:
      "Gcore takes `rtmp://…`, `rtmps://…` and `srt://…`. Without the scheme or its `//` the API refuses the restream, " +
      "and nothing else can be said of the address, so its other faults show once this one is mended.\n\n" +
      "A `%` without two hex digits is a warning: some tools decode it, others send it as it is, " +
      "and then the stream key or passphrase is not the one that you meant. Write `%25` for a literal `%`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: ingest.studio-b.net:1935/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp:/ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/li%ve/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:1935/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: ${TARGET_URI}\n",
    ],
    sources: [
      "Gcore, API reference of restreams: a URI without one of its schemes is answered with 422, `invalid uri, supported protocols are rtmp, rtmps, srt`.",
      "RFC 3986, sections 2.1, 3.1 and 3.2: percent-encoding, scheme, authority.",
    ],
  },

  *check({ restreams }) {
    for (const { uri: field } of restreams) if (field) yield* findingsOf(field);
  },
};

function* findingsOf(field: UriField): Iterable<Finding> {
  const { uri } = field;
  switch (uri.fault) {
    case "empty":
      yield {
        message: "The URI is empty: there is nowhere to push to",
        about: uri.fault,
        range: field.node.range,
        path: field.path,
      };
      break;
    case "no-scheme":
      yield {
        message:
          "The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host",
        about: uri.fault,
        ...placeOf(field, headOf(uri)),
      };
      break;
    case "no-slashes":
      yield {
        message: 'The scheme is not followed by "//": without it there is no host to push to',
        about: uri.fault,
        ...placeOf(field, upToSlashes(uri)),
      };
      break;
    case "unsupported-scheme":
    case "malformed-placeholder":
      break;
    case undefined:
      yield* badEscapeIn(field);
  }
}

/** What stands where the scheme should. */
function headOf({ text }: Uri): Range {
  const start = text.length - text.trimStart().length;
  return { start, end: start + (/^(?:[^/?#]+|.{1,2})/s.exec(text.slice(start))?.[0].length ?? 0) };
}

function upToSlashes({ text, scheme }: Uri): Range {
  const start = scheme?.range.start ?? 0;
  return { start, end: start + (/^[^:]*:[/\\]*/.exec(text.slice(start))?.[0].length ?? 0) };
}

/** The first is enough: who escapes one escapes all. A host has no escapes, and a zone ID's `%` is its own. */
function* badEscapeIn(field: UriField): Iterable<Finding> {
  const { authority, path, query, fragment, surface } = field.uri;
  const parts = [authority?.userinfo, path, query, fragment].filter((it) => it !== undefined);
  const escapes = parts.flatMap(({ range }) => badEscape(surface.masked, range) ?? []);
  for (const range of escapes.slice(0, 1)) {
    yield {
      message:
        '"%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"',
      severity: "warning",
      ...placeOf(field, range),
    };
  }
}

/** Placeholders (U+FDD0) may bring the digits; what a repair dropped (U+FDD1) is not there. */
function badEscape(masked: string, { start, end }: Range): Range | undefined {
  const match = /%(?!\ufdd1*[0-9a-f]?\ufdd1*\ufdd0|\ufdd1*[0-9a-f]\ufdd1*[0-9a-f])/i.exec(
    masked.slice(start, end),
  );
  return match ? { start: start + match.index, end: start + match.index + 1 } : undefined;
}
