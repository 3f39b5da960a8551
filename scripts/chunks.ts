import { basename } from "node:path";

// Which modules are chunks, though they are imported statically; and which chunks hold more than the others.

const CORE = "packages/core/src";

/** The chunk that is loaded where something may be wrong with a document; and the file that never goes without it. */
const LINTER = "linter.cjs";
const LINTING = "commands-lsp.cjs";

/** What linting a document that nothing is wrong with does not need: imported statically, loaded at the first call. */
export const LAZY: ReadonlyMap<string, string> = new Map([
  ["packages/files/src/git-rules.ts", "git-rules.cjs"],
  ...[
    "syntax/yaml.ts",
    "syntax/yaml-lexemes.ts",
    "syntax/whole-uris.ts",
    "syntax/json.ts",
    "schema/generated/validators.ts",
    "uri/ip.ts",
    "did-you-mean.ts",
    "settings/glob.ts",
    "settings/settings-text.ts",
    "suppression/suppress.ts",
    "secrets/mask.ts",
    "placeholder/resolve.ts",
    "secrets/conceal.ts",
  ].map((module) => [`${CORE}/${module}`, chunkNamed(module)] as const),
  // Where one of these is called, the others mostly are.
  ...[
    "document.ts",
    "lint.ts",
    "lint-across.ts",
    "apply-fixes.ts",
    "fine/sparse.ts",
    "settings/settings-file.ts",
    "field/target-address.ts",
    "uri/redact.ts",
  ].map((module) => [`${CORE}/${module}`, LINTER] as const),
]);

/** Whether a file requires the chunk of this module, instead of holding it. */
export function isLazyIn(file: string, source: string): boolean {
  return LAZY.has(source) && !(file === LINTING && LAZY.get(source) === LINTER);
}

/** The file name of a chunk that is called after a module. */
export function chunkNamed(module: string): string {
  return basename(module).replace(/\.ts$/, ".cjs");
}

/** The chunks that print the rules' documentation. Every other file is bundled without it. */
export const WITH_DOCS: ReadonlySet<string> = new Set([
  "commands-completion.cjs",
  "commands-explain.cjs",
  "commands-lsp.cjs",
  "commands-rules.cjs",
  "reporters-sarif.cjs",
]);
