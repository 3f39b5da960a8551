import {
  applyEdits,
  applyFixes,
  type Diagnostic,
  type Edit,
  lintAcross,
  rules,
} from "@restream-lint/core";
import { parseCursor } from "@restream-lint/testkit";
import { assert, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { anyView } from "../../test/any-view.ts";
import { EVERYTHING } from "../../test/clients.ts";
import { EXAMPLE_TEXTS } from "../../test/example-texts.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import { clientOf } from "../client.ts";
import { createConverter } from "../converter.ts";
import type { View } from "../view.ts";
import { codeActions, documentOfAction, resolveAction } from "./code-actions.ts";
import { CODE_ACTION_KINDS } from "./code-actions/offer.ts";
import { lspDiagnostics } from "./diagnostics.ts";

/** Takes edits with the actions; asks for them later. */
const EAGER = { ...clientOf({ capabilities: {} }), takesPreferred: true };
const LAZY = clientOf({ capabilities: EVERYTHING });

describe("offers", () => {
  const disable = (rule: string) => [
    `quickfix Disable ${rule} for this line`,
    `quickfix Disable ${rule} for this document`,
  ];
  const move = (name: string) =>
    `Move it to \${${name}}: set that variable to what stands here now`;
  const FIX_ALL = "source.fixAll.restream-lint Apply all safe fixes in this document";
  const TWO_KEYS = (first: string, second: string) =>
    `restreams:\n  - stream_id: 20\n    uri: rtmp://a.acme.net/live/${first}\n  - stream_id: 20\n    uri: rtmp://b.acme.net/live/${second}\n`;

  test.each<[string, string, readonly string[], About?]>([
    [
      "a safe fix, preferred",
      "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=lis<|>tener&latency=2000\n    latency_unit: ms\n",
      ["quickfix! Connect as the caller", ...disable("srt-not-caller"), FIX_ALL],
    ],
    [
      "at the end of what is marked, and nothing after it",
      "restreams:\n  - stream_id: 20\n    active: yes<|>\n    uri: rtmp://h.acme.net/live/${KEY}\n",
      ["quickfix! Write true", ...disable("wrong-type"), FIX_ALL],
    ],
    [
      "nothing elsewhere but to mend the document",
      "restreams:\n  - stream_id: <|>20\n    active: yes\n    uri: rtmp://h.acme.net/live/${KEY}\n",
      [FIX_ALL],
    ],
    [
      "nothing where nothing is wrong",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/l<|>ive/${KEY}\n",
      [],
    ],
    [
      "all of a rule, where there are several",
      "restreams:\n  - stream_id: 20\n    active: yes\n    live<|>: true\n    uri: rtmp://h.acme.net/live/${A}\n  - stream_id: 20\n    live: true\n    uri: rtmp://h.acme.net/live/${B}\n",
      [
        'quickfix! Delete "live"',
        "quickfix Apply all safe fixes of read-only-field in this document",
        ...disable("read-only-field"),
        FIX_ALL,
      ],
    ],
    [
      "what a selection touches, line by line: safe fixes before suggestions",
      "restreams:\n  - stream_id: 20\n    ur<|>l: x\n    active: yes\n    live: t<|>rue\n    uri: rtmp://h.acme.net/live/${A}\n    name: x\n",
      [
        "quickfix! Write true",
        'quickfix! Delete "live"',
        "quickfix Disable unknown-field for line 3",
        "quickfix Disable unknown-field for this document",
        "quickfix Disable wrong-type for line 4",
        "quickfix Disable wrong-type for this document",
        "quickfix Disable read-only-field for line 5",
        "quickfix Disable read-only-field for this document",
        FIX_ALL,
      ],
    ],
    [
      "a suggestion, and none twice, at the secret that the finding stands at",
      TWO_KEYS("abc<|>d1", "efgh2"),
      [`quickfix ${move("ACME_KEY")}`, ...disable("hard-coded-secret")],
    ],
    [
      "the same at a secret that the finding only counts",
      TWO_KEYS("abcd1", "ef<|>gh2"),
      [`quickfix ${move("ACME_KEY_2")}`],
    ],
    [
      "a refactoring where the rule is off",
      TWO_KEYS("abcd1", "ef<|>gh2"),
      [`refactor.rewrite ${move("ACME_KEY_2")}`],
      { settings: { rules: { "hard-coded-secret": "off" } } },
    ],
    [
      "each where each is reported",
      TWO_KEYS("abcd1", "ef<|>gh2"),
      [`quickfix ${move("ACME_KEY_2")}`, ...disable("hard-coded-secret")],
      { settings: { rules: { "hard-coded-secret": "error" } } },
    ],
    [
      "a name that is not taken",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.acme.net/live/${ACME_KEY}\n  - stream_id: 20\n    uri: rtmp://b.acme.net/live/ab<|>cd1\n",
      [`quickfix ${move("ACME_KEY_2")}`, ...disable("hard-coded-secret")],
    ],
    [
      "once what a line has twice",
      "restreams:\n  - {stream_id: <|>'20', active: yes<|>, uri: rtmp://h.acme.net/live/x${KEY}}\n",
      [
        "quickfix! Write 20",
        "quickfix! Write true",
        "quickfix Apply all safe fixes of wrong-type in this document",
        ...disable("wrong-type"),
        FIX_ALL,
      ],
    ],
    [
      "JSON has no comments to silence anything",
      '{"restreams": [{"stream_id": "2<|>0", "uri": "rtmp://h.acme.net/live/${A}"}]}',
      ["quickfix! Write 20", FIX_ALL],
    ],
    [
      "JSONC has",
      '{"restreams": [{"stream_id": "2<|>0", "uri": "rtmp://h.acme.net/live/${A}"}]}',
      ["quickfix! Write 20", ...disable("wrong-type"), FIX_ALL],
      { uri: "file:///shows/restreams.jsonc" },
    ],
    [
      "nothing silences what is said of comments",
      "# restream-lint-disable-file unus<|>ual-port\nrestreams: []\n",
      ["quickfix! Delete the comment", FIX_ALL],
    ],
    [
      "of a settings file, what its findings offer",
      "rules:\n  srt-not-calle<|>: error\n",
      ['quickfix Write "srt-not-caller"'],
      { uri: "file:///shows/.restream-lint.yaml" },
    ],
    [
      "and no comments: they silence nothing there",
      "exten<|>d: strict\n",
      ['quickfix Write "extends"'],
      { uri: "file:///shows/.restream-lint.yaml" },
    ],
  ])("%s", (_, fixture, expected, about = {}) => {
    const { view, offered } = asked(fixture, about);
    expect(offered().map(shown)).toEqual(expected);
    expect(offered({}, LAZY).map(shown)).toEqual(expected);
    expect(view.document.text).not.toContain("<|>");
  });
});

test("which of several answers is right, nobody says, nor where the client would not take it", () => {
  const view = viewOf("restreams: []\n");
  const fix = (title: string, safe: boolean) => ({
    title,
    safe,
    edits: [{ range: { start: 0, end: 0 }, newText: `# ${title}\n` }],
  });
  const at = { start: 0, end: 9 };
  const finding = {
    rule: "x",
    severity: "error",
    message: "",
    range: at,
    path: "",
    url: "",
  } as const;
  const offered = (fixes: Diagnostic["fixes"], client: typeof EAGER): readonly string[] => {
    const params = { range: view.converter.rangeOf(at), context: { diagnostics: [] } };
    const actions = codeActions(view, [{ ...finding, fixes, related: [] }], params, client);
    return actions.map(shown).filter((it) => it.startsWith("quickfix"));
  };
  const [a, b, c] = [fix("a", true), fix("b", true), fix("c", false)];
  expect(offered([a, b, c], EAGER)).toEqual(["quickfix a", "quickfix b", "quickfix c"]);
  expect(offered([c, a], EAGER)).toEqual(["quickfix! a", "quickfix c"]);
  expect(offered([c], EAGER)).toEqual(["quickfix c"]);
  expect(offered([a], { ...EAGER, takesPreferred: false })).toEqual(["quickfix a"]);
});

test("a secret is moved to the same variable whether the rule says so or not", () => {
  const items = [
    "rtmp://a.acme.net/live/abcd1",
    "rtmp://a.acme.net/live/${ACME_KEY_3}",
    "rtmp://a.acme.net/live/efgh2",
    "srt://b.acme.net:9000?streamid=live&passphrase=kestrel-orbit-41",
    "rtmp://a.acme.net/live/ijkl3",
    "rtmp://a.acme.net/live/abcd1",
    "rtmp://a.rtmp.youtube.com/live2/k17a-13s8-9c2d-m4xq",
  ].map((uri) => `  - stream_id: 20\n    uri: ${uri}\n`);
  const text = `restreams:\n${items.join("")}`;
  for (const targets of [[], [{ host: "*.acme.net", latencyUnit: "ms" } as const]]) {
    const moves = (severity: "error" | "off") => {
      const settings = { targets, rules: { "hard-coded-secret": severity } };
      const view = viewOf(text, { settings });
      return actionsAt(view, { start: 0, end: text.length })
        .filter(({ title }) => title.startsWith("Move it to"))
        .map((it) => [it.title, applied(view, it)]);
    };
    expect(moves("off")).toEqual(moves("error"));
    expect(moves("off").length).toBeGreaterThanOrEqual(6);
  }
});

describe("kinds", () => {
  const FIXTURE =
    "restreams:\n  - stream_id: 20\n    uri: rtmp://a.acme.net/live/ab<|>cd1\n    live: true\n";
  const settings = { rules: { "hard-coded-secret": "off" } } as const;
  const kindsOf = (context: Partial<CodeActionContext>): readonly string[] => {
    const actions = asked(FIXTURE, { settings }).offered(context);
    return [...new Set(actions.map(({ kind = "" }) => kind))];
  };
  const [, REWRITE = "", FIX_ALL = ""] = CODE_ACTION_KINDS;

  test.each<[readonly string[] | undefined, readonly string[]]>([
    [undefined, [REWRITE, FIX_ALL]],
    [[], [REWRITE, FIX_ALL]],
    [[""], [REWRITE, FIX_ALL]],
    [["quickfix"], []],
    [["refactor"], [REWRITE]],
    [["refactor.rewrite"], [REWRITE]],
    [["refactor.rewrite.secret"], []],
    [["refactor.re"], []],
    [["source"], [FIX_ALL]],
    [["source.fixAll"], [FIX_ALL]],
    [["source.fixAll.restream-lint"], [FIX_ALL]],
    [["source.fixAll.eslint"], []],
    [["source.organizeImports"], []],
    [
      ["source.fixAll", "refactor"],
      [REWRITE, FIX_ALL],
    ],
  ])("of %j: %j", (only, expected) => {
    expect(kindsOf(only ? { only: [...only] } : {})).toEqual(expected);
  });

  test("moving the cursor brings up quick fixes alone, saving what it asks for", () => {
    const triggerKind = CodeActionTriggerKind.Automatic;
    expect(kindsOf({ triggerKind })).toEqual([]);
    expect(kindsOf({ triggerKind, only: ["source.fixAll"] })).toEqual([FIX_ALL]);
    expect(
      asked("restreams:\n  - uri: ${A}\n    stream_id: 20\n    live<|>: true\n")
        .offered({ triggerKind })
        .map(shown)[0],
    ).toBe('quickfix! Delete "live"');
  });

  test("are all said beforehand", () => {
    const offered = EXAMPLE_TEXTS.flatMap(({ uri, text }) => {
      const view = viewOf(text, { uri });
      return view.diagnostics().flatMap((it) => actionsAt(view, it));
    });
    const secret = asked(FIXTURE, { settings }).offered();
    const kinds = new Set([...offered, ...secret].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(CODE_ACTION_KINDS));
  });
});

describe("edits", () => {
  const FIXTURE = `restreams:
  - stream_id: 20
    uri: srt://h.acme.net:9000?mode=lis<|>tener&latency=2000
    latency_unit: ms
  - stream_id: "20"
    uri: srt://h.acme.net:9001?mode=listener&latency=2000
    latency_unit: ms
`;
  const TEXT = FIXTURE.replace("<|>", "");
  const MENDED = TEXT.replace("mode=listener", "mode=caller");
  const ALL = TEXT.replaceAll("mode=listener", "mode=caller");

  test("do what the titles say", () => {
    const { view, offered } = asked(FIXTURE);
    const results = offered().map((it) => [it.title, applied(view, it)]);
    expect(Object.fromEntries(results)).toEqual({
      "Connect as the caller": MENDED,
      "Apply all safe fixes of srt-not-caller in this document": ALL,
      "Disable srt-not-caller for this line": TEXT.replace(
        "    uri: srt://h.acme.net:9000",
        "    # restream-lint-disable-next-line srt-not-caller\n    uri: srt://h.acme.net:9000",
      ),
      "Disable srt-not-caller for this document": `# restream-lint-disable-file srt-not-caller\n${TEXT}`,
      "Apply all safe fixes in this document": ALL.replace('"20"', "20"),
    });
  });

  test("are worked out when they are asked for, and then the same", () => {
    const { view, offered } = asked(FIXTURE);
    const later = offered({}, LAZY);
    expect(later.map(({ edit }) => edit)).toEqual(later.map(() => undefined));
    expect(later.map(({ data }) => documentOfAction({ title: "", data }))).toEqual(
      later.map(() => view.uri),
    );
    const resolved = later.map((it) => resolveAction(view, view.diagnostics(), sent(it), LAZY));
    expect(resolved.map((it) => it && applied(view, it))).toEqual(
      offered().map((it) => applied(view, it)),
    );
    // What else an action says stays.
    expect(resolved.map((it) => ({ ...it, edit: undefined }))).toEqual(
      later.map((it) => ({ ...it, edit: undefined })),
    );
  });

  test("are those of the offer that was chosen, of several with one title", () => {
    const { view, offered } = asked(
      "restreams:\n  - active: <|>yes\n    stream_id: 1\n    uri: ${A}\n  - active: yes<|>\n    stream_id: 1\n    uri: ${B}\n",
    );
    const { text } = view.document;
    const results = offered({}, LAZY)
      .filter(({ title }) => title === "Write true")
      .map((it) => resolveAction(view, view.diagnostics(), it, LAZY))
      .map((it) => it && applied(view, it));
    expect(results).toEqual([
      text.replace("yes", "true"),
      text.replace(/yes(?=\n {4}stream_id: 1\n {4}uri: \$\{B\})/, "true"),
    ]);
  });

  test("are for the version that they were worked out for, where the client knows versions", () => {
    const { view, offered } = asked(FIXTURE);
    const [eager] = offered();
    expect(eager?.edit).toEqual({ changes: { [view.uri]: [expect.anything()] } });
    const [later] = offered({}, LAZY);
    expect(later && resolveAction(view, view.diagnostics(), later, LAZY)?.edit).toEqual({
      documentChanges: [
        { textDocument: { uri: view.uri, version: 7 }, edits: [expect.anything()] },
      ],
    });
  });

  test("count characters as the client does", () => {
    const { view } = asked("restreams:\n  - {name: é, active: y<|>es}\n");
    const { text } = view.document;
    const bytes = { ...view, converter: createConverter(text, "utf-8") };
    const [fix] = actionsAt(bytes, { start: text.indexOf("yes"), end: text.indexOf("yes") });
    expect(fix?.title).toBe("Write true");
    const [edit] = fix?.edit?.changes?.[view.uri] ?? [];
    // One byte more than UTF-16 has units.
    expect(edit?.range.start).toEqual({ line: 1, character: "  - {name: é, active: ".length + 1 });
  });

  test.each<[string, (view: View) => View | undefined]>([
    ["another version", (view) => ({ ...view, version: 8 })],
    ["another document", (view) => ({ ...view, uri: "file:///shows/b.restreams.yaml" })],
    ["no document", () => undefined],
    ["a text that is not open", (view) => ({ ...view, version: undefined })],
  ])("are none for %s", (_, changed) => {
    const { view, offered } = asked(FIXTURE);
    for (const action of offered({}, LAZY)) {
      expect(resolveAction(changed(view), view.diagnostics(), action, LAZY)).toBeUndefined();
    }
  });

  test("are none once other settings leave nothing to mend", () => {
    const { view, offered } = asked(FIXTURE);
    const settings = { rules: { "srt-not-caller": "off" } } as const;
    const now = { ...viewOf(view.document.text, { settings }), version: view.version };
    const resolved = offered({}, LAZY).map((it) => resolveAction(now, now.diagnostics(), it, LAZY));
    expect(resolved.map((it) => it?.title)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      // What is left to mend.
      "Apply all safe fixes in this document",
    ]);
  });

  test.each([
    undefined,
    null,
    7,
    "x",
    [],
    {},
    { uri: "file:///shows/restreams.yaml", version: 7 },
    { uri: "file:///shows/restreams.yaml", version: 7, start: "0", end: 0, about: "document" },
    { uri: "file:///shows/restreams.yaml", version: 7, start: null, end: 1e9, about: "x" },
  ])("are none of an action that nobody here has made: %j", (data) => {
    const { view } = asked(FIXTURE);
    const action = { title: "Apply all safe fixes in this document", data };
    expect(resolveAction(view, view.diagnostics(), action, LAZY)).toBeUndefined();
  });

  test("come at once where the client keeps nothing, or nobody could say whether the text is the same", () => {
    const { view, offered } = asked(FIXTURE);
    const forgetful = { ...LAZY, resolvesActions: false };
    const closed = { ...view, version: undefined };
    const range = { start: 0, end: view.document.text.length };
    for (const actions of [offered({}, forgetful), actionsAt(closed, range, {}, LAZY)]) {
      expect(actions.length).toBeGreaterThan(4);
      for (const action of actions) {
        expect(action).toMatchObject({ edit: expect.anything() });
        expect(resolveAction(view, view.diagnostics(), action, forgetful)).toBe(action);
      }
    }
  });

  test("that are there already are kept", () => {
    const { offered } = asked(FIXTURE);
    for (const it of offered()) expect(resolveAction(undefined, [], it, EAGER)).toBe(it);
  });
});

