import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";

type Environment = Io["env"];

/** The environment for git: in one language, without asking anybody, and with paths and settings as they are meant here. */
export function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(env).filter(([name]) => !MISLEADING.has(name));
  return { ...Object.fromEntries(kept), ...QUIET };
}

/** The same environment with the filters switched off that these settings speak of, as an unpacked archive may bring its own. */
export function withoutFilters(env: Environment, settings: Buffer): Environment {
  const keys = String(settings).split("\0").slice(0, -1);
  const filters = new Set(keys.flatMap((key) => /^(filter\.[^]*)\.[^.]+$/.exec(key)?.[1] ?? []));
  if ([...filters].some((it) => it.includes("\ufffd")))
    throw new UsageError("git has a filter whose name is not UTF-8, which cannot be switched off");
  const overrides = [...filters].flatMap((filter) =>
    OFF.map(([key, value]) => [`${filter}.${key}`, value] as const),
  );
  return withSettings(env, overrides);
}

/** The same environment with settings for git behind those that it has already. */
function withSettings(
  env: Environment,
  settings: readonly (readonly [key: string, value: string])[],
): Environment {
  const count = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const added = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${count + index}`, key],
    [`GIT_CONFIG_VALUE_${count + index}`, value],
  ]);
  const all = `${count + settings.length}`;
  return { ...env, ...Object.fromEntries(added), GIT_CONFIG_COUNT: all };
}

const OFF = [
  ["clean", ""],
  ["smudge", ""],
  ["process", ""],
  ["required", "false"],
] as const;

/** What changes how paths are read, and which file `git config` reads. */
const MISLEADING: ReadonlySet<string> = new Set([
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
  "GIT_CONFIG",
]);

/** Before any command of git: a repository's settings may name programs to run. */
export const SAFE: readonly string[] = [
  "--no-optional-locks",
  "-c",
  "core.fsmonitor=false",
  // Even so, `git diff` refreshes the index, and there is a hook for that.
  "-c",
  "core.hooksPath=/dev/null",
];

/** The longest answer of git that is read, in bytes. */
export const MAX_ANSWER: number = 1024 ** 3;

/**
 * In one language, and without asking anybody for what is not here: a repository's settings may name a program that fetches
 * it. Before git 2.39.4 there is no word for that but the name of a protocol that there is not.
 */
export const QUIET: Environment = {
  LC_ALL: "C",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
};
