import { dirname, join } from "node:path";
import { SETTINGS_FILES } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { gitTexts } from "./git-blobs.ts";
import { gitChanges } from "./git-changes.ts";
import { documentsAmong, fileOf, type GitInputs, pathsOf } from "./git-documents.ts";
import type { GitRepository } from "./git-repository.ts";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";
import type { SettingsFiles } from "../settings.ts";

/** What differs between the index and the last commit, with the settings files that are in the index. */
export function stagedIn(repository: GitRepository, args: Arguments, io: Io): GitInputs {
  const changes = gitChanges(repository, ["--cached", "--", ...pathsOf(args)]);
  const nameOf = (path: string) => fileOf(path, repository, io);
  return {
    settings: indexedSettings(repository),
    inputsOf: (finder) => {
      const paths = changes.filter((it) => it.isFile || it.isUnmerged).map(({ path }) => path);
      const documents = new Set(documentsAmong(paths, repository, args, io, finder));
      const meant = changes.filter(({ path }) => documents.has(nameOf(path)));
      for (const { path } of meant.filter(({ isUnmerged }) => isUnmerged)) {
        const shown = printable(nameOf(path));
        io.stderr.write(`restream-lint: ${shown}: not merged yet: git add what is meant\n`);
      }
      const merged = meant.filter(({ isUnmerged }) => !isUnmerged);
      const contents = gitTexts(
        repository,
        merged.map(({ blob }) => blob),
      );
      return {
        files: merged.map(({ path }) => nameOf(path)),
        texts: new Map(merged.map(({ path, blob }) => [nameOf(path), contents.get(blob) ?? ""])),
        failed: merged.length < meant.length,
        searched: [],
      };
    },
  };
}

/** The settings files of the index, as `nearestSettings` would find them on the disk. */
function indexedSettings(repository: GitRepository): SettingsFiles {
  const patterns = SETTINGS_FILES.map((name) => `:(top)**/${name}`);
  const listed = ["--glob-pathspecs", "ls-files", "-s", "-z", "--full-name", "--", ...patterns];
  const blobs = new Map<string, string>();
  for (const entry of String(repository.tell(listed)).split("\0").slice(0, -1)) {
    const [, mode = "", blob = "", stage, path = ""] =
      /^(\d+) (\w+) (\d)\t([^]*)$/.exec(entry) ?? [];
    if (mode.startsWith("100") && stage === "0") blobs.set(join(repository.top, path), blob);
  }
  const texts = gitTexts(repository, blobs.values());
  return {
    near: (folder) => {
      for (let at = folder; ; at = dirname(at)) {
        const found = SETTINGS_FILES.map((name) => join(at, name)).find((it) => blobs.has(it));
        if (found !== undefined || at === repository.top || dirname(at) === at) return found;
      }
    },
    textOf: (path) => texts.get(blobs.get(path) ?? "") ?? "",
  };
}
