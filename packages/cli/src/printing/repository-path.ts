import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Io } from "../io.ts";

/**
 * Makes the function that names files as CI knows them: with `/`, from the root of the checkout, wherever in it this was
 * started; elsewhere from the working directory.
 */
export function createRepositoryPath({
  cwd,
  env,
}: Pick<Io, "cwd" | "env">): (file: string) => string {
  const checkouts = [env["GITHUB_WORKSPACE"], env["CI_PROJECT_DIR"]];
  const root = checkouts.find((it) => it !== undefined && isAbsolute(it) && isIn(it, cwd)) ?? cwd;
  return (file) => relative(root, resolve(cwd, file)).replaceAll(sep, "/");
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}
