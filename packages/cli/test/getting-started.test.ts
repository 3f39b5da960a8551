import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

// Whoever follows the page sees what it shows.

const PAGE = readFileSync(join(import.meta.dirname, "../../../docs/getting-started.md"), "utf8");

/** The blocks of a language, in the order of the page. */
function blocksOf(language: string): string[] {
  const block = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm");
  return Array.from(PAGE.matchAll(block), ([, text = ""]) => text);
}

test("from an empty folder to a first finding and its fix", async () => {
  const cwd = folderWith({});
  const written = await run(["init"], { cwd });
  expect(written).toMatchObject({ status: 0 });
  for (const file of ["restreams.yaml", ".restream-lint.yaml"]) {
    expect(PAGE).toContain(`\`${file}\``);
    expect(written.stdout).toContain(file);
  }

  const [mistaken = ""] = blocksOf("yaml");
  const [found, none] = blocksOf("text");
  const settings = readFileSync(join(cwd, ".restream-lint.yaml"), "utf8");
  const folder = folderWith({ "restreams.yaml": mistaken, ".restream-lint.yaml": settings });
  const { status, stdout, stderr } = await run([], { cwd: folder });
  expect(status).toBe(1);
  expect(stdout + stderr).toBe(found);
  expect(PAGE).toContain("(line 4, column 46)");

  const mended = await run(["--fix"], { cwd: folder });
  expect(mended).toEqual({ status: 0, stdout: none, stderr: "" });
  expect(readFileSync(join(folder, "restreams.yaml"), "utf8")).toBe(
    mistaken.replace("mode=listener", "mode=caller"),
  );
});
