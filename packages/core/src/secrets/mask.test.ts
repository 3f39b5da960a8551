import { assert, nat, property, string, constantFrom } from "fast-check";
import { mutated } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { languageOf } from "../file-name.ts";
import { createMask } from "./mask.ts";
import { rules } from "../rules/index.ts";
import type { Language } from "../syntax/syntax.ts";

/** With a secret for every `@`. */
const TEMPLATES: [Language, string[]][] = [
  [
    "yaml",
    [
      `\
# @
streams:
  - id: 20
    protocol: @
    x-key: @
restreams:
  - name: @ @
    stream_id: 20 # @
    uri: rtmp://h.acme.net/live/@
    steam_key: @
  - {uri: srt://h.acme.net:9000?mode=caller&passphrase=@&streamid=a,@, name: @, @}
  - uri: "srt://h.acme.net:9000/@?streamid=#!::u=@,r=@&latency=@\\u0026x=@"
    latency_unit: @
  - uri: 'rtmps://u:@%40h.acme.net/live/a?token=@#@'
    name: "@
  - uri: @
  - @
`,
      `\
- uri: >-
    rtmp://h.acme.net/live/
    @
  name: |
    stream_id: @
  x-a: { name: @, stream_id: @, uri: [@, @] }
  "@": @
- &a
  uri: rtmp://\${HOST:-@}/live/\${KEY:-@}
  name: \${NAME-@}
- <<: *a
  x-b: @
`,
    ],
  ],
  [
    "json",
    [
      `\
{
  "restreams": [
    { "name": "@", "stream_id": "@", "uri": "rtmp:\\/\\/h.acme.net/live/\\u0061@", "x-a": ["@", { "id": "@" }] },
    { "uri": "srt://h.acme.net:9000?passphrase=@&mode=caller", "latency_unit": "@", "steam_key": "@" },
    { "uri": "srt://h.acme.net:9000?streamid=@
    { "uri": "https://h.acme.net/@" } // @
  ],
  "@": 1
}
`,
    ],
  ],
];

