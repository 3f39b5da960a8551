import { readdirSync, readFileSync } from "node:fs";
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
  ...readdirSync(join(ROOT, "packages")).map((it) => `packages/${it}/README.md`),
];

/** What somebody does who follows a page. */
export type Step =
  /** Types a line of a block; `block` counts the blocks for a shell. */
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

/** A block with what leads to it, indented or not. */
const BLOCK =
  /(?:into (?:the file )?`([^`\n]+)`[^`\n]*:\n\n)?(?:<!-- .* -->\n)?^( *)```([\w-]*).*\n([^]*?)^\2```$/gm;
/** The first line of a block that is a whole file. */
const FILE_NAME = /^# (\S+\.(?:ya?ml|json))(?=\n|,)/;
const COMMENT = /(?:^|\s)#\s.*$|^#!.*$/;
const CONTINUED = /\\\n\s*/g;
const ACTION = /uses: restream-lint\/restream-lint@(\S+)((?:\n +(?:with:|[\w-]+: .*))*)/g;

/** What a page says to do, from its top to its bottom. */
export function stepsOf(page: string): Step[] {
  const blocks = Array.from(textOf(page).matchAll(BLOCK));
  return blocks.flatMap(([, named, indent = "", language = "", indented = ""], block): Step[] => {
    const text = indented.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    switch (language) {
      case "sh":
      case "bash":
        return linesIn(text).map((line) => ({ type: "command", line, block }));
      case "text":
        // Only what stands right below what was typed is what that printed.
        return isForShell(blocks[block - 1]?.[3]) ? [{ type: "output", text }] : [];
      case "yaml": {
        const name = named ?? FILE_NAME.exec(text)?.[1];
        return [
          ...(name === undefined ? [] : [{ type: "file", name, text } as const]),
          ...scriptsIn(text).map((line) => ({ type: "job", line }) as const),
          ...Array.from(text.matchAll(ACTION), ([, revision = "", inputs = ""]) => ({
            type: "action" as const,
            revision,
            inputs: new Map(
              Array.from(inputs.matchAll(/^ +([\w-]+): (.+)$/gm), ([, key = "", value = ""]) => [
                key,
                value,
              ]),
            ),
          })),
        ];
      }
      default:
        return [];
    }
  });
}

/** The languages of a page's blocks. */
export function languagesOf(page: string): string[] {
  return Array.from(textOf(page).matchAll(BLOCK), ([, , , language = ""]) => language);
}

/** The first block of a page that is a restream document. */
export function firstDocumentOf(page: string): string {
  const texts = Array.from(textOf(page).matchAll(BLOCK), ([, , , , text = ""]) => text);
  return texts.find((it) => /^restreams:$/m.test(it)) ?? "";
}

/** Of a page, or another file; nothing for a package without a page. */
export function textOf(page: string): string {
  try {
    return readFileSync(join(ROOT, page), "utf8");
  } catch {
    return "";
  }
}

function isForShell(language: string | undefined): boolean {
  return language === "sh" || language === "bash";
}

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
