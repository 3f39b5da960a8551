import { alternatives, suggestion } from "../fix.ts";
import type { Fix, Rule } from "../rule.ts";
import { writtenIn } from "../uri/part.ts";
import { isOpenQuery, srtPair } from "../uri/srt.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";
import { placeOf, replaceIn, type UriField } from "../field/uri-field.ts";

export const srtIgnoredPath: Rule = {
  id: "srt-ignored-path",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  marksIgnored: true,
  docs: {
    summary: "An SRT URI must not have a path",
    rationale:
      "SRT connects to a host and a port, and sends nothing of a path: FFmpeg, OBS and libsrt read over it. The target " +
      "then does not know which stream this is, and refuses it, or takes it for another. What RTMP calls app and stream " +
      "key belongs into `streamid`, in the form that the target documents: often `live/studio`, or `#!::r=live/studio,m=publish`.\n\n" +
      "A bare `/` before the `?` is harmless.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000/live/studio?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=live/studio\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000/?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "Haivision/srt, `docs/apps/srt-live-transmit.md`: `srt://HOST:PORT?PARAM1=VALUE1&…`; FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: `srt://hostname:port[?options]`.",
      "FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both connect with `/app/key`, and send no streamid.",
      "pedroSG94/RootEncoder#1372: `srt://ip:port/streamid`, and a server that never saw the streamid.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.srtTargets) {
      // A placeholder alone may be the query: `srt://h:9000/${QUERY}`.
      if (/^\/*$/.test(writtenIn(uri.surface, uri.path)) || !uri.authority) continue;

      yield {
        message: "An SRT URI has no path: nobody reads it, so the target never learns what it says",
        ...placeOf(field, uri.path.range),
        fixes: isQuery(field) ? [beginQuery(field)] : alternatives(answersIn(field)),
      };
    }
  },
};

/** Whether the path is a query without its `?`: `srt://h:9000/mode=caller&latency=2000`. */
function isQuery({ uri: { path, query } }: UriField): boolean {
  const name = /^\/([a-z_]+)=/.exec(path.text)?.[1];
  return !query && name !== undefined && findSrtParameter(name) !== undefined;
}

/** What the path may have been meant for; nothing more where the streamid stands in its place. */
function answersIn(field: UriField): (Fix | undefined)[] {
  const hasStreamid = srtPair(field.pairs, "streamid") !== undefined;
  return hasStreamid ? [deleted(field)] : [moved(field), deleted(field)];
}

function beginQuery(field: UriField): Fix | undefined {
  return suggestion('Begin the query with "?"', replaceIn(field, slashOf(field), "?"));
}

/** Writes around the path, which may be a secret, and does not repeat it. */
function moved(field: UriField): Fix | undefined {
  const { uri, pairs } = field;
  const { path, query } = uri;
  if (
    isOpenQuery(uri, pairs) ||
    !/^\/[\w.~/-]+$/.test(writtenIn(uri.surface, path)) ||
    path.text.length > MAX + 1
  ) {
    return undefined;
  }
  const edits = [replaceIn(field, slashOf(field), "?streamid=")];
  if (query) {
    const isFollowed = query.text !== "" && !query.text.startsWith("&");
    const mark = { start: query.range.start - 1, end: query.range.start };
    edits.push(replaceIn(field, mark, isFollowed ? "&" : ""));
  }
  return suggestion('Make it the "streamid"', ...edits);
}

/** Bytes of a streamid; the path has its slash besides. */
const MAX = 512;

function deleted(field: UriField): Fix | undefined {
  return suggestion("Delete the path", replaceIn(field, field.uri.path.range, ""));
}

function slashOf({ uri }: UriField): { start: number; end: number } {
  const { start } = uri.path.range;
  return { start, end: start + 1 };
}
