import { folderWith } from "@restream-lint/testkit";
import { afterAll, expect, test } from "vitest";
import { logFiles } from "../src/log-files.ts";
import { timeToSquiggle } from "../src/squiggle-time.ts";
import { vsCode } from "../src/vs-code.ts";
import { LISTENER } from "./documents.ts";

// How long things take on this machine: printed, and nothing is expected of it. RESTREAM_LINT_RUNS=5, with no other test
// beside this one, gives numbers that tell something.

const RUNS = Number(process.env["RESTREAM_LINT_RUNS"] ?? 1);

const { openWindow, server } = vsCode();
const rows: Record<string, number[]> = {};

test.each(Array.from({ length: RUNS }, (_, at) => at + 1))("run %i", async (run) => {
  const folder = folderWith({ "restreams.yaml": LISTENER });
  const asked = Date.now();
  const workbench = await openWindow({ folder, file: "restreams.yaml" });
  const textShown = Date.now();
  await workbench.waitForSquiggle("error");
  const squiggle = Date.now();

  const { started, activating } = await hostTimes(run);
  note("window asked for → text shown (VS Code)", textShown - asked);
  note("window asked for → extension host up (VS Code)", started - asked);
  note("extension host up → our activation begins (VS Code)", activating - started);
  note("our activation begins → first squiggle (ours)", squiggle - activating);
  note("text shown → first squiggle", squiggle - textShown);
  note("window asked for → first squiggle", squiggle - asked);

  await workbench.select("listener");
  // As typed at once: the squiggle goes when the last letter has made it "caller".
  await workbench.type("calle");
  await workbench.waitForSquiggle("error");
  for (let times = 0; times < 3; times += 1) {
    note("key → squiggle gone", await timeToSquiggle(workbench.page, "r", false));
    note("key → squiggle there", await timeToSquiggle(workbench.page, "Backspace", true));
  }
  const times = await workbench.activationTimes();
  note("activate(), as Running Extensions says", times["restream-lint"] ?? Number.NaN);
});

afterAll(() => {
  const lines = Object.entries(rows).map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (part: number): string =>
      String(Math.round(sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN)).padStart(7);
    return `${name.padEnd(54)}${at(0)}${at(0.5)}${at(1)}`;
  });
  const head = `${"milliseconds".padEnd(54)}${["least", "median", "most"].map((it) => it.padStart(7)).join("")}`;
  console.log([head, ...lines].join("\n"));
});

function note(name: string, milliseconds: number): void {
  rows[name] = [...(rows[name] ?? []), milliseconds];
}

/** When the extension host of a run started and when it began to activate ours, by its log. */
async function hostTimes(
  run: number,
): Promise<{ readonly started: number; readonly activating: number }> {
  const timeIn = (text: string, of: RegExp): number =>
    Date.parse(
      text
        .split("\n")
        .find((line) => of.test(line))
        ?.slice(0, 23) ?? "",
    );
  const read = async (): Promise<{ started: number; activating: number }> => {
    const text = (await logFiles(server(), /\/remoteexthost\.log$/))[run - 1] ?? "";
    return {
      started: timeIn(text, /Extension host with pid/),
      activating: timeIn(text, /_doActivateExtension restream-lint\./),
    };
  };
  await expect.poll(async () => (await read()).activating).not.toBeNaN();
  return read();
}
