import { writtenOf } from "../document.ts";
import type { Rule } from "../rule.ts";
import { partAt, writtenIn } from "../uri/part.ts";
import type { Uri } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

export const credentialsInUri: Rule = {
  id: "credentials-in-uri",
  group: "uri",
  severity: "warning",
  docs: {
    summary: "A target's URI must not hold a user name and a password",
    rationale:
      "Everyone who may see the restream sees its URI: in this file, in the API's answers, in logs. " +
      "Gcore documents no `user:password@` before the host, and few servers read it; " +
      "most tell the sender by the stream key, or in SRT by `streamid` and `passphrase`. " +
      "A password with a bare `@` or `/` in it moves the host as well.\n\n" +
      "Leave it out, or keep both out of the file: `rtmp://${USER}:${PASSWORD}@host/app/key`. " +
      "A user name alone is no secret, and is not reported.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://studio:correct-horse@ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://studio:${PASSWORD}@ingest.studio-b.net/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://${USER}:${PASSWORD}@ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://studio@ingest.studio-b.net/live/${KEY}\n",
    ],
    sources: [
      "RFC 3986, section 3.2.1: `user:password` is deprecated, since it exposes the password wherever the URI is shown.",
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`, without userinfo.",
    ],
  },

  *check(document) {
    for (const { field, uri } of writtenOf(document).targets) {
      const userinfo = uri.authority?.userinfo;
      if (!userinfo || !holdsCredentials(uri, userinfo.range.start, userinfo.range.end)) continue;

      yield {
        message: userinfo.text.startsWith(":")
          ? "There is a password in the URI, which logs and API answers show: leave it out, or write ${PASSWORD}"
          : "There is a user name and a password in the URI, which logs and API answers show: leave them out, or write ${USER}:${PASSWORD}",
        ...placeOf(field, userinfo.range),
      };
    }
  },
};

/** Whether there is a password, and of both it and the name anything is written out. */
function holdsCredentials({ surface }: Uri, start: number, end: number): boolean {
  const colon = surface.masked.slice(start, end).indexOf(":");
  if (colon === -1) return false;
  const user = partAt(surface, { start, end: start + colon });
  const password = partAt(surface, { start: start + colon + 1, end });
  const isWritten = writtenIn(surface, user) !== "" || writtenIn(surface, password) !== "";
  return password.text !== "" && isWritten;
}
