import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { compileFunction } from "node:vm";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { chunkNamed, isLazyIn, LAZY, WITH_DOCS } from "./chunks.ts";
import { licencesOf } from "./licences.ts";
import { withoutDocs, withoutSummaries } from "./without-docs.ts";

export const ROOT = resolve(import.meta.dirname, "..");

/** Without the `--`, Node 20 takes an `--env-file` behind the script's name for its own (nodejs/node#54232), and sets what is in it. */
const SHEBANG = "#!/usr/bin/env -S node --";

/** The file that people run. */
export const MAIN = "restream-lint.cjs";

const ENTRY = "packages/cli/src/bin.ts";
/** What a thread runs: nothing imports it. packages/cli/src/jobs/threads.ts names the file. */
const WORKER = ["jobs-worker.cjs", ["packages/cli/src/jobs/worker.ts"]] as const;
/** The commands and their options; the main file has no use for what they say to people. */
const TABLE = "packages/cli/src/options.ts";
/** The modules that may be chunks of their own. */
const SPLIT = /^packages\/(?:cli|(?<room>lsp))\/src\//;

const RULE = /^packages\/core\/src\/rules\/(?!index\.ts$)[^/]+\.ts$/;

/** What every bundle has in common. */
export const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  conditions: ["@restream-lint/source"],
  minify: true,
  legalComments: "inline",
  logLevel: "warning",
} as const satisfies BuildOptions;

/** What a script for Node takes. */
export const FOR_NODE = {
  format: "cjs",
  platform: "node",
  target: "node20",
  // The CommonJS builds of some libraries load their parts in ways that no bundler can follow.
  mainFields: ["module", "main"],
  // In CommonJS this serves as well, for those who make a `require` of it.
  define: { "import.meta.url": "__filename" },
} satisfies BuildOptions;

const OPTIONS = {
  ...SHARED,
  ...FOR_NODE,
  // A real `import()` would start Node's ESM loader.
  supported: { "dynamic-import": false },
} satisfies BuildOptions;

export interface Bundle {
  /** File name → text, the same on every machine. */
  readonly files: ReadonlyMap<string, string>;
  /** The modules of the main file, the largest first, with their bytes in it. */
  readonly weights: readonly (readonly [module: string, bytes: number])[];
}

/**
 * Bundles the command line. The main file holds what a document takes that nothing is wrong with. Each module behind a dynamic
 * `import()`, and each lazy one, is a chunk: a file of its own, required when it is called for.
 */
export async function bundle(): Promise<Bundle> {
  /** File name → the modules whose exports are its own. Grows while the files that require them are bundled. */
  const entries = new Map<string, readonly string[]>([[MAIN, [ENTRY]], WORKER]);
  const files = new Map<string, string>();
  const inputs = new Set<string>();
  /** What stands in the place of a module: the same in every file. */
  const replaced = new Map<string, Promise<string>>();
  let weights: Bundle["weights"] = [];

  for (const [file, modules] of entries) {
    const plugins = [splitting(file, modules, chunkOf, replaced)];
    const { outputFiles, metafile } = await build({ ...OPTIONS, ...entryOf(modules), plugins });
    const text = outputFiles.map((output) => output.text).join("");
    if (text.includes(ROOT)) throw new Error(`${file} holds a path of this machine`);
    if (modules.some((it) => LAZY.has(it))) checkExportsOnlyFunctions(file, text);
    if (file === MAIN) weights = weightsIn(metafile);
    files.set(file, file === MAIN ? `${SHEBANG}\n${text}` : text);
    for (const input of Object.keys(metafile.inputs)) inputs.add(input);
  }
  for (const file of WITH_DOCS)
    if (!files.has(file)) throw new Error(`WITH_DOCS names ${file}, which nothing imports`);

  files.set("LICENSES.txt", licencesOf(ROOT, inputs));
  return { files, weights };

  /** The file that a module becomes, or becomes a part of. */
  function chunkOf(source: string): string {
    const file = LAZY.get(source) ?? chunkNamed(nameOf(source));
    const together = [...LAZY].flatMap(([it, chunk]) => (chunk === file ? [it] : []));
    const modules = together.length > 0 ? together : [source];
    const others = entries.get(file) ?? modules;
    if (!others.includes(source))
      throw new Error(`${source} and ${others.join(", ")} would both be ${file}`);
    entries.set(file, others);
    return `./${file}`;
  }
}

/** What to bundle for a file with the exports of these modules. */
function entryOf(modules: readonly string[]): Pick<BuildOptions, "entryPoints" | "stdin"> {
  const contents = modules.map((it) => `export * from "./${it}";`).join("\n");
  return modules.length === 1
    ? { entryPoints: [...modules] }
    : { stdin: { contents, resolveDir: ROOT } };
}

/** A name that tells modules apart: `commands-plan.ts`, `lsp-submit-submitter.ts`. */
function nameOf(source: string): string {
  const room = SPLIT.exec(source)?.groups?.["room"];
  const path = source.replace(SPLIT, "").replaceAll("/", "-");
  return room === undefined ? path : `${room}-${path}`;
}

function weightsIn({ outputs }: Metafile): Bundle["weights"] {
  return Object.values(outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .map(([module, { bytesInOutput }]) => [module, bytesInOutput] as const)
    .toSorted(([, a], [, b]) => b - a);
}

function splitting(
  file: string,
  entries: readonly string[],
  chunkOf: (source: string) => string,
  replaced: Map<string, Promise<string>>,
): Plugin {
  const once = (source: string, replace: () => Promise<string>) => {
    const replacement = replaced.get(source) ?? replace();
    replaced.set(source, replacement);
    return replacement;
  };
  return {
    name: "splitting",
    setup(context) {
      context.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const source = relative(ROOT, join(resolveDir, path));
        if (path.startsWith(".") && SPLIT.test(source))
          return { path: chunkOf(source), external: true };
        return { errors: [{ text: "Only modules of cli and lsp may be imported dynamically" }] };
      });
      context.onResolve({ filter: /^\.\/[\w-]+\.cjs$/ }, ({ kind, path }) =>
        kind === "require-call" ? { path, external: true } : undefined,
      );
      context.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = relative(ROOT, path);
        if (isLazyIn(file, source) && !entries.includes(source))
          return { contents: await once(source, async () => proxyOf(source, chunkOf(source))) };
        if (source === TABLE && entries.includes(ENTRY))
          return { contents: await withoutSummaries(readFileSync(path, "utf8")) };
        if (RULE.test(source) && !WITH_DOCS.has(file))
          return {
            contents: await once(source, async () =>
              withoutDocs(readFileSync(path, "utf8"), source),
            ),
          };
        return undefined;
      });
    },
  };
}

/** A module with the exports of `source` that loads `chunk` at the first call. */
async function proxyOf(source: string, chunk: string): Promise<string> {
  const names = await exportsOf(source);
  return [
    "let loaded;",
    `const load = () => (loaded ??= require("${chunk}"));`,
    ...names.map((name) => `export const ${name} = (...args) => load().${name}(...args);`),
  ].join("\n");
}

async function exportsOf(source: string): Promise<string[]> {
  const { metafile } = await build({ ...OPTIONS, format: "esm", entryPoints: [source] });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

/** A proxy can stand for nothing but functions. */
function checkExportsOnlyFunctions(file: string, text: string): void {
  const module = { exports: {} };
  const run = compileFunction(text, ["module", "exports", "require"]);
  run(module, module.exports, createRequire(import.meta.url));
  for (const [name, value] of Object.entries(module.exports))
    if (typeof value !== "function") throw new Error(`${file}: ${name} is not a function`);
}
