import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { isFileError } from "@restream-lint/files";
import { UsageError } from "../errors.ts";

/** What is watched: folders, and what matters in each. */
export type Watched = ReadonlyMap<string, (name: string) => boolean>;

/** Watches folders, without those below them: of a file, a watch would be lost when an editor puts a new one into its place. */
export interface FolderWatch {
  /** From now on, these and no others. Throws a UsageError where the system has no room for so many. */
  readonly follow: (watched: Watched) => void;
  readonly close: () => void;
}

/** Makes a watch over nothing yet, which calls the listener at each change that matters. */
export function createFolderWatch(onChange: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let now: Watched = new Map();
  return { follow, close: () => follow(new Map()) };

  function follow(watched: Watched): void {
    now = watched;
    for (const folder of watchers.keys()) if (!watched.has(folder)) drop(folder);
    for (const folder of watched.keys()) if (!watchers.has(folder)) add(folder);
  }

  function add(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => {
        notice(folder, name);
      });
      watcher.on("error", () => {
        drop(folder);
        onChange();
      });
      watchers.set(folder, watcher);
    } catch (error) {
      if (!isFileError(error)) throw error;
      const { code = "" } = error as NodeJS.ErrnoException;
      // One that is gone, or closed, is linting's to report.
      if (!FULL.has(code)) return;
      throw new UsageError(
        `--watch cannot watch ${now.size} folders (${code}): name fewer, or raise fs.inotify.max_user_watches and max_user_instances`,
      );
    }
  }

  function drop(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function notice(folder: string, name: string | null): void {
    const path = name === null ? undefined : join(folder, name);
    const isFolder = path !== undefined && watchers.has(path);
    // It was moved, or made anew: who watched the old one would never hear of the new.
    if (isFolder) drop(path);
    if (isFolder || name === null || now.get(folder)?.(name) === true) onChange();
  }
}

const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EMFILE", "ENFILE"]);
