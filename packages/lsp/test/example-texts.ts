import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../../examples");

/** The documents of `examples/`, by the URIs that an editor has for them. */
export const EXAMPLE_TEXTS: readonly { readonly uri: string; readonly text: string }[] =
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((it) => /\.(?:ya?ml|jsonc?)$/.test(it))
    .map((it) => ({
      uri: `file:///examples/${it.replaceAll("\\", "/")}`,
      text: readFileSync(join(FOLDER, it), "utf8"),
    }));