test("an action carries what the client shows of its finding, and no other", () => {
  const { view, offered } = asked(
    "restreams:\n  - stream_id: 20\n    live<|>: true\n    active: yes<|>\n    uri: rtmp://h.acme.net/live/${A}\n",
  );
  const alone = { diagnosticsOf: () => view.diagnostics(), of: () => view };
  const diagnostics = lspDiagnostics(view, alone, LAZY);
  const codes = offered({ diagnostics }).map((it) => [
    it.title,
    it.diagnostics?.map(({ code }) => code),
  ]);
  expect(codes).toEqual([
    ['Delete "live"', ["read-only-field"]],
    ["Write true", ["wrong-type"]],
    ["Disable read-only-field for line 3", ["read-only-field"]],
    ["Disable read-only-field for this document", ["read-only-field"]],
    ["Disable wrong-type for line 4", ["wrong-type"]],
    ["Disable wrong-type for this document", ["wrong-type"]],
    ["Apply all safe fixes in this document", undefined],
  ]);
  for (const end of ["start", "end"] as const) {
    const moved = diagnostics.map(({ range, ...it }) => ({
      ...it,
      range: { ...range, [end]: { ...range[end], character: range[end].character + 1 } },
    }));
    expect(offered({ diagnostics: moved }).flatMap((it) => it.diagnostics ?? [])).toEqual([]);
  }
});

