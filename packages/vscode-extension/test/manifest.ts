import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository. */
export const ROOT: string = join(import.meta.dirname, "../../..");

/** A file of the extension. */
export function extensionFile(path: string): string {
  return readFileSync(join(import.meta.dirname, "..", path), "utf8");
}

/** package.json, as far as the tests read it. */
export interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly jsonValidation: readonly {
      readonly fileMatch: readonly string[];
      readonly url: string;
    }[];
    readonly problemMatchers: readonly ProblemMatcher[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly walkthroughs: readonly Walkthrough[];
  };
}

export interface Setting {
  readonly [keyword: string]: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly default?: unknown;
}

export interface Command {
  readonly command: string;
  readonly title?: string;
  readonly icon?: string;
  readonly category?: string;
}

export interface ProblemMatcher {
  readonly name: string;
  readonly pattern: { readonly regexp: string } & Readonly<
    Record<"file" | "line" | "column" | "severity" | "message" | "code", number>
  >;
}

export interface Walkthrough {
  readonly title: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: Readonly<Partial<Record<"image" | "altText" | "markdown", string>>>;
    readonly completionEvents: readonly string[];
  }[];
}

/** The manifest as it is written; what is shipped differs in no field that is read here. */
export const MANIFEST: Manifest = JSON.parse(extensionFile("package.json"));
