import { rules } from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { COMMANDS, LINT } from "../src/options.ts";
import { run } from "./run.ts";

describe.each(["bash", "zsh", "fish"])("the script for %s", (shell) => {
  test("offers every command, option, choice and rule", async () => {
    const { status, stdout, stderr } = await run(["completion", shell]);
    const words = new Set(stdout.match(/[\w-]+/g));
    for (const { name, options } of COMMANDS) {
      if (name !== LINT.name) expect(words).toContain(name);
      for (const option of options) {
        expect(words).toContain(shell === "fish" ? option.name : `--${option.name}`);
        for (const choice of option.choices ?? []) expect(words).toContain(choice);
      }
    }
    for (const { id } of rules) expect(words).toContain(id);
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("is plain text", async () => {
    const { stdout } = await run(["completion", shell]);
    expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
  });
});

test.each([[], ["tcsh"], ["bash", "zsh"]])("does not complete in %j", async (...shells) => {
  const { status, stdout, stderr } = await run(["completion", ...shells]);
  expect(stderr).toBe("restream-lint: completion needs the name of a shell: bash, zsh or fish\n");
  expect([status, stdout]).toEqual([2, ""]);
});
