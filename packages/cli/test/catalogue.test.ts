import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

const CATALOGUE = join(import.meta.dirname, "../../../examples/catalogue");

/** Rules that no committed document of a language can break, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "file-too-large in yaml": "a text of 64 MB is no example",
  "file-too-large in json": "a text of 64 MB is no example",
  "cut-off-uri in json": "all texts are in quotes, so nothing can cut them off",
};

const files = readdirSync(CATALOGUE)
  .filter((it) => it !== "README.md")
  .toSorted();
const textOf = (file: string): string => readFileSync(join(CATALOGUE, file), "utf8");
const ruleOf = (file: string): string => file.replace(/\.restream\.\w+$/, "");

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly fixes: readonly { readonly safe: boolean }[];
}

/** What is found in a folder's file, or in all that a search finds there. */
async function findingsIn(cwd: string, path: string): Promise<readonly Reported[]> {
  const { stdout, stderr } = await run(["--no-config", "--format", "json", path], { cwd });
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as { diagnostics: readonly Reported[] }).diagnostics;
}

const isMended = ({ fixes }: Reported): boolean => fixes.some(({ safe }) => safe);

describe("the catalogue", () => {
  test("shows every rule in YAML and in JSON, and nothing else", () => {
    const expected = rules.flatMap(({ id, group }) => [
      `${id} in yaml`,
      `${id} in json${group === "suppression" ? "c" : ""}`,
    ]);
    const shown = files.map((it) => `${ruleOf(it)} in ${it.slice(it.lastIndexOf(".") + 1)}`);
    expect([...shown, ...Object.keys(EXCEPTIONS)].toSorted()).toEqual(expected.toSorted());
  });

  test("says of every rule, in the README, which files show it", () => {
    const rows = readFileSync(join(CATALOGUE, "README.md"), "utf8")
      .split("\n")
      .filter((it) => it.startsWith("| [`"));
    const named = rows.map((row) => {
      const [, id = "", page = "", shown = "", line = ""] =
        /^\| \[`(.+?)`\]\((.+?)\) \| (.+?) \| (\S.*\S) \|$/.exec(row) ?? [];
      expect(page).toBe(`../../docs/rules/${id}.md`);
      expect(line).not.toBe("");
      return [id, Array.from(shown.matchAll(/\((.+?)\)/g), ([, file = ""]) => file).toSorted()];
    });
    expect(named).toEqual(
      rules.map(({ id }) => [id, files.filter((file) => ruleOf(file) === id).toSorted()]),
    );
  });

  test("says at the top of each YAML file what is wrong", () => {
    const silent = files.filter((it) => it.endsWith(".yaml") && !/^# \S.{20}/.test(textOf(it)));
    expect(silent).toEqual([]);
  });

  test("has a document for every safe fix", async () => {
    const found = await findingsIn(CATALOGUE, ".");
    const mended = new Set(found.filter(isMended).map(({ rule }) => rule));
    const mending = rules.filter(({ offers }) => offers === "fix").map(({ id }) => id);
    expect([...mended].toSorted()).toEqual(mending.toSorted());
  });

  test("linted as a whole, says what its files say by themselves", async () => {
    const alone = [];
    for (const file of files) alone.push(...(await findingsIn(CATALOGUE, file)));
    expect(await findingsIn(CATALOGUE, ".")).toEqual(alone);
  });

  test("is mended at once: a second --fix changes nothing", async () => {
    const cwd = folderWith(Object.fromEntries(files.map((file) => [file, textOf(file)])));
    const fixed = async (): Promise<readonly string[]> => {
      await run(["--no-config", "--fix", "."], { cwd });
      return files.map((file) => readFileSync(join(cwd, file), "utf8"));
    };
    const once = await fixed();
    expect(once).not.toEqual(files.map(textOf));
    expect(await fixed()).toEqual(once);
  });
});

describe.each(files)("%s", (file) => {
  test("has its rule's finding, and no other", async () => {
    const found = await findingsIn(CATALOGUE, file);
    expect(found.map(({ rule }) => rule)).toEqual([ruleOf(file)]);
  });

  test("is mended by --fix, or left as it is", async () => {
    const cwd = folderWith({ [file]: textOf(file) });
    const before = await findingsIn(cwd, file);
    await run(["--no-config", "--fix", file], { cwd });

    const isChanged = readFileSync(join(cwd, file), "utf8") !== textOf(file);
    expect(isChanged).toBe(before.some(isMended));
    expect(await findingsIn(cwd, file)).toEqual(before.filter((it) => !isMended(it)));
  });
});
