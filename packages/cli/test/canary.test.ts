import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  applyFixes,
  createMask,
  createSettingsMask,
  languageOf,
  lint,
  parseDocument,
  parseSettings,
  redactUri,
  validateRestream,
} from "@restream-lint/core";
import {
  BROKEN_ENV_FILES,
  DELETED,
  DOCUMENTS,
  folderWith,
  isShown,
  SETTINGS,
  type Shape,
  SHAPES,
  telling,
  URIS,
} from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { LINT } from "../src/options.ts";
import { isJson } from "../src/records/is-json.ts";
import { type Outcome, run, type Surroundings } from "./run.ts";

function said({ stdout, stderr }: Outcome): string {
  return stdout + stderr;
}

const shapes = Object.keys(SHAPES) as Shape[];

interface Output extends Surroundings {
  readonly argv: readonly string[];
}

const ALL = ["--preset", "all"];
const OUTPUTS: readonly Output[] = [
  { argv: [...ALL, "--format", "pretty"], columns: 400 },
  { argv: [...ALL, "--format", "json"] },
  { argv: ["--diff", "--unsafe-fixes"], columns: 200 },
];

/** What says no more than those, in another way: not for each shape. */
const MORE_OUTPUTS: readonly Output[] = [
  { argv: [...ALL, "--color", "always"], columns: 50 },
  ...formatsBut("pretty", "json").map((it) => ({ argv: [...ALL, "--format", it] })),
  { argv: ["--diff"] },
  { argv: ["secrets"] },
  ...(LINT.options.some(({ name }) => name === "stats") ? [{ argv: [...ALL, "--stats"] }] : []),
];

/** They change files, so each has files of its own. */
const CHANGES: readonly Output[] = [
  { argv: ["--fix", "--unsafe-fixes", "--format", "pretty"] },
  { argv: ["secrets", "--move"] },
];

/** All formats but those that are said. */
function formatsBut(...others: readonly string[]): readonly string[] {
  const { choices = [] } = LINT.options.find(({ name }) => name === "format") ?? {};
  return choices.filter((it) => !others.includes(it));
}

/** Files with a secret of a shape, or what stands for it, in each place where it must not show. */
function filesWith(
  shape: Shape,
  written: string,
  isWanted = (place: string) => !isShown(place, shape),
): ReadonlyMap<string, { readonly place: string; readonly text: string }> {
  return new Map(
    Object.entries(DOCUMENTS)
      .filter(([place]) => isWanted(place))
      .map(([place, textWith], index) => {
        const [kind, text] = textWith(written);
        return [`${index}.restream.${kind}`, { place, text }];
      }),
  );
}

/** The places whose secret commands tell, and what they say; all files at once, and one by one only where that leaks. */
async function leaks(
  shape: Shape,
  outputs: readonly Output[],
  files: ReturnType<typeof filesWith>,
): Promise<{ place: string; line: string }[]> {
  const texts = Array.from(files, ([name, { text }]) => [name, text] as const);
  const cwd = folderWith(Object.fromEntries(texts));
  const found: { place: string; line: string }[] = [];
  for (const { argv, ...surroundings } of outputs) {
    const lineOf = async (names: Iterable<string>) =>
      telling(said(await run([...argv, ...names], { ...surroundings, cwd })), shape);
    const line = await lineOf(files.keys());
    if (line === undefined) continue;
    found.push({ place: `one of all, with ${argv.join(" ")}`, line });
    for (const [name, { place }] of files) {
      const alone = await lineOf([name]);
      if (alone !== undefined) found.push({ place, line: alone });
    }
  }
  return found;
}

