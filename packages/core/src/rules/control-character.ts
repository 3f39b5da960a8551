import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const controlCharacter: Rule = {
  id: "control-character",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's URI must hold no control characters",
    rationale:
      "Control characters come along when an address is copied from a terminal, a chat or a text in Arabic or Hebrew. " +
      "Most cannot be seen, and marks that turn the direction of writing show the address otherwise than it is sent. " +
      "The target takes them for a part of the host or the stream key, and refuses the stream.\n\n" +
      "Type the address again, or paste it by way of a plain text field, and compare it with the platform's: " +
      "what was copied along may have pushed something else out. " +
      "Blanks, tabs and line breaks are the business of `stray-whitespace`.",
    invalid: [
      'restreams:\n  - stream_id: 20\n    uri: "rtmp://ingest.studio-b.net/live\\u0007/${KEY}"\n',
      'restreams:\n  - stream_id: 20\n    uri: "\\u202artmp://ingest.studio-b.net/live/${KEY}\\u202c"\n',
    ],
    valid: ["restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n"],
    sources: [
      "RFC 3986, section 2: a URI is made of graphic ASCII characters; controls are none.",
      "Unicode, annex 9, section 2: the marks of bidirectional writing; RFC 3987, section 4.1: an address must hold none.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      if (uri.repairs.length === 0) continue;

      const runs = uri.repairs.filter(({ kind }) => kind === "control-character");
      const [first] = runs;
      if (!first) continue;
      const others = runs.length > 1 ? ` and ${runs.length - 1} more` : "";
      yield {
        message: `The URI holds ${nameOf(uri.text.charCodeAt(first.range.start))}${others}, which the target takes for a part of it`,
        ...placeOf(field, first.range),
      };
    }
  },
};

function nameOf(code: number): string {
  const number = code.toString(16).toUpperCase().padStart(4, "0");
  return code > 0xff
    ? `an invisible mark of writing direction (U+${number})`
    : `a control character (U+${number})`;
}
