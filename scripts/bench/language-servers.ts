import { pathToFileURL } from "node:url";
import type { Format } from "./corpus.ts";
import { PEER_SCHEMA } from "./peer-schema.ts";
import type { Peers } from "./peers.ts";

/** A language server to time, and how it is set up. */
export interface LanguageServer {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  readonly format: Format;
  /** Whether the client asks for diagnostics, or waits for them. */
  readonly mode: "push" | "pull";
  /** What the server asks the client for, by section. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Milliseconds that it waits after a keystroke before it looks, as its source says. */
  readonly delay: number;
}

const NODE = process.execPath;

/** Ourselves, as dist/ has us. */
export const OUR_SERVERS: readonly LanguageServer[] = [
  ours("push", "yaml"),
  ours("pull", "yaml"),
  ours("push", "json"),
];

function ours(mode: LanguageServer["mode"], format: Format): LanguageServer {
  const command = [NODE, "dist/restream-lint.cjs", "lsp"] as const;
  return {
    name: `restream-lint, ${mode}`,
    command: [...command],
    format,
    mode,
    settings: {},
    delay: 0,
  };
}

/** The peers that are installed; the schema is a file. */
export function peerServers(peers: Peers, schema: string): readonly LanguageServer[] {
  const url = pathToFileURL(schema).href;
  const yaml = peers["yaml-language-server"];
  const json = peers["vscode-json-language-server"];
  return [
    ...(yaml === undefined ? [] : [yamlServer(yaml, url)]),
    ...(json === undefined ? [] : [jsonServer(json, url)]),
  ];
}

function yamlServer(program: string, url: string): LanguageServer {
  const yaml = {
    validate: true,
    schemas: { [url]: "*.yaml" },
    // No look-up in the network.
    schemaStore: { enable: false, url: "" },
  };
  return {
    name: "yaml-language-server",
    command: [NODE, program, "--stdio"],
    format: "yaml",
    mode: "push",
    settings: { yaml, http: {}, editor: {}, files: {} },
    delay: 200,
  };
}

function jsonServer(program: string, url: string): LanguageServer {
  const schemas = [{ fileMatch: ["*.json"], url, schema: PEER_SCHEMA }];
  return {
    name: "vscode-json-language-server",
    command: [NODE, program, "--stdio"],
    format: "json",
    mode: "push",
    settings: { json: { validate: { enable: true }, schemas }, http: {} },
    delay: 500,
  };
}
