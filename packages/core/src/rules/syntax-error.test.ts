import { checkRule } from "@restream-lint/testkit";
import { syntaxError } from "./syntax-error.ts";

checkRule(syntaxError, {
  valid: [
    "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n",
    "",
    // What does not fit a restream document is well-formed all the same.
    "restreams: yes\n",
    // JSONC has comments, and trailing commas.
    '// Studio B\n{ "restreams": [], }\n',
    // A fault of another kind.
    `${"[".repeat(101)}${"]".repeat(101)}`,
  ],
  invalid: [
    {
      // A broken restream hides no other.
      code: `\
restreams:
  - stream_id: 20
    uri: @studio-b
#        ^ A plain value cannot begin with this character; put the value in quotes
  - stream_id: 20
    uri: *studio
#        ^^^^^^^ No anchor (&name) of this name stands before this alias
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
`,
    },
    {
      code: `\
restreams:
  - stream_id: 20
<<<<<<< HEAD
^^^^^^^^^^^^ Git left a merge conflict here: keep one side, and delete the marker lines
    uri: rtmp://ingest.studio-b.net/live/a
=======
    uri: rtmp://backup.studio-b.net/live/a
>>>>>>> backup
`,
    },
    {
      code: `\
{ "restreams": [{ "stream_id": 20 "uri": "rtmp://ingest.studio-b.net/live/a" }] }
#                                 ^^^^^ A comma is missing here
`,
    },
    {
      // Plain JSON has neither.
      code: `\
{ // Studio B
# ^^^^^^^^^^^ Plain JSON has no comments; name the file .jsonc, or delete the comment
  "restreams": [],
#                ^ Plain JSON has no trailing comma; delete it, or name the file .jsonc
}
`,
    },
  ],
});
