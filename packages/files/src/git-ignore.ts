import { type Dirent, existsSync, lstatSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type GitEnvironment, gitExcludesOf } from "./git-excludes.ts";
import { type GitRules, withGitRules } from "./git-rules.ts";
import { isFileError, readRegularText } from "./read-text.ts";

/** What git ignores, as far as folders were entered. */
export interface GitIgnore {
  /** Enters a folder, after those above it: answers its entries without the folders that are ignored. */
  readonly enter: (folder: string, entries: readonly Dirent[]) => readonly Dirent[];
  /** Whether a file is ignored, by its absolute path, in a folder that was entered. */
  readonly ignores: (file: string) => boolean;
}

/** What holds in a folder. */
interface Rules {
  /** What their paths are counted from: a repository, or where the search began. */
  readonly root: string;
  /** Undefined where no file says anything. */
  readonly git: GitRules | undefined;
}

/**
 * Makes what knows which files of a folder git ignores. In a repository, as git does: by every `.gitignore` from its root on,
 * `.git/info/exclude`, and a person's own file; elsewhere by those from the folder downwards. A folder that is searched
 * though it is ignored was named: in it, only its own hold.
 */
export function createGitIgnore(
  within: string,
  env: GitEnvironment,
  onUnread: (file: string, error: unknown) => void,
): GitIgnore {
  const known = new Map<string, Rules | undefined>();
  return { enter, ignores: (file) => isIgnored(known.get(dirname(file)), file) };

  function enter(folder: string, entries: readonly Dirent[]): readonly Dirent[] {
    const path = resolve(folder);
    const isRepository = entries.some(({ name }) => name === ".git");
    const hasOwn = entries.some((it) => it.name === FILE && it.isFile());
    const rules = rulesIn(path, isRepository, hasOwn);
    known.set(path, rules);
    if (!rules?.git) return entries;
    return entries.filter((it) => {
      const entry = join(path, it.name);
      const isOnTheWay = `${within}${sep}`.startsWith(`${entry}${sep}`);
      return !it.isDirectory() || isOnTheWay || !isIgnored(rules, `${entry}${sep}`);
    });
  }

  function rulesIn(folder: string, isRepository: boolean, hasOwn: boolean): Rules | undefined {
    let rules = isRepository ? repositoryRules(folder) : rulesAbove(folder);
    const isNamed = folder === within && folder !== rules?.root;
    if (isNamed && (!rules || isIgnored(rules, `${folder}${sep}`)))
      rules = { root: folder, git: undefined };
    if (!rules || !hasOwn) return rules;
    const own = textOf(join(folder, FILE));
    return { ...rules, git: addedTo(rules.git, own, slashed(relative(rules.root, folder))) };
  }

  function rulesAbove(folder: string): Rules | undefined {
    const above = dirname(folder);
    if (above === folder) return undefined;
    if (!known.has(above)) {
      const hasOwn = lstatSync(join(above, FILE), { throwIfNoEntry: false })?.isFile() === true;
      known.set(above, rulesIn(above, existsSync(join(above, ".git")), hasOwn));
    }
    return known.get(above);
  }

  function repositoryRules(root: string): Rules {
    const texts = gitExcludesOf(root, env);
    let git: GitRules | undefined;
    for (const text of texts) git = addedTo(git, text, "");
    return { root, git };
  }

  function textOf(file: string): string {
    try {
      return readRegularText(file);
    } catch (error) {
      if (!isFileError(error)) throw error;
      onUnread(file, error);
      return "";
    }
  }
}

const FILE = ".gitignore";

/** What says something has a line that is neither blank nor a comment: git writes such a file into each repository. */
function addedTo(rules: GitRules | undefined, text: string, folder: string): GitRules | undefined {
  return /^(?!#).*\S/m.test(text) ? withGitRules(rules, text, folder) : rules;
}

function isIgnored(rules: Rules | undefined, path: string): boolean {
  if (!rules?.git) return false;
  const isFolder = path.endsWith(sep);
  return rules.git.ignores(`${slashed(relative(rules.root, path))}${isFolder ? "/" : ""}`);
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
