import { annotate, strip } from "@restream-lint/testkit";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../fix.ts";
import { rules } from "../rules/index.ts";
import { publishedSettingsSchema } from "../schema/settings-schema.ts";
import { createFileSettings, parseSettings } from "./settings-file.ts";

const WHOLE = `\
# yaml-language-server: $schema=schema/settings.schema.json
extends: strict
rules:
  srt-missing-mode: off
  hard-coded-secret: warning
overrides:
  - files: ["studio/**", "!studio/old/*"]
    rules: { srt-missing-mode: info }
  - files: "*.test.restream.yaml"
    rules: { srt-missing-mode: error }
files: live/*.yml
ignore:
  - { rule: srt-not-caller, file: legacy.restream.json, path: /restreams/0 }
  - path: ""
latencyUnit: ms
network: cross-region
targets:
  - host: "*.studio-b.net"
    latencyUnit: us
    latency: { min: 500, max: 2000 }
    schemes: [srt]
    maxVideoBitrate: 8000
x-team: live
`;

describe("parseSettings", () => {
  test("reads every field", () => {
    const { settings, diagnostics } = parseSettings(WHOLE);
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual({
      extends: "strict",
      rules: { "srt-missing-mode": "off", "hard-coded-secret": "warning" },
      overrides: [
        { files: ["studio/**", "!studio/old/*"], rules: { "srt-missing-mode": "info" } },
        { files: ["*.test.restream.yaml"], rules: { "srt-missing-mode": "error" } },
      ],
      files: ["live/*.yml"],
      ignore: [
        { rule: "srt-not-caller", files: ["legacy.restream.json"], path: "/restreams/0" },
        { path: "" },
      ],
      latencyUnit: "ms",
      network: "cross-region",
      targets: [
        {
          host: "*.studio-b.net",
          latencyUnit: "us",
          latency: { min: 500, max: 2000 },
          schemes: ["srt"],
          maxVideoBitrate: 8000,
        },
      ],
    });
  });

  test("reads JSON, and says where each value stands", () => {
    const text = '{ "extends": "all", "rules": { "syntax-error": "warning" } }';
    const { settings, rangeOf } = parseSettings(text, { language: "json" });
    expect(settings).toEqual({ extends: "all", rules: { "syntax-error": "warning" } });
    const { start, end } = rangeOf("/rules/syntax-error") ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe('"syntax-error"');
    expect(rangeOf("/rules/duplicate-key")).toBeUndefined();
  });

  test.each(["", "# nothing yet\n", "rules:\n", "targets: null\n", "---\n"])(
    "takes %j for no settings",
    (text) => {
      expect(parseSettings(text)).toMatchObject({ settings: {}, diagnostics: [] });
    },
  );

  test.each([
    `\
extends: strcit
#        ^^^^^^ error wrong-type: "extends" must be "recommended", "strict" or "all": did you mean "strict"?
`,
    `\
ruels: { syntax-error: off }
^^^^^ warning unknown-field: "ruels" is no field of settings, so it has no effect: did you mean "rules"?
`,
    `\
rules:
  srt-mising-mode: off
# ^^^^^^^^^^^^^^^ warning unknown-rule: No rule is called "srt-mising-mode": did you mean "srt-missing-mode"?
  syntax-error: of
#               ^^ error wrong-type: The severity of a rule must be "error", "warning", "info" or "off": did you mean "off"?
`,
    `\
overrides:
  - files: "studio/[ab"
#          ^^^^^^^^^^^^ error wrong-type: This glob has a bracket that is never closed, or never opened
    rules: { syntax-eror: off }
#            ^^^^^^^^^^^ warning unknown-rule: No rule is called "syntax-eror": did you mean "syntax-error"?
  - rules: {}
#   ^^^^^ error missing-field: "files" is missing here
`,
    `\
files: [ok.yaml, /etc/*.yaml, ../up.yaml, 7]
#                ^^^^^^^^^^^ error wrong-type: This glob must stay in the folder of the settings file: no leading /, no ..
#                             ^^^^^^^^^^ error wrong-type: This glob must stay in the folder of the settings file: no leading /, no ..
#                                         ^ error wrong-type: Each of "files" must be a text
`,
    `\
ignore:
  - {}
#   ^^ error wrong-type: Each of "ignore" must be a mapping with "rule", "file" or "path"
  - { rule: xyz, path: restreams/0 }
#           ^^^ warning unknown-rule: No rule is called "xyz": restream-lint rules lists them
#                      ^^^^^^^^^^^ error wrong-type: "path" must be a JSON Pointer, which begins with "/"
`,
    `\
overrides:
  - files: ["a|b", "**/{a,{b,c}}", "*a*b*c*d*e"]
#           ^^^^^ error wrong-type: This glob holds ( ) or |, but a choice is written {a,b}
#                  ^^^^^^^^^^^^^^ error wrong-type: This glob has braces in braces: write all choices in one pair
#                                  ^^^^^^^^^^^^ error wrong-type: This glob has too many * and {…} to be matched quickly: write out more of the names, or give several globs
    rules: {}
`,
    `\
files: [${"a, ".repeat(1000)}a]
#      ^ error wrong-type: "files" must be a list of at most 1000
`,
    `\
targets:
  - host: rtmp://h.acme.net
#         ^^^^^^^^^^^^^^^^^ error wrong-type: "host" must be a host, or "*." and what hosts end with: no scheme, port or path
    latency: { min: 5000, max: 70000 }
#                              ^^^^^ error wrong-type: "max" must be a number up to 65535
    maxVideoBitrat: 5
#   ^^^^^^^^^^^^^^ warning unknown-field: "maxVideoBitrat" is no field of settings, so it has no effect: did you mean "maxVideoBitrate"?
  - host: h.acme.net
    latency: { min: 3000, max: 2000 }
#                   ^^^^ error wrong-type: "min" must not be above "max"
    schemes: []
#            ^ error wrong-type: "schemes" must be a list that is not empty
    maxFrameRate: 0
#                 ^ error wrong-type: "maxFrameRate" must be a number above 0
`,
    `\
- extends: strict
^ error wrong-type: Settings must be a mapping of fields
`,
    `\
extends: strict
extends: all
^^^^^^^ error duplicate-key: This key is there twice: delete one
rules: [
#      ^ error syntax-error: A closing bracket is missing
`,
    // What may be a secret in the wrong place is not repeated.
    `\
Xq7Canary9Z: 1
^^^^^^^^^^^ warning unknown-field: This is no field of settings, so it has no effect: it may be "extends", "overrides", "files", "ignore", "network" or "targets"
rules: { Xq7Canary9Z: off }
#        ^^^^^^^^^^^ warning unknown-rule: No rule is called so: restream-lint rules lists them
latencyUnit: Xq7Canary9Z
#            ^^^^^^^^^^^ error wrong-type: "latencyUnit" must be "us", "ms" or "s"
`,
  ])("says what is wrong in %s", (marked) => {
    const text = strip(marked);
    const { settings, diagnostics } = parseSettings(text);
    const found = diagnostics.map(({ severity, rule, message, range }) => ({
      range,
      message: `${severity} ${rule}: ${message}`,
    }));
    expect(annotate(text, found)).toBe(marked);
    const isBroken = diagnostics.some(({ severity }) => severity === "error");
    expect(settings === undefined).toBe(isBroken);
    const said = diagnostics.map(({ message, path, fixes }) => [message, path, fixes]);
    expect(JSON.stringify(said)).not.toContain("Xq7Canary9Z");
  });

  test("suggests the word that was meant, in the notation of the old one", () => {
    const text = '{ "extends": "strcit", "rules": { "syntax-eror": "off" } }';
    const { diagnostics } = parseSettings(text, { language: "json" });
    const edits = diagnostics.flatMap(({ fixes }) => fixes.flatMap((it) => it.edits));
    expect(applyEdits(text, edits)).toBe(
      '{ "extends": "strict", "rules": { "syntax-error": "off" } }',
    );
  });

  test.each([
    "[".repeat(100_000),
    "\0",
    "a: &a [*a]\n",
    "__proto__: { extends: strict }\n",
    "{".repeat(2000),
  ])("survives hostile text", (text) => {
    const { settings, diagnostics } = parseSettings(text);
    expect(diagnostics).not.toEqual([]);
    expect(settings?.extends).toBeUndefined();
  });
});

