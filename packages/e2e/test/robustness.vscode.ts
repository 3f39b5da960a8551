import { execFileSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { languageServersOf } from "../src/processes.ts";
import { vsCode } from "../src/vs-code.ts";
import { elsewhere, LISTENER, LISTENER_FOUND } from "./documents.ts";

/** What git needs to know of whoever commits, and nothing of the user's. */
const GIT = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@acme.net",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@acme.net",
};

/** A server that ends is started again four times in three minutes, then given up. */
const GIVES_UP_AFTER = 5;

const { openWindow, server } = vsCode({
  "git.enabled": true,
  "git.openRepositoryInParentFolders": "never",
  // From top to bottom of the window.
  "workbench.panel.defaultLocation": "right",
});

/** Ends the language server of the only window as a crash does, and gives its process id. */
async function crash(): Promise<number> {
  await expect.poll(() => languageServersOf(server())).toHaveLength(1);
  const pid = (await languageServersOf(server()))[0]?.pid ?? 0;
  process.kill(pid, "SIGKILL");
  await expect
    .poll(async () => (await languageServersOf(server())).map((it) => it.pid))
    .not.toContain(pid);
  return pid;
}

test("a window that is loaded again, and a server that crashes, find the same once", async () => {
  const folder = folderWith({
    "restreams.yaml": LISTENER,
    "closed.restreams.yaml": elsewhere(LISTENER, "c"),
  });
  const workbench = await openWindow({ folder, file: "restreams.yaml" });
  const closed = ["closed.restreams.yaml", LISTENER_FOUND];
  const open = ["restreams.yaml", LISTENER_FOUND];
  await expect.poll(() => workbench.problems()).toEqual([...closed, ...open]);

  await workbench.reload();
  await workbench.waitForSquiggle("error");
  await expect.poll(() => workbench.problems()).toEqual([...closed, ...open]);

  await workbench.select("listener");
  await crash();
  await workbench.type("rendezvous");
  await expect
    .poll(() => workbench.problems())
    .toEqual([
      ...closed,
      "restreams.yaml",
      expect.stringMatching(/^error: .*"rendezvous".* \(srt-not-caller\) \[Ln 3, Col 35\]$/),
    ]);
  expect(await workbench.squiggles("error")).toBe(1);
  await workbench.replace("rendezvous", "caller");
  await expect.poll(() => workbench.problems()).toEqual(closed);
});

test("a server that crashes again and again is given up, said to be so, and restarted by a command", async () => {
  const folder = folderWith({ "restreams.yaml": LISTENER });
  const workbench = await openWindow({ folder, file: "restreams.yaml" });
  await workbench.waitForSquiggle("error");

  for (let times = 0; times < GIVES_UP_AFTER; times += 1) {
    // The next one has answered: one that never did would not be started again.
    await expect.poll(() => languageServersOf(server())).toHaveLength(1);
    await expect
      .poll(() => workbench.languageStatus())
      .toContainEqual(expect.stringMatching(/^1 target · 1 error — /));
    await crash();
  }
  await workbench.waitForNotification(
    "The language server of restream-lint has ended, so nothing is checked.",
  );
  await expect
    .poll(() => workbench.languageStatus())
    .toContainEqual(
      expect.stringMatching(
        /^Not running — restream-lint( [\d.]+)? · nothing is checked \[Restart\]$/,
      ),
    );
  expect(await languageServersOf(server())).toEqual([]);
  await workbench.command("restream-lint: Lint Workspace");
  await workbench.waitForNotification("restream-lint is not running, so nothing is checked.");

  await workbench.answer("Restart");
  await workbench.replace("stream_id: 1", "stream_id: 0");
  await expect
    .poll(() => workbench.problems())
    .toEqual([
      "restreams.yaml",
      expect.stringContaining("(wrong-type) [Ln 2, Col 14]"),
      LISTENER_FOUND,
    ]);
});

test("thirty documents are open at once, and each has what is found in it", async () => {
  const names = Array.from({ length: 30 }, (_, at) => `${at + 10}.restreams.yaml`);
  const textOf = (at: number): string => LISTENER.replace("//h.", `//h${at + 10}.`);
  const folder = folderWith(Object.fromEntries(names.map((name, at) => [name, textOf(at)])));
  // High enough for all rows of the Problems panel to be in sight.
  const size = { width: 1280, height: 1800 };
  const workbench = await openWindow({ folder, size });
  const tabs = workbench.page.locator(".editor-group-container .tab");
  const found = LISTENER_FOUND.replace("Col 35", "Col 37");
  const everywhere = names.flatMap((name) => [name, found]);
  await expect.poll(() => workbench.problems()).toEqual(everywhere);

  const { keyboard } = workbench.page;
  await keyboard.press("Control+P");
  await keyboard.insertText("restreams.yaml");
  await expect.poll(() => workbench.picks()).toContain(names[0]);
  for (let at = 0; at < names.length; at += 1) {
    // Opens it and leaves the list open.
    await keyboard.press("ArrowRight");
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Escape");
  await expect.poll(() => tabs.count()).toBe(names.length);
  await expect.poll(() => workbench.problems()).toEqual(everywhere);
  await workbench.command("View: Close All Editors");
  await expect.poll(() => tabs.count()).toBe(0);
  await expect.poll(() => workbench.problems()).toEqual(everywhere);

  // A file that is renamed or deleted on the disk takes its rows along.
  renameSync(join(folder, names[0] ?? ""), join(folder, "41.restreams.yaml"));
  rmSync(join(folder, names[1] ?? ""));
  await expect
    .poll(() => workbench.problems())
    .toEqual([...everywhere.slice(4), "41.restreams.yaml", found]);
});

test("beside the changes since a commit, the committed text is not linted", async () => {
  const folder = folderWith({ "restreams.yaml": LISTENER });
  const git = (...args: string[]): Buffer =>
    execFileSync("git", args, { cwd: folder, stdio: "pipe", env: GIT });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message=A show");
  const workbench = await openWindow({ folder, file: "restreams.yaml" });
  await workbench.waitForSquiggle("error");
  await workbench.replace("restreams:\n", "restreams:\n\n");
  await workbench.save();

  // The command does nothing before git has told of the change.
  await workbench.page.getByRole("tab", { name: /Source Control.* 1 pending change/ }).waitFor();
  await workbench.command("Git: Open Changes");
  const [left, right] = ["original", "modified"].map((it) =>
    workbench.page.locator(`.monaco-diff-editor .editor.${it}`),
  );
  await right?.locator(".squiggly-error").first().waitFor({ state: "attached" });
  await left?.locator(".view-line", { hasText: "mode=listener" }).first().waitFor();
  expect(await left?.locator("[class*=squiggly]").count()).toBe(0);
  await expect
    .poll(() => workbench.problems())
    .toEqual(["restreams.yaml", LISTENER_FOUND.replace("Ln 3", "Ln 4")]);
});
