import { expect, test } from "vitest";
import { vsCode } from "../src/vs-code.ts";
import { SHOW } from "./documents.ts";

const { write, show } = vsCode();

test("beside the language stands what a document is, what is wrong with it, and which settings hold", async () => {
  write({
    "cluster.yaml": "services: {}\n",
    ".restream-lint.yaml": "rules:\n  srt-missing-latency: info\n",
  });
  const workbench = await show("show.restreams.yaml", SHOW);
  const saying = (text: string, settings = ".restream-lint.yaml"): RegExp =>
    new RegExp(`^${text} — restream-lint \\d+\\.\\d+\\.\\d+ · ${settings} \\[Settings File\\]$`);
  const expectStatus = (words: RegExp): Promise<void> =>
    expect.poll(() => workbench.languageStatus()).toContainEqual(expect.stringMatching(words));

  await expectStatus(saying("3 targets, 1 inactive · 1 error, 1 info"));

  await workbench.replace("listener", "caller");
  await expectStatus(saying("3 targets, 1 inactive · 1 info"));
  await workbench.replace("    active: false\n", "");
  await expectStatus(saying("3 targets · 1 info"));

  await workbench.openFile("cluster.yaml");
  await expectStatus(saying("Not a restream document"));

  await workbench.openFile(".restream-lint.yaml");
  await expectStatus(saying("Settings file · nothing found"));
  await workbench.replace("info", "inof");
  await expectStatus(saying("Settings file · 1 error"));
});

test("where there is no settings file, the editor's settings hold", async () => {
  const workbench = await show("show.restreams.yaml", SHOW);

  await expect
    .poll(() => workbench.languageStatus())
    .toContainEqual(
      expect.stringMatching(
        /^3 targets, 1 inactive · 1 error, 1 warning — restream-lint [\d.]+ · the editor's settings \[Settings File\]$/,
      ),
    );
});