describe.each(shapes)("a secret that is %s", (shape) => {
  const secret = SHAPES[shape];

  test("is not printed", async () => {
    expect(await leaks(shape, OUTPUTS, filesWith(shape, secret))).toEqual([]);
  });

  test("is not printed where it comes from a variable", async () => {
    const files = filesWith(shape, "${V}", () => true);
    const output = { argv: [...ALL, "--env"], env: { V: secret }, columns: 400 };
    expect(await leaks(shape, [output], files)).toEqual([]);
  });

  test("shows where it cannot be told from what is none", async () => {
    const silent: string[] = [];
    for (const [name, file] of filesWith(shape, secret, (place) => isShown(place, shape))) {
      const cwd = folderWith({ [name]: file.text });
      const outcome = await run([...ALL, name], { cwd, columns: 400 });
      const document = parseDocument(file.text, { language: languageOf(name) });
      const shown = createMask(document)({ start: 0, end: file.text.length });
      const fixed = said(await run(["--diff", "--unsafe-fixes", name], { cwd }));
      if (telling(said(outcome) + shown + fixed, shape) === undefined) silent.push(file.place);
    }
    expect(silent).toEqual([]);
  });

  test("is not printed where an address is taken apart", async () => {
    const found: object[] = [];
    for (const [place, uri] of Object.entries(URIS)) {
      const line = telling(said(await run(["uri", uri(secret)], { columns: 300 })), shape);
      if (line !== undefined && !isShown(place, shape)) found.push({ place, line });
      if (!isShown(place, shape)) expect(telling(redactUri(uri(secret)), shape)).toBeUndefined();
    }
    expect(found).toEqual([]);
  });

  test("is not in what the core answers, which throws nothing", () => {
    const found: string[] = [];
    for (const [place, textWith] of Object.entries(DOCUMENTS)) {
      const [kind, text] = textWith(secret);
      const document = parseDocument(text, { language: languageOf(`x.${kind}`) });
      const diagnostics = lint(document, { extends: "all" });
      const answers = diagnostics.map(({ message, path, fixes, related }) => [
        message,
        path,
        fixes,
        related.map((it) => it.message),
      ]);
      const { document: fixed } = applyFixes(document, {}, { unsafe: true });
      const masks = [document, fixed].map((it) =>
        createMask(it)({ start: 0, end: it.text.length }),
      );
      const plain = kind === "json" && isJson(text) ? validateRestream(JSON.parse(text)) : [];
      const all = [JSON.stringify(answers), ...masks, JSON.stringify(plain)].join("\n");
      const line = isShown(place, shape) ? undefined : telling(all, shape);
      if (line !== undefined) found.push(`${place}: ${line}`);
    }
    expect(found).toEqual([]);
  });

  test("is not printed from settings", async () => {
    const found: string[] = [];
    const places = Object.entries(SETTINGS).filter(
      ([place]) => !isShown(`settings: ${place}`, shape),
    );
    for (const [place, textWith] of places) {
      const text = textWith(secret);
      const name = place === "JSON" ? ".restream-lint.json" : ".restream-lint.yaml";
      const cwd = folderWith({ [name]: text, "restreams.yaml": "- {stream_id: 1, uri: x}\n" });
      for (const argv of [["-f", "pretty"], ["-f", "json"], ["config"], ["config", "-f", "json"]]) {
        const outcome = await run(argv, { cwd, columns: 300 });
        const line = telling(said(outcome), shape);
        if (line !== undefined) found.push(`${place} with ${argv.join(" ")}: ${line}`);
      }
      const language = place === "JSON" ? "json" : "yaml";
      const { diagnostics } = parseSettings(text, { language });
      const mask = createSettingsMask(parseDocument(text, { language }));
      const shown = `${JSON.stringify(diagnostics)}\n${mask({ start: 0, end: text.length })}`;
      const line = telling(shown, shape);
      if (line !== undefined) found.push(`${place}: ${line}`);
    }
    expect(found).toEqual([]);
  });

  test.each(Object.entries(BROKEN_ENV_FILES))(
    "is not printed from an env file with %s",
    async (_, textWith) => {
      const text = "stream_id: 1\nuri: rtmp://h.acme.net/live/abcdefgh-12345\n";
      const cwd = folderWith({ "restream.yaml": text, "x.env": textWith(secret) });
      for (const argv of [
        ["--env-file", "x.env", "restream.yaml"],
        ["secrets", "--move", "--env-file", "x.env", "restream.yaml"],
      ]) {
        expect(telling(said(await run(argv, { cwd })), shape)).toBeUndefined();
      }
    },
  );
});

describe.each(["mixed", "word", "long"] as const)("a secret that is %s", (shape) => {
  const secret = SHAPES[shape];

  test.each([MORE_OUTPUTS, ...CHANGES.map((it) => [it])])(
    "is not printed in other ways either: %j",
    async (...outputs) => {
      expect(await leaks(shape, outputs, filesWith(shape, secret))).toEqual([]);
    },
  );

  test("is not printed in other ways where it comes from a variable", async () => {
    const env = { V: secret };
    const outputs = [
      ...formatsBut("pretty").map((it) => ({ argv: [...ALL, "--env", "--format", it], env })),
      { argv: ["--env", "--diff", "--unsafe-fixes"], env },
    ];
    const files = filesWith(shape, "${V}", () => true);
    expect(await leaks(shape, outputs, files)).toEqual([]);
  });

  test.each([
    ["written out", secret],
    ["in a variable", "${V}"],
  ])("is still where it was after --fix, %s", async (_, written) => {
    const files = filesWith(shape, written, () => true);
    const texts = Array.from(files, ([name, { text }]) => [name, text] as const);
    const cwd = folderWith(Object.fromEntries(texts));
    const options = ["--fix", "--unsafe-fixes", "--env", "--format", "json"];
    await run([...options, ...files.keys()], { cwd, env: { V: secret } });
    const lost: string[] = [];
    for (const [name, { place, text }] of files) {
      const fixed = readFileSync(join(cwd, name), "utf8");
      const isKept = fixed.includes(written) || !text.includes(written) || DELETED.test(place);
      const isRevealed = written !== secret && telling(fixed, shape) !== undefined;
      if (!isKept || isRevealed) lost.push(place);
    }
    expect(lost).toEqual([]);
  });
});