describe("createMask", () => {
  test.each([
    [
      "a.yaml",
      `\
# of Studio B
restreams:
  - name: Studio B
    stream_id: 20
    uri: "rtmp:\\/\\/h.acme.net/live/abc\\u0064" # key
    latency_unit: us
    active: true
    client_user_id: "12"
    network: hunter2
    x-note: hunter2
    pin: 1234
    steam_id: 7
    Hunter2: 1
    id: 12345678901
    live: yes
`,
      `\
# ** ****** *
restreams:
  - name: ****** *
    stream_id: 20
    uri: "rtmp:\\/\\/h.acme.net/live/*********" # ***
    latency_unit: us
    active: true
    client_user_id: "12"
    network: *******
    x-note: *******
    pin: ****
    steam_id: *
    *******: *
    id: ***********
    live: ***
`,
    ],
    [
      "a.yaml",
      "- {uri: srt://h.acme.net:9000?streamid=a,hunter2, stream_id: 1, hunter: 2, b=hunter2}\n",
      "- {uri: srt://h.acme.net:9000?streamid=*,*******, stream_id: 1, hunter: *, *=*******}\n",
    ],
    [
      "a.yaml",
      "- {uri: rtmp://h.acme.net/live/${KEY:-hunter2}?x=hunter2, stream_id: 1}\n",
      "- {uri: rtmp://h.acme.net/live/${KEY:-*******}?x=*******, stream_id: 1}\n",
    ],
    [
      "a.yaml",
      "- uri: srt://h.acme.net:1?streamid=a #b&passphrase=hunter2\n",
      "- uri: srt://h.acme.net:1?streamid=* #************=*******\n",
    ],
    [
      "a.yaml",
      "- name: ${NAME:-hunter2}\n  stream_id: ${ID}\n  x-a: op://vault/item/field\n",
      "- name: ${NAME:-*******}\n  stream_id: ${ID}\n  x-a: op://vault/item/field\n",
    ],
    // Where no parser tells what is what, only the names of fields.
    [
      "a.yaml",
      "restreams:\n  - uri: |\n      rtmp://h.acme.net/live/k\n    name: 'x\n  - uri: y\n",
      "restreams:\n  - uri: |\n      ****://**********/****/*\n    name: '*\n  - uri: *\n",
    ],
    [
      "a.yaml",
      "uri: 'rtmp://h.acme.net/k\nname: hunter2\n",
      "uri: '****://**********/*\nname: *******\n",
    ],
    ["a.yaml", "x: {stream_id: hunter2, id: 12}\n", "x: {stream_id: *******, id: 12}\n"],
    ["a.json", '{"uri": "rtmp://h.acme.net/live/k', '{"uri": "****://**********/****/*'],
    [
      "a.json",
      '{"uri": 12, "constructor": 34, "stream_id": 56}',
      '{"uri": **, "constructor": **, "stream_id": 56}',
    ],
    ["a.json", '{"uri": null, "a": true, "😀": "é\\n"}', '{"uri": null, "a": true, "**": "***"}'],
    ["a.yaml", "\0hunter2: 1\n", "********: *\n"],
    // No YAML: what begins the value may be a part of it.
    ["a.yaml", "name: hunter: active\nuri: x\n", "name: ******: ******\nuri: *\n"],
    // What a comment asks for, and rules; no reason.
    [
      "a.yaml",
      "# restream-lint-disable-next-line srt-not-caller, hunter2 -- well-known\nuri: x # restream-lint-disable-line srt-not-caller well-known\n",
      "# restream-lint-disable-next-line srt-not-caller, ******* -- ****-*****\nuri: * # restream-lint-disable-line srt-not-caller ****-*****\n",
    ],
    [
      "a.yaml",
      "# restream-lint-disable-nextline ab12-cd34-ef56-gh78\n# restream-lint-disable-hunter x-y\nuri: x\n",
      "# restream-lint-disable-nextline ****-****-****-****\n# restream-lint-*******-****** *-*\nuri: *\n",
    ],
    [
      "a.jsonc",
      '{ /* restream-lint-disable-line no-such-rule -- of a */ "uri": "x" }',
      '{ /* restream-lint-disable-line no-such-rule -- ** * */ "uri": "*" }',
    ],
  ])("in %s, %j is shown as %j", (file, text, shown) => {
    const mask = createMask(parseDocument(text, { language: languageOf(file) }));
    expect(mask({ start: 0, end: text.length })).toBe(shown);
  });

  test.each(rules.map(({ id }) => id))("shows %s in a comment", (id) => {
    const text = `# restream-lint-disable-file ${id}\n`;
    expect(createMask(parseDocument(text))({ start: 0, end: text.length })).toBe(text);
  });

  test("of any part of any text, as long as it is, and equal where it shows anything", () => {
    const check = property(
      mutated(TEMPLATES.flatMap(([, templates]) => templates)),
      nat(),
      nat(),
      (text, from, length) => {
        for (const language of ["yaml", "json", "jsonc"] as const) {
          const mask = createMask(parseDocument(text, { language }));
          const start = from % (text.length + 1);
          const end = start + (length % (text.length - start + 1));
          const shown = mask({ start, end });
          expect(shown).toHaveLength(end - start);
          for (const [index, unit] of shown.split("").entries()) {
            if (unit !== "*") expect(unit).toBe(text.charAt(start + index));
          }
        }
      },
    );
    assert(check);
  });

  test.each(TEMPLATES)(
    "a secret for every @ never shows in %s, whatever else is broken",
    (language, templates) => {
      const secrets = string({
        unit: constantFrom(..."ABXYZ0123456789"),
        minLength: 6,
        maxLength: 12,
      });
      const check = property(mutated(templates), secrets, (template, secret) => {
        const canary = `Q${secret}Q`;
        const text = template.replaceAll("@", canary);
        // Nobody can tell that a host, or a variable's name, is none.
        if (new RegExp(`/\\\\?/[^/?#\\n]*${canary}|\\$\\{${canary}`).test(text)) return;
        const shown = createMask(parseDocument(text, { language }))({ start: 0, end: text.length });
        expect(shown).not.toContain(canary);
      });
      assert(check);
    },
  );
});
