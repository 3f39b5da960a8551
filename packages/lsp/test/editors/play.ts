import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { createGcoreApi, folderWith, type GcoreApi } from "@restream-lint/testkit";
import { expect, onTestFinished, test } from "vitest";
import type { Scenario, Shown } from "./scenarios.ts";

/** An editor that can be played without a screen. */
export interface Editor {
  readonly command: string;
  /** What it is started with, in a home with these files in it. */
  readonly args: (home: string, document: string) => readonly string[];
  /** What a user writes, by file name in the home; the document's folder is `work`. */
  readonly written: (scenario: Scenario) => Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, "../../../..");
const SERVER = join(ROOT, "dist/restream-lint.cjs");
const PAGE = readFileSync(join(ROOT, "docs/editors.md"), "utf8");

/** A block of docs/editors.md: the first in this language that begins with these words. */
export function recipe(language: string, beginning: string): string {
  const start = `\`\`\`${language}\n`;
  const found = PAGE.split(start).find((it) => it.startsWith(beginning));
  if (found === undefined) throw new Error(`docs/editors.md has no ${language}: ${beginning}`);
  return found.slice(0, found.indexOf("```"));
}

/** The recipe of a user whose server may fill in placeholders. */
export function withEnvFile(recipeOf: string): string {
  return recipeOf.replace(/"lsp"/, (lsp) => {
    const between = recipeOf.includes('"restream-lint", "lsp"') ? ", " : " ";
    return [lsp, '"--env-file"', '"show.env"'].join(between);
  });
}

/** A test for each scenario: it prints what the editor shows, which is to be exactly what the scenario says. */
export function testIn(editor: Editor, scenarios: readonly Scenario[]): void {
  for (const scenario of scenarios) {
    test(scenario.name, async () => {
      const gcore = await createGcoreApi();
      onTestFinished(gcore.stop);
      const shown = await play(editor, scenario, gcore);
      const printed = scenario.steps.map(([step], index) =>
        [step.join(" "), ...(shown[index] ?? [])].join("\n    "),
      );
      console.log([`${editor.command} ${scenario.document}`, ...printed].join("\n  "));
      expect(shown).toEqual(scenario.steps.map(([, it]) => it));
      expect(gcore.state.restreams.map(({ uri }) => uri)).toEqual(scenario.submitted ?? []);
    });
  }
}

/** What the editor shows after each step. Throws where it does not end well. */
async function play(
  editor: Editor,
  scenario: Scenario,
  gcore: GcoreApi,
): Promise<readonly Shown[]> {
  if (!existsSync(SERVER)) throw new Error(`There is no ${SERVER}: run pnpm build`);
  const { files, document, steps } = scenario;
  const home = folderWith({
    ...editor.written(scenario),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`work/${name}`, text])),
  });
  // The recipes want it on the PATH.
  mkdirSync(join(home, "bin"));
  symlinkSync(SERVER, join(home, "bin/restream-lint"));
  const env = {
    PATH: join(home, "bin") + delimiter + process.env["PATH"],
    HOME: home,
    LANG: "C.UTF-8",
    GCORE_API_KEY: gcore.token,
    GCORE_BASE_URL: gcore.url,
    RESTREAM_LINT_STEPS: JSON.stringify(steps.map(([step]) => step)),
  };
  const { stdout } = await promisify(execFile)(
    editor.command,
    editor.args(home, join(home, "work", document)),
    { cwd: join(home, "work"), env, timeout: DEADLINE_MS, killSignal: "SIGKILL" },
  );
  return stdout.trim().split("\n").map(shownIn);
}

/** Below the deadline of a test, so that what hangs is killed. */
const DEADLINE_MS = 50_000;

function shownIn(line: string): Shown {
  const shown: unknown = JSON.parse(line);
  if (!Array.isArray(shown)) throw new Error(`The driver prints lists of lines, not ${line}`);
  return shown.map(String);
}