test("what only several documents show can be silenced where it is found", () => {
  const text = "restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/${KEY}\n";
  const views = ["a", "b"].map((it) => viewOf(text, { uri: `file:///${it}.restreams.yaml` }));
  const [first, view] = views;
  if (!first || !view) throw new Error("there are two");
  const across = lintAcross(views).filter(({ document }) => document === view.document);
  const { start = 0, end = 0 } = across[0]?.range ?? {};
  const range = view.converter.rangeOf({ start, end });
  const actions = codeActions(view, across, { range, context: { diagnostics: [] } }, EAGER);
  expect(actions.map(shown)).toEqual([
    "quickfix Disable duplicate-target for this line",
    "quickfix Disable duplicate-target for this document",
  ]);
  for (const it of actions) expect(lintAcross([first, viewOf(applied(view, it))])).toEqual([]);
});

describe("a comment that cannot be", () => {
  // The line begins in a value of several lines, and goes on in another.
  const FIXTURE =
    "restreams: [{name: 'a\n\n  b', active: y<|>es, uri: 'rtmp://h.acme.net/live/\n  ${A}'}]\n";

  test("is not offered", () => {
    const { offered } = asked(FIXTURE);
    for (const client of [EAGER, LAZY]) {
      expect(offered({}, client).map(shown)).not.toContain(
        "quickfix Disable wrong-type for this line",
      );
    }
  });

  test("is tried only when it is chosen where trying takes long", () => {
    const padding = `# ${"x".repeat(200_000)}\n`;
    const { view, offered } = asked(padding + FIXTURE);
    const isLine = ({ title }: CodeAction) => title === "Disable wrong-type for this line";
    expect(offered().find(isLine)).toBeUndefined();
    const action = offered({}, LAZY).find(isLine);
    expect(action && resolveAction(view, view.diagnostics(), action, LAZY)).toBeUndefined();
    expect(action).toBeDefined();
  });
});

