import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examplesIn } from "./code-examples.ts";

/** The files of a project that uses what is published, by name, and what each of its lines of work runs. */
export interface Stranger {
  readonly files: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}

/** Whose examples a stranger's compiler must take. */
const PAGES: readonly string[] = ["packages/core/README.md", "docs/library.md"];

const DOCUMENT = "restreams:\\n- stream_id: 1\\n  uri: srt://h.acme.net:9000?mode=listener\\n";

/** Fails unless linting finds what is wrong with the document. */
const LINTING = `\
const document = core.parseDocument("${DOCUMENT}", { language: "yaml" });
const found = core.lint(document).map(({ rule }) => rule);
if (!found.includes("srt-not-caller")) throw new Error(String(found));`;

/** From modules, from CommonJS, and from TypeScript as Node and as bundlers resolve it, with the examples of the pages. */
export function createStranger(root: string): Stranger {
  const examples = PAGES.flatMap((page) => examplesIn(readFileSync(join(root, page), "utf8")));
  const names = examples.map((_, index) => `example-${index + 1}.ts`);
  const program = { files: ["module.ts", ...names] };
  return {
    files: {
      "esm.mjs": `import * as core from "@restream-lint/core";\n${LINTING}\n`,
      "common.cjs": `import("@restream-lint/core").then((core) => {\n${LINTING}\n});\n`,
      "required.cjs": `const core = require("@restream-lint/core");\n${LINTING}\n`,
      "module.ts": `import * as core from "@restream-lint/core";\n${LINTING}\nexport const rules: readonly core.Rule[] = core.rules;\n`,
      ...Object.fromEntries(names.map((name, index) => [name, examples[index]?.declared ?? ""])),
      "node16.json": configuration({ module: "node16", moduleResolution: "node16" }, program),
      "bundler.json": configuration({ module: "esnext", moduleResolution: "bundler" }, program),
      "bad.restream.yaml": DOCUMENT.replaceAll("\\n", "\n"),
    },
    commands: [
      "node esm.mjs",
      "node common.cjs",
      // Since Node 20.19 without a word, and before it behind a flag.
      "node --experimental-require-module --no-warnings required.cjs",
      `${root}/node_modules/.bin/tsc -p node16.json`,
      `${root}/node_modules/.bin/tsc -p bundler.json`,
      "./node_modules/.bin/restream-lint --version",
      "! ./node_modules/.bin/restream-lint --quiet bad.restream.yaml > found.txt",
      "grep -q srt-not-caller found.txt",
      "grep -q 'RESTREAM' node_modules/restream-lint/man/restream-lint.1",
      "test -s node_modules/restream-lint/LICENSE -a -s node_modules/@restream-lint/core/LICENSE",
      "test -s node_modules/restream-lint/README.md -a -s node_modules/@restream-lint/core/README.md",
      "! find -L node_modules/restream-lint node_modules/@restream-lint/core -name '*.test.*' | grep .",
    ],
  };
}

function configuration(options: object, rest: object): string {
  const compilerOptions = {
    ...options,
    target: "es2023",
    lib: ["es2023", "dom"],
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: false,
  };
  return JSON.stringify({ compilerOptions, ...rest });
}
