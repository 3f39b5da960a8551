import { checkRule, parseFixture } from "@restream-lint/testkit";
import { assert, constantFrom, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../apply-fixes.ts";
import { applyEdits } from "../fix.ts";
import { lint } from "../lint.ts";
import { cutOffUri } from "./cut-off-uri.ts";

const COMMA =
  'Between braces "," ends a value, so the URI stops here, and its rest is read as other fields: put the URI in quotes';
const BRACE =
  'Between braces "{" cannot stand in a value without quotes, so YAML readers refuse the text: put the URI in quotes';
const COMMENT =
  'warning: A blank and "#" begin a comment in YAML, so the URI ends before it: if it goes on, put all of it in quotes';
const SUGGESTION = "Take the comment into the URI, in quotes";

checkRule(cutOffUri, {
  valid: [
    // Quotes hold everything.
    'restreams:\n  - {stream_id: 20, uri: "srt://h.acme.net:1?streamid=a,b"}\n',
    "restreams:\n  - {stream_id: 20, uri: 'srt://h.acme.net:1?streamid=${KEY},b'}\n",
    '{ "stream_id": 20, "uri": "srt://h.acme.net:1?streamid=a,b{c}" }\n',
    // JSON in which quotes are missing is no YAML.
    '{ "stream_id": 20, "uri": srt://h.acme.net:1?streamid=a,b }\n',
    // Outside of braces both are ordinary characters.
    "restreams:\n  - uri: srt://h.acme.net:1?streamid=${KEY},b,m=publish\n",
    "restreams:\n  - {stream_id: 20, uri: rtmp://h.acme.net/live/key}\n",
    // What follows is a field, with or without a blank before it, quotes or a value, on this line or the next.
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,stream_id: 20}\n",
    'restreams:\n  - {uri: rtmp://h.acme.net/live/key,"stream_id":20}\n',
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,active:}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,active: }\n",
    "restreams:\n  - {\n      uri: rtmp://h.acme.net/live/key,\n      stream_id: 20,\n    }\n",
    "restreams:\n  - {stream_id: 20, uri: rtmp://h.acme.net/live/key,}\n",
    // So is what lacks its colon, or the blank after it.
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,active}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,stream_id=20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,stream_id:20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,steam_id:20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key, streamid=20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key, active, stream_id: 20}\n",
    // Half of it is not mended: where it ends, nobody can tell.
    "restreams:\n  - {uri: srt://h.acme.net:1?streamid=a,b,active, stream_id: 20}\n",
    "restreams:\n  - {uri: srt://h.acme.net:1?streamid=a,b c, stream_id: 20}\n",
    // A comment without a blank, at the end of the line or of the value.
    "restreams:\n  - {uri: rtmp://h.acme.net/live/key,#main\n     stream_id: 20}\n",
    // Half typed: another rule's.
    "restreams:\n  - {uri: srt://h.acme.net:1?streamid=a,b\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/${KEY, stream_id: 20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/${KEY:-x, stream_id: 20}\n",
    "restreams:\n  - {uri: rtmp://h.acme.net/live/a{b, stream_id: 20}\n",
    // A tag's value is somebody else's, and so is a template that YAML reads as a mapping.
    "restreams:\n  - {uri: !ENV rtmp://h.acme.net/live/a,b, stream_id: 20}\n",
    "restreams:\n  - {uri: {{ uri }}, stream_id: 20}\n",
    // No URI, or not a restream's.
    "restreams:\n  - {name: a,b, stream_id: 20}\n",
    "x-hosts: {uri: a,b}\nrestreams: []\n",
    // Ordinary comments.
    "restreams:\n  - uri: rtmp://h.acme.net/live/key # main=1&b=2\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key #main\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key #====\n",
    // A link.
    "restreams:\n  - uri: rtmp://live.twitch.tv/app/${K4} #https://wiki.tv/page?id=5\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key #HTTP://wiki.tv/?a=1&b=2 # main\n",
    "restreams:\n  - uri: srt://h.acme.net:1 #git+ssh://wiki.tv/page?id=5\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key #todo: set latency=2 here\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key #todo=1 and more\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n    #a=b\n    stream_id: 20\n",
    // The quotes say where it ends.
    'restreams:\n  - uri: "srt://h.acme.net:1?streamid=" #!::r=a\n',
    "restreams:\n  - uri: srt://h.acme.net:1?streamid=#!::r=a,m=publish\n",
    "restreams:\n  - name: a #!::r=b\n    active: true #a=b\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - {uri: srt://h.acme.net:1?streamid=a,b}
