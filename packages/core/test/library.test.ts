import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundleForBrowser } from "../../../scripts/browser-bundle.ts";
import { type CodeExample, examplesIn } from "../../../scripts/code-examples.ts";

// What the pages for programmers show compiles, runs, and comes to what they say.

const ROOT = join(import.meta.dirname, "../../..");
const CORE = join(ROOT, "packages/core/src/index.ts");
/** Of the repository, where a compiler finds what it needs. */
const FOLDER = join(ROOT, "packages/core/node_modules/.cache/library-examples");

const PAGES = ["README.md", "packages/core/README.md", "docs/library.md"];
const examples = PAGES.flatMap((page) =>
  examplesIn(textOf(page)).map((example, index) => ({
    name: `${page}, example ${index + 1}`,
    example,
  })),
);

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});

test("are there, with values and prints to hold them to", () => {
  expect(examples.length).toBeGreaterThan(14);
  const claims = examples.flatMap(({ example }) => example.runnable.match(/^same\(/gm) ?? []);
  expect(claims).toHaveLength(PAGES.flatMap((it) => textOf(it).match(/;[ \n]\/\/ /g) ?? []).length);
  expect(examples.filter(({ example }) => example.printed !== "")).toHaveLength(2);
});

test("compile, as strictly as can be", () => {
  const names = examples.map(({ example }, index) => {
    writeFileSync(join(FOLDER, `example-${index}.ts`), example.declared);
    return `example-${index}.ts`;
  });
  const compilerOptions = {
    noUnusedLocals: false,
    composite: false,
    noEmit: true,
    isolatedDeclarations: false,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
    lib: ["es2023", "dom"],
    paths: { "@restream-lint/core": [CORE] },
  };
  const extending = join(ROOT, "tsconfig.base.json");
  const project = { extends: extending, compilerOptions, files: names };
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify(project));
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  const { stdout, status } = spawnSync(tsc, ["-p", FOLDER], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

test.each(examples)("$name", async ({ example }) => {
  expect(await run(example)).toBe(example.printed);
});

test("are as small in a browser as the page says", async () => {
  const claim = /`validateRestream` comes to less than (\d+) KB.*`redactUri` to less than (\d+) KB/;
  const [, all, uris] = claim.exec(textOf("docs/library.md")) ?? [];
  const core = JSON.stringify(CORE);
  const linting = `import { validateRestream } from ${core};\nvalidateRestream({});`;
  const reading = `import { parseUri, redactUri } from ${core};\nredactUri(parseUri("srt://h").text);`;
  expect((await bundleForBrowser(linting, ROOT)).gzipped).toBeLessThan(Number(all) * 1000);
  expect((await bundleForBrowser(reading, ROOT)).gzipped).toBeLessThan(Number(uris) * 1000);
});

/** Runs an example where there is nothing but the language, and gives what it prints. */
async function run({ runnable }: CodeExample): Promise<string> {
  let printed = "";
  const print = (...words: readonly unknown[]) => {
    printed += `${words.join(" ")}\n`;
  };
  const same = (value: unknown, expected: unknown) => expect(plain(value)).toEqual(plain(expected));
  const code = runnable.replaceAll('"@restream-lint/core"', JSON.stringify(CORE));
  await bundleForBrowser(code, ROOT, { print, same });
  return printed;
}

/** A value of another realm as one of ours. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}
