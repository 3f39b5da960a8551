import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What the pages say to type, and in which order.

/** Of this repository. */
export const ROOT: string = join(import.meta.dirname, "../../..");

/** All that people read, as paths from the root. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((it) => it.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((it) => it.endsWith(".md"))
    .map((it) => `docs/${it}`),
  ...readdirSync(join(ROOT, "packages"))
    .map((it) => `packages/${it}/README.md`)
    .filter((it) => existsSync(join(ROOT, it))),
];

/** What somebody does who follows a page. */
export type Step =
  /** Types a line of a block; `block` counts the page's blocks. */
  | { readonly type: "command"; readonly line: string; readonly block: number }
  /** Saves a block as the file that it, or the sentence before it, names. */
  | { readonly type: "file"; readonly name: string; readonly text: string }
  /** Compares what the last line printed. */
  | { readonly type: "output"; readonly text: string }
  /** Has CI, or a hook, do what a block of YAML says; `line` may be several. */
  | { readonly type: "job"; readonly line: string }
  /** Has GitHub run our action with these inputs. */
  | {
      readonly type: "action";
      readonly revision: string;
      readonly inputs: ReadonlyMap<string, string>;
    };

/** A fenced block of a page. */
interface Block {
  /** The file that the sentence before it puts it into. */
  readonly file: string | undefined;
  readonly language: string;
  /** Without the indentation that all of it has. */
  readonly text: string;
}

const BLOCK =
  /(?:into (?:the file )?`([^`\n]+)`[^`\n]*:\n\n)?(?:<!-- .* -->\n)?^( *)```([\w-]*).*\n([^]*?)^\2```$/gm;

/** The blocks of a page, from its top to its bottom. */
export function blocksIn(page: string): Block[] {
  return Array.from(
    textOf(page).matchAll(BLOCK),
    ([, file, indent = "", language = "", text = ""]) => ({
      file,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    }),
  );
}

/** What a page says to do, from its top to its bottom. */
export function stepsOf(page: string): Step[] {
  const blocks = blocksIn(page);
  return blocks.flatMap(({ file, language, text }, block): Step[] => {
    switch (language) {
      case "sh":
      case "bash":
        return linesIn(text).map((line) => ({ type: "command", line, block }));
      case "text":
        // Only what stands right below what was typed is what that printed.
        return isForShell(blocks[block - 1]) ? [{ type: "output", text }] : [];
      case "yaml": {
        const name = file ?? FILE_NAME.exec(text)?.[1];
        const saved: Step[] = name === undefined ? [] : [{ type: "file", name, text }];
        const jobs = scriptsIn(text).map((line): Step => ({ type: "job", line }));
        return [...saved, ...jobs, ...actionsIn(text)];
      }
      default:
        return [];
    }
  });
}

/** The first line of a block that is a whole file. */
const FILE_NAME = /^# (\S+\.(?:ya?ml|json))(?=\n|,)/;

function isForShell(block: Block | undefined): boolean {
  return block?.language === "sh" || block?.language === "bash";
}

/** The first block of a page that is a restream document. */
export function firstDocumentOf(page: string): string {
  return blocksIn(page).find(({ text }) => /^restreams:$/m.test(text))?.text ?? "";
}

/** Of a page, or another file of the repository. */
export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

const COMMENT = /(?:^|\s)#\s.*$|^#!.*$/;
const CONTINUED = /\\\n\s*/g;

function linesIn(script: string): string[] {
  const lines = script.replaceAll(CONTINUED, "").split("\n");
  return lines.map((it) => it.replace(COMMENT, "").trim()).filter((it) => it !== "");
}

const SCRIPT = /^( *)(?:- )?(?:run|script|before_script|entry):(?: (?!\|)(.+)| \|-?|)$/;

/** What is for a shell in the configuration of a CI or a hook. */
export function scriptsIn(yaml: string): string[] {
  const lines = yaml.split("\n");
  return lines.flatMap((line, index) => {
    const [found, indent = "", inline] = SCRIPT.exec(line) ?? [];
    if (found === undefined) return [];
    if (inline !== undefined) return [inline];
    const below = lines.slice(index + 1);
    const end = below.findIndex((it) => it !== "" && !it.startsWith(`${indent} `));
    const script = end === -1 ? below : below.slice(0, end);
    return [linesIn(script.map((it) => it.replace(/^ *(?:- )?/, "")).join("\n")).join("\n")];
  });
}

const ACTION = /uses: restream-lint\/restream-lint@(\S+)((?:\n +(?:with:|[\w-]+: .*))*)/g;
const INPUT = /^ +([\w-]+): (.+)$/gm;

function actionsIn(yaml: string): Step[] {
  return Array.from(yaml.matchAll(ACTION), ([, revision = "", inputs = ""]) => ({
    type: "action",
    revision,
    inputs: new Map(
      Array.from(inputs.matchAll(INPUT), ([, name = "", value = ""]) => [name, value]),
    ),
  }));
}