#                                      ^ ${COMMA}
`,
      fixed: `\
restreams:
  - {uri: "srt://h.acme.net:1?streamid=a,b"}
`,
    },
    {
      // Several pieces, and what YAML would take for an anchor, an alias and a tag: one finding.
      code: `\
restreams:
  - {uri: srt://h.acme.net:1?streamid=#!::r=a,m=publish,&u,*v,!w,1&latency=20, stream_id: 20}
#                                            ^ ${COMMA}
`,
      fixed: `\
restreams:
  - {uri: "srt://h.acme.net:1?streamid=#!::r=a,m=publish,&u,*v,!w,1&latency=20", stream_id: 20}
`,
    },
    {
      // Blanks after the commas: what holds the signs of a query is no field.
      code: `\
restreams:
  - {uri: srt://h.acme.net:1?streamid=#!::r=a, m=publish, stream_id: 20}
#                                            ^ ${COMMA}
  - {uri: srt://h.acme.net:1?streamid=a, b&latency=20, stream_id: 20}
#                                      ^ ${COMMA}
`,
      fixed: `\
restreams:
  - {uri: "srt://h.acme.net:1?streamid=#!::r=a, m=publish", stream_id: 20}
  - {uri: "srt://h.acme.net:1?streamid=a, b&latency=20", stream_id: 20}
`,
    },
    {
      // Placeholders of every kind.
      code: `\
restreams:
  - {uri: rtmp://h.acme.net/live/\${KEY}, stream_id: 20}
#                                 ^ ${BRACE}
  - {uri: rtmp://\${HOST}/live/\${KEY:-\${OTHER:?is, not set}}?a=1 , stream_id: 20}
#                 ^ ${BRACE}
  - {uri: \${URI}, stream_id: 20}
#          ^ ${BRACE}
  - {uri: rtmp://h.acme.net/live/{{ key }}, stream_id: 20}
#                                ^ ${BRACE}
  - {uri: rtmp://h.acme.net/live/\${{ secrets.KEY }}, stream_id: 20}
#                                 ^ ${BRACE}
  - {uri: rtmp://h.acme.net/live/{KEY}, stream_id: 20}
#                                ^ ${BRACE}
`,
      fixed: `\
restreams:
  - {uri: "rtmp://h.acme.net/live/\${KEY}", stream_id: 20}
  - {uri: "rtmp://\${HOST}/live/\${KEY:-\${OTHER:?is, not set}}?a=1" , stream_id: 20}
  - {uri: "\${URI}", stream_id: 20}
  - {uri: "rtmp://h.acme.net/live/{{ key }}", stream_id: 20}
  - {uri: "rtmp://h.acme.net/live/\${{ secrets.KEY }}", stream_id: 20}
  - {uri: "rtmp://h.acme.net/live/{KEY}", stream_id: 20}
`,
    },
    {
      // Both: what comes first is named.
      code: `\
restreams:
  - {uri: srt://h.acme.net:1?streamid=#!::r=a,u=\${USER},m=publish}
#                                            ^ ${COMMA}
`,
      fixed: `\
restreams:
  - {uri: "srt://h.acme.net:1?streamid=#!::r=a,u=\${USER},m=publish"}
`,
    },
    {
      // On many lines, with a comment, and the keys in quotes.
      code: `\
restreams:
  - {
      "uri": rtmp://h.acme.net/live/\${KEY}, # main
#                                    ^ ${BRACE}
      stream_id: 20
    }
  - {
      stream_id: 20,
      'uri': srt://h.acme.net:1?streamid=a,b
#                                         ^ ${COMMA}
    }
`,
      fixed: `\
restreams:
  - {
      "uri": "rtmp://h.acme.net/live/\${KEY}", # main
      stream_id: 20
    }
  - {
      stream_id: 20,
      'uri': "srt://h.acme.net:1?streamid=a,b"
    }
`,
    },
    {
      // What double quotes would read as an escape, and what single ones need twice.
      code: `\
restreams:
  - {uri: srt://h.acme.net:1?streamid=a\\b,c'd"e}
#                                        ^ ${COMMA}
`,
      fixed: `\
restreams:
  - {uri: 'srt://h.acme.net:1?streamid=a\\b,c''d"e'}
`,
    },
    {
      // A list between brackets is parsed as one: none hides another, and a comment and a text are left alone.
      code: `\
restreams: [{uri: rtmp://h.acme.net/live/\${A}, stream_id: 1}, # {uri: rtmp://h.acme.net/\${B}}
#                                         ^ ${BRACE}
  {uri: rtmp://h.acme.net/live/\${C}, name: "{uri: rtmp://h.acme.net/\${D}}"}]
#                               ^ ${BRACE}
`,
      fixed: `\
restreams: [{uri: "rtmp://h.acme.net/live/\${A}", stream_id: 1}, # {uri: rtmp://h.acme.net/\${B}}
  {uri: "rtmp://h.acme.net/live/\${C}", name: "{uri: rtmp://h.acme.net/\${D}}"}]
`,
    },
    {
      // An anchor is mended in its place; what is no restream hides nothing either.
      code: `\
x-base: &base {uri: &uri rtmp://h.acme.net/live/\${KEY}, active: true}
#                                                ^ ${BRACE}
x-other: {uri: rtmp://h.acme.net/live/\${KEY}}
#                                      ^ ${BRACE}
restreams:
  - {<<: *base, stream_id: 1}
  - {uri: *uri , stream_id: 2}
`,
      fixed: `\
x-base: &base {uri: &uri "rtmp://h.acme.net/live/\${KEY}", active: true}
x-other: {uri: "rtmp://h.acme.net/live/\${KEY}"}
restreams:
  - {<<: *base, stream_id: 1}
  - {uri: *uri , stream_id: 2}
`,
    },
    {
      // A comment that begins like a streamid.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid= #!::r=a,m=publish # main
#                                        ^ ${COMMENT}
`,
      suggested: {
        [SUGGESTION]: `\
restreams:
  - uri: "srt://h.acme.net:9000?streamid=#!::r=a,m=publish" # main
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=  #!::r=a, m=publish
#                                         ^ ${COMMENT}
    stream_id: 20
`,
      suggested: {
        [SUGGESTION]: `\
restreams:
  - uri: "srt://h.acme.net:9000?streamid=#!::r=a, m=publish"
    stream_id: 20
`,
      },
    },
    {
      // Parameters after a "#", and what double quotes would read as an escape.
      code: `\
uri: srt://h.acme.net:1?streamid=a #b\\"'&latency=2000
#                                  ^ ${COMMENT}
stream_id: 20
`,
      suggested: {
        [SUGGESTION]: `\
uri: 'srt://h.acme.net:1?streamid=a#b\\"''&latency=2000'
stream_id: 20
`,
      },
    },
    {
      // A link in a value is none of a comment.
      code: `\
uri: rtmp://h.acme.net/live/key #a=https://wiki.tv/page
#                               ^ ${COMMENT}
`,
      suggested: {
        [SUGGESTION]: `\
uri: "rtmp://h.acme.net/live/key#a=https://wiki.tv/page"
`,
      },
    },
    {
      // What an alias leads to is said once, at its anchor.
      code: `\
x-uri: &uri srt://h.acme.net:1?streamid=a #b=c
#                                         ^ ${COMMENT}
restreams:
  - uri: *uri
    stream_id: 1
  - uri: *uri
    stream_id: 2
`,
      suggested: {
        [SUGGESTION]: `\
x-uri: &uri "srt://h.acme.net:1?streamid=a#b=c"
restreams:
  - uri: *uri
    stream_id: 1
  - uri: *uri
    stream_id: 2
`,
      },
    },
  ],
});

describe("all other rules read the URI as it was meant", () => {
  test.each([
    [
      "{stream_id: 20, latency_unit: ms, uri: srt://h.acme.net:1?latency=2000&streamid=a,b&mode=listener}",
    ],
    [
      "{stream_id: 20, latency_unit: ms, uri: srt://h.acme.net:1?latency=2000&streamid=${A}&mode=listener}",
    ],
    [
      "{uri: srt://h.acme.net:1?latency=2000&streamid=a,b&mode=listener, stream_id: 20, latency_unit: ms}",
    ],
    [
      "\n    uri: srt://h.acme.net:1?latency=2000&streamid=a #b&mode=listener\n    stream_id: 20\n    latency_unit: ms",
    ],
  ])("in %j", (restream) => {
    const text = `restreams:\n  - ${restream}\n`;
    const document = parseFixture(text);
    const said = lint(document).filter(({ severity }) => severity !== "info");
    const modes = said.filter(({ rule }) => rule === "srt-not-caller");
    expect(modes.map(({ range }) => text.slice(range.start, range.end))).toEqual(["listener"]);
    const rules = new Set(said.map(({ rule }) => rule));
    for (const rule of ["cut-off-uri", "srt-not-caller", "srt-unescaped-hash"]) rules.delete(rule);
    expect([...rules]).toEqual([]);

    const mended = applyFixes(document, {}, { unsafe: true }).document;
    expect(mended.text).toContain("mode=caller");
    expect(lint(mended).filter(({ rule }) => rule === "cut-off-uri")).toEqual([]);
  });

  test("and what is mended in a URI in pieces waits for the quotes", () => {
    const text = "restreams:\n  - uri: srt://h.acme.net:1?mode=listener&streamid=a #b&latency=2\n";
    const mode = lint(parseFixture(text)).find(({ rule }) => rule === "srt-not-caller");
    expect(mode?.fixes).toEqual([]);
  });
});

test("the fix makes of a URI what was read of it", () => {
  const piece = constantFrom(
    ",",
    ", ",
    "{",
    "}",
    "${A}",
    "${A:-",
    "{{ a }}",
    "=",
    "&",
    "a",
    "b:",
    ":",
    '"',
    "'",
    "\\",
    "#",
    " #",
    "#!::",
    "[",
    "]",
    " ",
    "\n",
    "m=publish",
    "stream_id",
    "active: true",
    "é",
    "%20",
    "!",
    "*a",
    "|",
    "?",
  );
  const shape = constantFrom(
    (uri: string) => `restreams:\n  - {uri: srt://h.acme.net:1?${uri}, stream_id: 20}\n`,
    (uri: string) =>
      `restreams:\n  - {stream_id: 20, uri: ${uri}}\n  - {uri: rtmp://h.acme.net/a/\${A}}\n`,
    (uri: string) =>
      `restreams: [{uri: ${uri}, stream_id: 20}, {uri: rtmp://h.acme.net/a/\${A}}]\n`,
    (uri: string) => `restreams:\n  - uri: srt://h.acme.net:1?streamid=${uri}\n    stream_id: 20\n`,
    (uri: string) => `uri: rtmp://h.acme.net/a ${uri}\nstream_id: 20\n`,
  );
  const uri = tuple(piece, piece, piece, piece, piece).map((pieces) => pieces.join(""));
  assert(
    property(uri, shape, (written, textWith) => {
      const document = parseFixture(textWith(written));
      const found = lint(document, {}, [cutOffUri]);
      const uris = document.restreams.map((it) => it.uri?.uri.text);
      const edits = found.flatMap(({ fixes }) => fixes.flatMap((it) => it.edits));
      const fixed = applyEdits(document.text, edits);
      const mended = parseFixture(fixed);
      expect(lint(mended, {}, [cutOffUri])).toEqual([]);
      expect(mended.syntax.faults.length).toBe(document.syntax.faults.length);
      expect(mended.restreams.map((it) => it.uri?.uri.text)).toEqual(uris);
    }),
  );
});
