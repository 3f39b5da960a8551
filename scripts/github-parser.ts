import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import { FOR_NODE, ROOT } from "./bundle.ts";

/** What GitHub makes of an action or a workflow. */
export interface ReadByGitHub {
  readonly errors: readonly string[];
  /** As YAML means it; an expression is its text, with `${{` and `}}`. */
  readonly value: unknown;
}

/** GitHub's own parsers, by what they read. */
export type GitHubParser = Readonly<Record<"action" | "workflow", (text: string) => ReadByGitHub>>;

/** Loads them. They import JSON as bundlers alone take it, so they are bundled. */
export async function createGitHubParser(): Promise<GitHubParser> {
  const { outputFiles } = await build({
    ...FOR_NODE,
    bundle: true,
    write: false,
    logLevel: "warning",
    stdin: { contents: ENTRY, resolveDir: join(ROOT, "packages/cli") },
  });
  const module: { exports: Partial<Module> } = { exports: {} };
  const text = outputFiles.map((it) => it.text).join("");
  const load = compileFunction(text, ["module", "exports", "require"]);
  load(module, module.exports, createRequire(import.meta.url));
  const { parseAction, parseWorkflow, NoOperationTraceWriter: Silent } = module.exports;
  if (!parseAction || !parseWorkflow || !Silent)
    throw new Error("the parsers are called otherwise");
  const reader = (parse: Parse) => (content: string) => {
    const { context, value } = parse({ name: "it.yml", content }, new Silent());
    const errors = context.errors.getErrors().map(({ message }) => message);
    return { errors, value: plain(JSON.parse(JSON.stringify(value))) };
  };
  return { action: reader(parseAction), workflow: reader(parseWorkflow) };
}

const ENTRY = `\
export { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
export { parseAction } from "@actions/workflow-parser/actions/action-parser";`;

interface Module {
  readonly NoOperationTraceWriter: new () => object;
  readonly parseAction: Parse;
  readonly parseWorkflow: Parse;
}

type Parse = (
  file: { readonly name: string; readonly content: string },
  trace: object,
) => {
  readonly context: { readonly errors: { getErrors(): readonly Error[] } };
  readonly value: unknown;
};

/** How its tokens are written as JSON. */
interface Token {
  readonly map?: readonly { readonly Key: string; readonly Value: unknown }[];
  readonly seq?: readonly unknown[];
  readonly expr?: string;
}

function plain(token: unknown): unknown {
  if (typeof token !== "object" || token === null) return token;
  const { map, seq, expr } = token as Token;
  if (map) return Object.fromEntries(map.map(({ Key, Value }) => [Key, plain(Value)]));
  if (seq) return seq.map(plain);
  return expr === undefined ? token : `\${{ ${expr} }}`;
}
