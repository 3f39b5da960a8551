import { describe, expect, test } from "vitest";
import { applyFixes } from "../apply-fixes.ts";
import { type Document, edit, parseDocument, resolvePlaceholders } from "../document.ts";
import { applyEdits } from "../fix.ts";
import { lint } from "../lint.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { createMask } from "../secrets/mask.ts";
import { valueOf } from "../syntax/node.ts";
import { encodeIn, rangeIn } from "../syntax/scalar.ts";

describe("resolvePlaceholders", () => {
  test.each([
    ["stream_id", "${X}", "20", 20],
    ["stream_id", '"${X}"', "20", 20],
    ["stream_id", "'${X} '", "20", 20],
    ["stream_id", "${UNSET:-20}", "", 20],
    ["stream_id", "${X}${X}", "2", 22],
    ["stream_id", "${X}", "twenty", "twenty"],
    ["stream_id", "${X}", "", null],
    ["stream_id", "1${X}", "2", "12"],
    ["stream_id", "${X}{{ x }}", "2", "2{{ x }}"],
    ["active", "${X}", "true", true],
    ["active", "${UNSET:-false}", "", false],
    ["active", "${X}", "yes", "yes"],
    ["name", "${X}", "20", "20"],
    ["name", "${X}", "true", "true"],
    ["name", "${X}", "", ""],
    ["name", "${X}", "a: [b] # c", "a: [b] # c"],
    ["name", "a$${X}", "", "a${X}"],
    ["latency_unit", "${X}", "ms", "ms"],
    ["uri", "rtmp://h.acme.net/live/${X}", "a${b}{{c}}", "rtmp://h.acme.net/live/a${b}{{c}}"],
    // A tag fills it in, and no field of ours has this name.
    ["name", "!ENV ${X}", "a", "${X}"],
    ["x-name", "${X}", "a", "${X}"],
  ])("%s: %s, of %j, is %j", (field, written, x, value) => {
    const document = resolved(`restreams:\n  - ${field}: ${written}\n`, { X: x });
    expect(fieldOf(document, field)?.value).toBe(value);
    const json = JSON.stringify({
      restreams: [{ [field]: written.replaceAll(/^["']|["']$/g, "") }],
    });
    const asJson = resolved(json, { X: x }, "json");
    if (!written.startsWith("!")) expect(fieldOf(asJson, field)?.value).toBe(value);
  });

  test("reads the URI from what was filled in, which holds no more placeholders", () => {
    const text = "restreams:\n  - stream_id: 1\n    uri: ${URI}\n";
    const [target] = resolved(text, { URI: "srt://h.acme.net:9000?streamid=${X" }).targets;
    expect(target?.uri.authority?.host.text).toBe("h.acme.net");
    expect(target?.field.pairs[0]?.value?.text).toBe("${X");
    expect(target?.field.pairs[0]?.value?.isOpen).toBe(false);
  });

  test("leaves open what is not set, and names it once", () => {
    const text =
      "x-unused: {uri: $B}\nx-other: {name: '${OTHER}'}\nstreams: [{id: '${B}'}]\n" +
      "restreams:\n  - stream_id: ${A}\n    uri: rtmp://${HOST}/live/${A:?set it}\n    name: ${C:-x}{{ y }}\n";
    const document = resolved(text, { HOST: "h.acme.net" });
    expect(document.resolution?.unset).toEqual(["B", "A"]);
    const [target] = document.targets;
    expect(target?.uri.authority?.host.isOpen).toBe(false);
    expect(target?.field.rtmp?.streamKey?.isOpen).toBe(true);
    expect(lint(document).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("checks the shape of what was filled in", () => {
    const text =
      "restreams:\n  - stream_id: ${ID}\n    uri: ${URI}\n    active: ${ON}\n    latency_unit: ${UNIT}\n";
    const variables = { ID: "x1", URI: "rtmp://h.acme.net/live/a1b2", ON: "yes", UNIT: "hours" };
    const said = lint(resolved(text, variables)).map(({ rule, path }) => `${rule} ${path}`);
    expect(said).toEqual([
      "wrong-type /restreams/0/stream_id",
      "wrong-type /restreams/0/active",
      "wrong-type /restreams/0/latency_unit",
    ]);
    const empty = lint(resolved(text, { ...variables, ID: "", ON: "", UNIT: "ms" }));
    expect(empty.map(({ rule }) => rule)).toEqual(["missing-field"]);
  });

  test("fills in anchors once, and what merges them", () => {
    const text =
      "x-base: &base {stream_id: '${ID}', active: &on '${ON}'}\nx-uri: &uri rtmp://h.acme.net/live/${KEY}\n" +
      "restreams:\n  - <<: *base\n    uri: *uri\n  - {<<: *base, uri: *uri, active: *on}\n";
    const document = resolved(text, { ID: "7", ON: "false", KEY: "a1b2" });
    expect(document.restreams.map(({ streamId, isActive }) => [streamId, isActive])).toEqual([
      ["7", false],
      ["7", false],
    ]);
    expect(document.targets.map(({ uri }) => uri.text)).toEqual(
      Array.from({ length: 2 }, () => "rtmp://h.acme.net/live/a1b2"),
    );
    expect(document.resolution?.filled).toHaveLength(3);
  });

  test("follows a chain of merges", () => {
    const length = 50;
    const anchors = Array.from(
      { length },
      (_, index) =>
        `x-${index}: &a${index} {name: '\${X}'${index ? `, <<: *a${index - 1}` : ""}}\n`,
    );
    const document = resolved(`${anchors.join("")}restreams: [{<<: *a${length - 1}}]\n`, {
      X: "x",
    });
    expect(fieldOf(document, "name")?.value).toBe("x");
  });

  test("keeps what it does not change", () => {
    const text = "restreams:\n  - name: a\n    stream_id: 1\n  - name: ${X}\n    stream_id: 1\n";
    const document = parseDocument(text);
    const { restreams } = resolvePlaceholders(document, () => "b");
    expect(restreams[0]?.node).toBe(document.restreams[0]?.node);
    expect(restreams[1]?.node.range).toBe(document.restreams[1]?.node.range);
  });

  test("is done again for a changed text, and never twice", () => {
    const text = "restreams:\n  - name: ${X}\n";
    const document = resolved(text, { X: "${Y}", Y: "y", Z: "z" });
    expect(
      fieldOf(
        resolvePlaceholders(document, () => "again"),
        "name",
      )?.value,
    ).toBe("again");
    const at = text.indexOf("X");
    const changed = edit(document, { range: { start: at, end: at + 1 }, newText: "Z" });
    expect(fieldOf(changed, "name")?.value).toBe("z");
  });
});

describe("a part of a value that was filled in", () => {
  const uri = "srt://${HOST}:9000/?a=${EMPTY}&b=x${LATENCY}y$${z";
  const variables = { HOST: "h.acme.net", EMPTY: "", LATENCY: "2000" };

  test.each([
    ["srt", "srt", true],
    ["h.acme.net", "${HOST}", false],
    ["acme", "${HOST}", false],
    ["t:9000", "${HOST}:9000", false],
    [":9000", ":9000", true],
    ["?a", "?a", true],
    ["&b", "&b", true],
    ["=&", "=${EMPTY}&", false],
    ["x", "x", true],
    ["200", "${LATENCY}", false],
    ["2000", "${LATENCY}", false],
    ["x2000y", "x${LATENCY}y", false],
    ["y", "y", true],
    ["${", "$${", false],
    ["z", "z", true],
  ])("%j is written as %j", (part, written, isWritable) => {
    for (const quote of ["", '"', "'"]) {
      const document = resolved(`restreams:\n  - uri: ${quote}${uri}${quote}\n`, variables);
      const node = fieldOf(document, "uri");
      if (!node) throw new Error("there is no URI");
      const start = String(node.value).indexOf(part);
      const range = { start, end: start + part.length };
      const { start: from, end } = rangeIn(node, range);
      expect(document.text.slice(from, end)).toBe(written);
      expect(encodeIn(node, range, "n")).toBe(isWritable ? "n" : undefined);
    }
  });

  test("can be added to beside a placeholder, and not inside one", () => {
    const document = resolved("restreams:\n  - uri: srt://${HOST}\n", { HOST: "h.acme.net" });
    const node = fieldOf(document, "uri");
    if (!node) throw new Error("there is no URI");
    const written = [6, 8, 16].map((at) => encodeIn(node, { start: at, end: at }, "n"));
    expect(written).toEqual(["n", undefined, "n"]);
    expect(rangeIn(node, { start: 16, end: 16 }).start).toBe(document.text.indexOf("}") + 1);
  });

  test("of a block scalar or an escaped one is all of it, or exact", () => {
    const block = resolved("restreams:\n  - uri: >-\n      rtmp://${A}\n", { A: "h.acme.net" });
    const folded = fieldOf(block, "uri");
    expect(folded && rangeIn(folded, { start: 0, end: 4 })).toEqual(folded?.range);
    const escaped = resolved('{"restreams":[{"uri":"rtmp:\\/\\/${A}\\/b"}]}', { A: "x" }, "json");
    const node = fieldOf(escaped, "uri");
    const { start = 0, end = 0 } = (node && rangeIn(node, { start: 7, end: 10 })) ?? {};
    expect(escaped.text.slice(start, end)).toBe("${A}\\/b");
  });
});

describe("lint after filling in", () => {
  test("marks placeholders as written, says nothing of what is in them, and offers nothing there", () => {
    const text = "restreams:\n  - stream_id: 1\n    uri: ${URI}\n    latency_unit: ms\n";
    const document = resolved(text, { URI: "srt://k7q.acme.net:9000?mode=q9x2&latency=2000" });
    const [found, ...others] = lint(document);
    expect(others).toEqual([]);
    expect(found?.rule).toBe("srt-not-caller");
    expect(markedBy(document, found)).toBe("${URI}");
    expect(JSON.stringify(found)).not.toMatch(/q9x2|k7q/);
    expect(found?.fixes).toEqual([]);
  });

  test("says the tool's own words wherever they come from", () => {
    const text =
      "restreams:\n  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=${MODE}&latency=2000\n    latency_unit: ms\n";
    const [found] = lint(resolved(text, { MODE: "listener" }));
    expect(found?.message).toContain('not "listener"');
    expect(found?.fixes).toEqual([]);
  });

  test("mends what is written beside placeholders, and leaves those alone", () => {
    const text =
      "restreams:\n  - stream_id: '${ID}'\n    uri: SRT://${HOST}?mode=${MODE}&latency=2000\n    latency_unit: ms\n";
    const variables = { ID: "20", HOST: "h.acme.net:9000", MODE: "listener" };
    const { document, applied } = applyFixes(resolved(text, variables));
    expect(applied).toBe(1);
    expect(document.text).toBe(text.replace("SRT:", "srt:"));
    expect(document.resolution).toBeDefined();
  });

  test("adds what is missing after a placeholder", () => {
    const text = "restreams:\n  - stream_id: 1\n    uri: srt://${HOST}\n    latency_unit: ms\n";
    const { document } = applyFixes(resolved(text, { HOST: "h.acme.net:9000?latency=2000" }));
    expect(document.text).toBe(text);
    const bare = applyFixes(resolved(text, { HOST: "h.acme.net:9000" }));
    expect(bare.document.text).toBe(text.replace("${HOST}", "${HOST}?mode=caller"));
  });

  test("takes a secret that a variable brings for none that is written out", () => {
    const text =
      "restreams:\n  - stream_id: 1\n    uri: rtmp://${USER}:${PASSWORD}@h.acme.net/live/${KEY}\n";
    const variables = { USER: "u1", PASSWORD: "p4ssw0rd", KEY: "k17a-13s8-9c2d-m4xq" };
    expect(lint(resolved(text, variables))).toEqual([]);
  });

  test("shows the source text as it shows it without variables", () => {
    const text =
      "restreams:\n  - stream_id: ${ID}\n    uri: rtmp://${HOST:-def.acme.net}/live/${KEY}\n";
    const range = { start: 0, end: text.length };
    const document = resolved(text, { ID: "1", HOST: "h.acme.net", KEY: "a1b2c3d4" });
    expect(createMask(document)(range)).toBe(createMask(parseDocument(text))(range));
  });

  test("reads a URI on past a comment as ever", () => {
    const text =
      "restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/${KEY}?user=a #b&region=eu\n";
    const [found] = lint(resolved(text, { KEY: 'k"1' }));
    expect(found?.rule).toBe("cut-off-uri");
    expect(applyEdits(text, found?.fixes[0]?.edits ?? [])).toBe(
      text.replace("rtmp", '"rtmp').replace(" #", "#").replace("eu", 'eu"'),
    );
  });
});

function resolved(
  text: string,
  variables: Readonly<Record<string, string>>,
  language: Document["language"] = "yaml",
): Document {
  return resolvePlaceholders(parseDocument(text, { language }), (name) => variables[name]);
}

function fieldOf({ restreams }: Document, field: string) {
  const [restream] = restreams;
  const value = restream && valueOf(restream.node, field);
  return value?.kind === "scalar" ? value : undefined;
}

function markedBy({ text }: Document, diagnostic: Diagnostic | undefined): string {
  return diagnostic ? text.slice(diagnostic.range.start, diagnostic.range.end) : "";
}
