import { builtinModules } from "node:module";
import { type BuildOptions, build } from "esbuild";
import { ROOT, SHARED } from "./bundle.ts";

/** A script in one file, and the files that it was made of. */
export interface Script {
  readonly text: string;
  readonly inputs: readonly string[];
}

/** What differs between scripts. */
export type Options = Omit<BuildOptions, keyof typeof SHARED>;

/** Bundles a script; all that it needs and that is not `external` is in it, but for what Node brings. */
export async function bundleScript(options: Options): Promise<Script> {
  const { outputFiles, metafile, warnings } = await build({ ...options, ...SHARED });
  const around = [
    ...(options.external ?? []),
    ...(options.platform === "node" ? builtinModules : []),
  ];
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const faults = [
    ...imports.map(({ path }) => path).filter((it) => !around.includes(it.replace(/^node:/, ""))),
    ...warnings.map(({ text }) => text),
  ];
  if (faults.length > 0) throw new Error(`Not to be had where this runs: ${faults.join(", ")}`);
  const text = outputFiles.map((output) => output.text).join("");
  if (text.includes(ROOT)) throw new Error("The script holds a path of this machine");
  return { text, inputs: Object.keys(metafile.inputs) };
}