test("nothing is tried of a comment where there are none, however long the text", () => {
  const text = JSON.stringify({ "x-note": "x".repeat(200_000), restreams: [{ stream_id: "20" }] });
  const view = { ...viewOf(text), version: 1 };
  const actions = actionsAt(view, { start: 0, end: text.length }, {}, LAZY);
  expect(actions.map(({ title }) => title)).toContain("Write 20");
  expect(actions.filter(({ title }) => title.startsWith("Disable"))).toEqual([]);
});

describe("of every example", () => {
  const VIEWS = EXAMPLE_TEXTS.map(({ uri, text }) => ({ ...viewOf(text, { uri }), version: 1 }));

  test("each fix is offered at its finding, and does what the rule says", () => {
    let count = 0;
    for (const view of VIEWS) {
      for (const finding of view.diagnostics()) {
        const actions = actionsAt(view, finding);
        for (const { title, safe, edits } of finding.fixes) {
          const expected = applyEdits(view.document.text, edits);
          const results = actions
            .filter((it) => it.title === title && it.kind === "quickfix")
            .filter((it) => it.isPreferred !== true || safe)
            .map((it) => applied(view, it));
          expect(results, `${view.uri}: ${title}`).toContain(expected);
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(60);
  });

  test("all safe fixes come to what --fix does", () => {
    let count = 0;
    for (const view of VIEWS) {
      const only = ["source.fixAll"];
      const [all, ...others] = actionsAt(view, { start: 0, end: 0 }, { only });
      const { document, edits } = applyFixes(view.document);
      expect(others).toEqual([]);
      expect(all ? applied(view, all) : undefined, view.uri).toBe(
        edits.length > 0 ? document.text : undefined,
      );
      count += edits.length;
    }
    expect(count).toBeGreaterThan(20);
  });

  test("a comment silences what it names, and nothing else", () => {
    for (const view of VIEWS) {
      for (const finding of view.diagnostics()) {
        const title = `Disable ${finding.rule} for this document`;
        const action = actionsAt(view, finding).find((it) => it.title === title);
        if (!action) continue;
        const after = viewOf(applied(view, action), { uri: view.uri }).diagnostics();
        const expected = view.diagnostics().filter(({ rule }) => rule !== finding.rule);
        expect(after.map(({ message }) => message)).toEqual(expected.map(({ message }) => message));
      }
    }
  });

  test("no two of a place are the same", () => {
    for (const view of VIEWS) {
      for (const { start, end } of [
        ...view.diagnostics().map(({ range }) => range),
        { start: 0, end: view.document.text.length },
      ]) {
        const keys = actionsAt(view, { start, end }, {}, LAZY).map((it) =>
          JSON.stringify([it.title, it.data]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});

test("of any text and range, with edits inside the text, the same later as at once", () => {
  const check = property(anyView, nat(), nat(), (it, a, b) => {
    const view = { ...it, version: 1 };
    const { length } = view.document.text;
    const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].toSorted((x, y) => x - y);
    const later = actionsAt(view, { start, end }, {}, LAZY);
    const now = actionsAt(view, { start, end });
    expect(later.map(shown)).toEqual(now.map(shown));
    for (const [index, action] of later.entries()) {
      const resolved = resolveAction(view, view.diagnostics(), sent(action), LAZY);
      expect(resolved && applied(view, resolved)).toBe(applied(view, now[index] ?? action));
    }
  });
  assert(check);
});

describe("no secret is repeated", () => {
  const CANARY = "CANARY-k3y-51f0c2";
  const URIS = [
    `rtmp://${CANARY}:${CANARY}@h.acme.net/live/${CANARY}?${CANARY}=${CANARY}`,
    `RTMP://h.acme.net/live/${CANARY} `,
    `rtmp://h.acme.net/live/${CANARY}?a=${CANARY}&amp;b=1`,
    `rtmp://h.acme.net/live/${CANARY}${CANARY}`,
    `h.acme.net/live/${CANARY}`,
    `http://h.acme.net/live/${CANARY}`,
    `rtmps://h.acme.net:1935/live/${CANARY}`,
    `srt://h.acme.net:9000?streamid=${CANARY}?mode=listener&passphrase=${CANARY}&latency=${CANARY}`,
    `srt://h.acme.net:9000?mode=listener&streamid=#!:u=${CANARY},s=${CANARY}&latency=2,5`,
    `srt://h.acme.net:9000?passphrase=${CANARY}&latency=2000#${CANARY}`,
    `srt://h.acme.net:9000/app/${CANARY}?passphrase=${CANARY}&pasphrase=${CANARY}`,
    `srt://fe80::1:9000?passphrase=${CANARY}&passphrase=${CANARY}`,
  ];
  const quoted = (uri: string) => JSON.stringify({ restreams: [{ stream_id: "20", uri }] });
  const TEXTS = [
    ...URIS.flatMap((uri) => [
      `restreams:\n  - stream_id: "20"\n    uri: ${uri}\n    live: true\n`,
      `restreams: [{stream_id: 20, uri: ${uri}, active: yes}]\n`,
      `restreams:\n  - stream_id: 20\n    uri: '${uri}'\n    urls: ${uri}\n`,
      quoted(uri),
      quoted(`${uri}\n`).replaceAll("/", "\\/"),
    ]),
    ...rules
      .flatMap(({ docs }) => docs.invalid)
      .map((it) => it.replaceAll(/\$\{\w*(?:KEY|PASSPHRASE|TOKEN)\w*\}/g, CANARY)),
  ];

  test("by actions, at once or later", () => {
    let count = 0;
    for (const text of TEXTS) {
      const view = { ...viewOf(text), version: 1 };
      // All findings at once; what is resolved is the same.
      const range = { start: 0, end: text.length };
      const now = actionsAt(view, range);
      const later = actionsAt(view, range, {}, LAZY);
      expect(JSON.stringify([now, later]), text).not.toContain(CANARY);
      count += now.length;
    }
    expect(count).toBeGreaterThan(500);
  });
});

test("a selection of a whole text is offered no more than a person can read", () => {
  const items = Array.from(
    { length: 300 },
    (_, index) =>
      `  - stream_id: 1\n    uri: rtmp://h.acme.net/live/key${index}x\n    live: true\n`,
  );
  const view = { ...viewOf(`restreams:\n${items.join("")}`), version: 1 };
  const titles = actionsAt(view, { start: 0, end: view.document.text.length }, {}, LAZY).map(
    ({ title }) => title,
  );
  const ofLines = titles.filter((it) => it.startsWith("Disable") && !it.endsWith("this document"));
  expect(titles.filter((it) => it === 'Delete "live"').length).toBeLessThanOrEqual(100);
  expect(ofLines.length).toBeLessThanOrEqual(100);
  // The first is the finding's own.
  expect(titles.filter((it) => it.startsWith("Move it")).length).toBe(101);
});

/** What a client is offered at the cursor of a fixture, or between its two; version 7 of the text. */
function asked(
  fixture: string,
  about: About = {},
): {
  view: View;
  offered: (context?: Partial<CodeActionContext>, client?: typeof LAZY) => CodeAction[];
} {
  const first = parseCursor(fixture);
  const second = first.text.includes("<|>") ? parseCursor(first.text) : first;
  const view = { ...viewOf(second.text, about), version: 7 };
  const range = { start: first.offset, end: second.offset };
  return { view, offered: (context, client) => actionsAt(view, range, context, client) };
}

/** The actions at a range of offsets, or at a finding. */
function actionsAt(
  view: View,
  at: { readonly start: number; readonly end: number } | Diagnostic,
  context: Partial<CodeActionContext> = {},
  client: typeof LAZY = EAGER,
): CodeAction[] {
  const range = view.converter.rangeOf("start" in at ? at : at.range);
  const params = { range, context: { diagnostics: [], ...context } };
  return codeActions(view, view.diagnostics(), params, client);
}

/** `kind title`, with `!` for what is preferred. */
function shown({ kind, title, isPreferred }: CodeAction): string {
  return `${kind}${isPreferred ? "!" : ""} ${title}`;
}

/** What a client sends back. */
function sent(action: CodeAction): CodeAction {
  return JSON.parse(JSON.stringify(action)) as CodeAction;
}

/** The text after an action, whose edits must not overlap, and be inside of it. */
function applied(
  { document: { text }, converter, uri }: View,
  { edit, title }: CodeAction,
): string {
  const edits = editsOf(edit, uri).map(({ range, newText }): Edit => {
    const inText = converter.rangeIn(range);
    expect(converter.rangeOf(inText), title).toEqual(range);
    return { range: inText, newText };
  });
  expect(edits.length, title).toBeGreaterThan(0);
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start);
  for (const [index, { range }] of sorted.entries()) {
    expect(range.start, title).toBeGreaterThanOrEqual(sorted[index - 1]?.range.end ?? 0);
  }
  return applyEdits(text, edits);
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string) {
  const { changes, documentChanges = [] } = edit ?? {};
  const versioned = documentChanges.flatMap((it) =>
    "textDocument" in it && it.textDocument.uri === uri ? it.edits : [],
  );
  return [...(changes?.[uri] ?? []), ...versioned].flatMap((it) => ("newText" in it ? [it] : []));
}