describe("createFileSettings", () => {
  const settings = createFileSettings(parseSettings(WHOLE).settings ?? {});

  test.each([
    ["a.restream.yaml", "off"],
    ["studio/a.restream.yaml", "info"],
    ["studio/x/a.restream.yaml", "info"],
    ["studio/old/a.restream.yaml", "off"],
    ["studio/a.test.restream.yaml", "error"],
    ["a.test.restream.yaml", "error"],
    ["../studio/a.restream.yaml", "off"],
  ])("%s has srt-missing-mode as %s", (path, severity) => {
    expect(settings.settingsFor(path)).toMatchObject({
      extends: "strict",
      rules: { "srt-missing-mode": severity, "hard-coded-secret": "warning" },
    });
  });

  test("leaves findings alone in the files that are named", () => {
    const everywhere = { path: "" };
    expect(settings.settingsFor("a.restream.json").ignore).toEqual([everywhere]);
    const legacy = settings.settingsFor("old/legacy.restream.json").ignore;
    expect(legacy).toEqual([expect.objectContaining({ rule: "srt-not-caller" }), everywhere]);
  });

  test.each([
    ["live/a.yml", true],
    ["live/x/a.yml", undefined],
    ["a.yml", undefined],
  ])("takes %s for a restream document: %s", (path, expected) => {
    expect(settings.isTaken(path)).toBe(expected);
  });

  test("the last glob that fits decides", () => {
    const { isTaken } = createFileSettings({ files: ["*.yml", "!vendor/**", "vendor/live.yml"] });
    expect(["a.yml", "x/a.yml", "vendor/a.yml", "vendor/live.yml", "a.json"].map(isTaken)).toEqual([
      true,
      true,
      false,
      true,
      undefined,
    ]);
  });
});

describe("the published schema", () => {
  const described = rules.map(({ id, docs }) => ({ id, summary: docs.summary }));
  const schema = publishedSettingsSchema("https://acme.net", described);
  const validate = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    schema,
  );

  test("accepts what we accept", () => {
    const value = {
      extends: "all",
      rules: { "srt-missing-mode": "off" },
      overrides: [{ files: "a", rules: { "syntax-error": "info" } }],
      files: ["a"],
      ignore: [{ rule: "syntax-error" }],
      targets: [{ host: "h.acme.net", latency: { min: 1, max: 2 } }],
      "x-team": 1,
    };
    expect(validate(value)).toBe(true);
  });

  test.each([
    { extends: "strcit" },
    { rules: { "syntax-error": "fatal" } },
    { ruels: {} },
    { ignore: [{}] },
  ])("refuses %j", (value) => {
    expect(validate(value)).toBe(false);
  });
});
