import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, languageOf, parseDocument } from "@restream-lint/core";
import { ROOT } from "./manifest.ts";

const FOLDER = join(ROOT, "examples");

/** The documents of `examples/`, by their paths from there. */
export const EXAMPLE_DOCUMENTS: readonly {
  readonly path: string;
  readonly document: Document;
}[] = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((it) => /\.(?:ya?ml|jsonc?)$/.test(it))
  .map((it) => {
    const text = readFileSync(join(FOLDER, it), "utf8");
    return {
      path: it.replaceAll("\\", "/"),
      document: parseDocument(text, { language: languageOf(it) ?? "yaml" }),
    };
  });
