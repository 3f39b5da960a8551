import module from "node:module";
import { join } from "node:path";
import type { Io } from "./io.ts";

/** What Node.js 22.8 and later has besides. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Lets Node.js keep the compiled code of the chunks that are loaded from here on, where it can and is not told otherwise
 * (NODE_DISABLE_COMPILE_CACHE). Among a person's own files: what somebody else could write there, we would run. A run
 * that loads no chunk has nothing to keep.
 */
export function keepCompiledCode({ HOME, XDG_CACHE_HOME }: Io["env"]): void {
  const caches = XDG_CACHE_HOME || (HOME && join(HOME, ".cache"));
  if (caches) (module as CompileCache).enableCompileCache?.(join(caches, "restream-lint", "code"));
}
