import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { readRegularText } from "./read-text.ts";

/** The environment, as far as git asks it for what a person never wants to see. */
export type GitEnvironment = Readonly<Record<string, string | undefined>>;

/** What is ignored in a repository besides its `.gitignore` files, the weakest first. What cannot be read says nothing. */
export function gitExcludesOf(repository: string, env: GitEnvironment): readonly string[] {
  const personal = personalExcludes(env);
  const shared = join(sharedFolderOf(repository), "info/exclude");
  return [...(personal === undefined ? [] : [personal]), shared]
    .map(textAt)
    .filter((text) => text !== "");
}

/** Where the settings of all its worktrees are: in a worktree or a submodule, `.git` is a file that leads there. */
function sharedFolderOf(repository: string): string {
  const written = join(repository, ".git");
  const [, led] = /^gitdir: ([^\r\n]+)/.exec(textAt(written)) ?? [];
  if (led === undefined) return written;
  const own = resolve(repository, led);
  const shared = textAt(join(own, "commondir")).trim();
  return shared === "" ? own : resolve(own, shared);
}

/** The file that `core.excludesFile` names in a person's own settings, or git's usual one. */
function personalExcludes(env: GitEnvironment): string | undefined {
  const home = env["HOME"] ?? (env === process.env ? homedir() : undefined);
  const configured = env["XDG_CONFIG_HOME"] || (home && join(home, ".config"));
  if (!configured) return undefined;
  const settings = [join(configured, "git/config"), ...(home ? [join(home, ".gitconfig")] : [])];
  const named = settings.flatMap((file) => EXCLUDES_FILE.exec(textAt(file))?.[1] ?? []).at(-1);
  if (named === undefined) return join(configured, "git/ignore");
  const path = named.trim().replace(/^"([^]*)"$/, "$1");
  return resolve(home ?? configured, path.replace(/^~\//, `${home}/`));
}

const EXCLUDES_FILE = /^[ \t]*excludesfile[ \t]*=([^\r\n]*)/im;

function textAt(path: string): string {
  try {
    return readRegularText(path);
  } catch {
    return "";
  }
}
