import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, onTestFinished, test, vi } from "vitest";
import { bundleInto } from "./bundled.ts";

// `--watch` beside somebody who writes a document, in a pane of tmux.

const NAME = "studio.restream.yaml";
const FINE = "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n";
const BAD =
  "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000\nlatency_unit: ms\n";
/** Only what is on the screen, and not what was. */
const NO_FINDINGS = /^1 file: no findings\nWatching .*\n*$/;
const ONE_ERROR =
  /^studio\.restream\.yaml:2:33 error srt-not-caller\n[^]*1 error.*\nWatching .*\n*$/;

test("shows a mistake once it is saved, and nothing of it once it is mended; Ctrl-C leaves no process", async () => {
  const home = folderWith({ [`live/${NAME}`]: FINE });
  const folder = join(home, "live");
  const pane = await openPane(home, folder);
  pane.press("clear; restream-lint --watch", "Enter");
  await pane.shows(NO_FINDINGS);
  expect(programsIn(folder)).toEqual(["bash", "node"]);

  writeFileSync(join(folder, NAME), BAD);
  await pane.shows(ONE_ERROR);
  writeFileSync(join(folder, NAME), FINE);
  await pane.shows(NO_FINDINGS);

  pane.press("C-c");
  await pane.shows(/\[130\]\n*$/);
  expect(programsIn(folder)).toEqual(["bash"]);
});

/** Opens a shell whose prompt is the last exit status, in a server of its own, with `restream-lint` on the `PATH`. */
async function openPane(home: string, folder: string) {
  const program = join(home, "dist/restream-lint.cjs");
  await bundleInto(dirname(program));
  chmodSync(program, 0o755);
  mkdirSync(join(home, "bin"));
  symlinkSync(program, join(home, "bin/restream-lint"));
  const path = [join(home, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const tmux = (...args: readonly string[]): string => {
    const { error, status, stdout, stderr } = spawnSync("tmux", ["-f", "/dev/null", ...args], {
      cwd: home,
      // Nothing of this machine's settings, nor of a tmux around the tests.
      env: { HOME: home, TMUX_TMPDIR: home, PATH: path, PS1: "[$?] ", LANG: "C.UTF-8" },
      encoding: "utf8",
    });
    if (error) throw error;
    expect(status, stderr).toBe(0);
    return stdout;
  };
  tmux("new-session", "-d", "-x", "100", "-y", "30", "-c", folder, "bash", "--norc");
  onTestFinished(async () => {
    tmux("kill-server");
    // It ends the shell, which writes its history before.
    await vi.waitFor(() => expect(programsIn(folder)).toEqual([]), 20_000);
  });
  return {
    press: (...keys: readonly string[]) => void tmux("send-keys", ...keys),
    shows: (screen: RegExp) =>
      expect.poll(() => tmux("capture-pane", "-p"), { timeout: 20_000 }).toMatch(screen),
  };
}

/** The programs that are running in a folder, as Linux tells. */
function programsIn(folder: string): string[] {
  const names = readdirSync("/proc").flatMap((it) => {
    try {
      if (readlinkSync(`/proc/${it}/cwd`) !== folder) return [];
      return [basename(readFileSync(`/proc/${it}/cmdline`, "utf8").split("\0")[0] ?? "")];
    } catch {
      // No process, or one that is gone meanwhile.
      return [];
    }
  });
  return names.toSorted();
}
