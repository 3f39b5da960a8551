import module from "node:module";

/** What Node.js 22.8 and later has besides. */
interface CompileCache {
  readonly enableCompileCache?: () => unknown;
}

/**
 * Lets Node.js keep the compiled code of the chunks that are loaded from here on, where it can: in its own folder among the
 * temporary files, unless NODE_DISABLE_COMPILE_CACHE is set. A run that loads none has nothing to keep.
 */
export function keepCompiledCode(): void {
  (module as CompileCache).enableCompileCache?.();
}
