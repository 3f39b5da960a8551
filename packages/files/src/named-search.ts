import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isNeverSearched } from "./excluded.ts";
import type { GitIgnore } from "./git-ignore.ts";
import { isFileError } from "./read-text.ts";

/** Of restream documents. */
const NAME = /^(?:[^/]*\.)?restreams?\.(?:ya?ml|jsonc?)$/;
/** Of settings files. */
const SETTINGS_NAME = /^\.restream-lint\.(?:ya?ml|json)$/;

/** What a search by names came to. */
export interface NamedFound {
  /** The documents, as paths from where the search began, with `/`. */
  readonly found: readonly string[];
  /** The folders that have settings, absolute. */
  readonly settled: readonly string[];
  readonly unread: readonly (readonly [folder: string, error: unknown])[];
  /** What is called as documents are and is no file, absolute. */
  readonly special: readonly (readonly [path: string, isLink: boolean])[];
  /** The folders that were looked into, absolute. */
  readonly folders: readonly string[];
}

/** Searches a folder, absolute, for restream documents and settings files by their names: patterns take longer than all else. */
export function searchNamed(within: string, git: GitIgnore | undefined): NamedFound {
  const found: string[] = [];
  const settled: string[] = [];
  const unread: [string, unknown][] = [];
  const special: [string, boolean][] = [];
  const folders: string[] = [];
  const ahead = [{ folder: within, prefix: "" }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { folder, prefix } = next;
    for (const it of entriesOf(folder)) {
      const { name } = it;
      if (NAME.test(name) && it.isFile()) found.push(`${prefix}${name}`);
      else if (it.isDirectory()) {
        if (!isNeverSearched(name))
          ahead.push({ folder: join(folder, name), prefix: `${prefix}${name}/` });
      } else if (NAME.test(name)) special.push([join(folder, name), it.isSymbolicLink()]);
      else if (SETTINGS_NAME.test(name) && it.isFile()) settled.push(folder);
    }
  }
  return { found, settled, unread, special, folders };

  /** None of what cannot be looked into; the search goes on elsewhere. */
  function entriesOf(folder: string): readonly Dirent[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      folders.push(folder);
      return git ? git.enter(folder, entries) : entries;
    } catch (error) {
      if (!isFileError(error)) throw error;
      unread.push([folder, error]);
      return [];
    }
  }
}
