import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { markdownPreview } from "../src/markdown-preview.ts";
import { commandsOffered } from "../src/palette.ts";
import { languageServersOf } from "../src/processes.ts";
import { vsCode } from "../src/vs-code.ts";
import { CALLER, LISTENER, LISTENER_FOUND, SHOW } from "./documents.ts";

/** Of a file whose changes VS Code does not watch for. */
const UNWATCHED = "late.restreams.yaml";

const EVERYWHERE = [
  "restream-lint: Explain a Rule…",
  "restream-lint: Open Settings File",
  "restream-lint: Open an Example",
  "restream-lint: Remove Gcore API Token",
  "restream-lint: Restart Language Server",
  "restream-lint: Set Gcore API Token…",
  "restream-lint: Show Output",
];

/** What is offered in our documents alone. */
const IN_DOCUMENTS = [
  "restream-lint: Apply All Safe Fixes",
  "restream-lint: Plan…",
  "restream-lint: Submit…",
];

const { folder, write, show, openWindow, server } = vsCode({
  "files.watcherExclude": { [`**/${UNWATCHED}`]: true },
});

test("Explain a Rule shows the page of the rule that is chosen, and offers the one at the cursor first", async () => {
  const workbench = await show("restreams.yaml", LISTENER);
  await workbench.waitForSquiggle("error");
  await workbench.goTo(3, 40);

  await workbench.command("restream-lint: Explain a Rule…");
  const rules = await workbench.picks();
  expect(rules[0]).toBe("srt-not-caller");
  await workbench.pick("srt-latency-out-of-range");
  const page = markdownPreview(workbench.page);
  await expect.poll(() => page.locator("h1").innerText()).toBe("srt-latency-out-of-range");
});

test("Open Settings File offers to write one, and opens the one that holds", async () => {
  const workbench = await show("restreams.yaml", LISTENER);
  await workbench.waitForSquiggle("error");

  await workbench.command("restream-lint: Open Settings File");
  await workbench.waitForNotification("No settings file holds here.");
  await workbench.answer("Write It");
  const tab = workbench.page.locator(".tab.active");
  await expect.poll(() => tab.getAttribute("data-resource-name")).toBe(".restream-lint.yaml");
  expect(existsSync(join(folder, ".restream-lint.yaml"))).toBe(true);
  expect(await workbench.text()).toBe(readFileSync(join(folder, ".restream-lint.yaml"), "utf8"));

  await workbench.command("View: Close Editor");
  await expect.poll(() => tab.getAttribute("data-resource-name")).toBe("restreams.yaml");
  await expect
    .poll(() => workbench.languageStatus())
    .toContainEqual(expect.stringContaining(" · .restream-lint.yaml "));
  await workbench.command("restream-lint: Open Settings File");
  await expect.poll(() => tab.getAttribute("data-resource-name")).toBe(".restream-lint.yaml");
});

test("without a folder an example opens, with mistakes, and the workspace cannot be linted", async () => {
  const workbench = await openWindow({});
  await expect.poll(() => commandsOffered(workbench.page, "restream-lint: ")).toEqual(EVERYWHERE);

  await workbench.command("restream-lint: Open an Example");
  await workbench.waitForSquiggle("error");
  await expect
    .poll(() => workbench.problems())
    .toContainEqual(expect.stringContaining("(srt-not-caller)"));
  expect(await workbench.page.locator(".tab.active").getAttribute("data-resource-name")).toBe(
    "Untitled-1",
  );
  await expect
    .poll(() => commandsOffered(workbench.page, "restream-lint: "))
    .toEqual([...IN_DOCUMENTS, ...EVERYWHERE].toSorted());
});

test("safe fixes, planning and submitting are offered in our documents alone", async () => {
  write({ "cluster.yaml": "services: {}\n" });
  const workbench = await show("restreams.yaml", CALLER);
  const inFolder = [...EVERYWHERE, "restream-lint: Lint Workspace"].toSorted();

  await expect
    .poll(() => commandsOffered(workbench.page, "restream-lint: "))
    .toEqual([...IN_DOCUMENTS, ...inFolder].toSorted());
  await workbench.openFile("cluster.yaml");
  await expect.poll(() => commandsOffered(workbench.page, "restream-lint: ")).toEqual(inFolder);
});

test("Restart Language Server starts another process, which finds the same", async () => {
  const workbench = await show("restreams.yaml", LISTENER);
  await workbench.waitForSquiggle("error");
  // That of a window which an earlier test has closed may still be ending.
  await expect.poll(() => languageServersOf(server())).toHaveLength(1);
  const first = await languageServersOf(server());

  await workbench.command("restream-lint: Restart Language Server");
  await expect
    .poll(() => languageServersOf(server()))
    .toEqual([expect.not.objectContaining(first[0] ?? {})]);
  await workbench.replace("restreams:\n", "restreams:\n\n");
  await expect
    .poll(() => workbench.problems())
    .toEqual(["restreams.yaml", LISTENER_FOUND.replace("Ln 3", "Ln 4")]);
});

test("Lint Workspace looks at the disk again, shows the problems and counts them", async () => {
  const other = folderWith({ "show.restreams.yaml": SHOW });
  const workbench = await openWindow({ folder: other });
  await expect.poll(() => workbench.problems()).toContain("show.restreams.yaml");
  writeFileSync(join(other, UNWATCHED), LISTENER);

  await workbench.page.keyboard.press("Control+J");
  await workbench.command("restream-lint: Lint Workspace");
  await workbench.waitForNotification("2 documents: 2 errors, 1 warning.");
  expect(await workbench.page.locator(".markers-panel-container").isVisible()).toBe(true);
  await expect
    .poll(() => workbench.problems())
    .toEqual(expect.arrayContaining([UNWATCHED, LISTENER_FOUND]));
});
