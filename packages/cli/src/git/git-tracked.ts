import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Io } from "../io.ts";
import { askGit } from "./ask-git.ts";

/** What git tracks though `.gitignore` names it. */
export interface Tracked {
  /** In the order that was given. */
  readonly files: readonly string[];
  /** The others in repositories where git could not be asked. */
  readonly unknown: readonly string[];
}

/** Asks git, once for each repository, which of these files it tracks, as after `git add --force`. */
export function trackedAmong(files: readonly string[], { cwd, env }: Io): Tracked {
  const roots = new Map<string, string | undefined>();
  const answers = new Map<string, ReadonlySet<string> | undefined>();
  const tracked: string[] = [];
  const unknown: string[] = [];
  for (const file of files) {
    const path = resolve(cwd, file);
    const root = rootOf(dirname(path), roots);
    if (root === undefined) continue;
    if (!answers.has(root)) answers.set(root, trackedAndIgnored(root, env));
    const known = answers.get(root);
    if (!known) unknown.push(file);
    else if (known.has(relative(root, path).split(sep).join("/"))) tracked.push(file);
  }
  return { files: tracked, unknown };
}

function rootOf(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const above = dirname(folder);
  const isRoot = existsSync(join(folder, ".git"));
  const root = isRoot ? folder : above === folder ? undefined : rootOf(above, known);
  known.set(folder, root);
  return root;
}

function trackedAndIgnored(root: string, env: Io["env"]): ReadonlySet<string> | undefined {
  const asked = ["ls-files", "-z", "--cached", "--ignored", "--exclude-standard"];
  const { status, stdout } = askGit(root, asked, env);
  return status === 0 ? new Set(stdout.split("\0")) : undefined;
}
