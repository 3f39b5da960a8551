import {
  createGcoreApi,
  folderWith,
  type GcoreApi,
  type GcoreApiOptions,
  type RestreamSeed,
  telling,
} from "@restream-lint/testkit";
import { expect, onTestFinished } from "vitest";
import { type Outcome, run, type Surroundings } from "./run.ts";

/** Canaries of `SHAPES.uuid`, as the stream keys of a document, in the environment, and at Gcore. */
export const KEY = "9f8c2a71-4b3e-4d60-8e17-c5a0d94b7f3a";

/** A restream as a document has it, without a finding. */
export function item(name: string, more = ""): string {
  return `  - name: ${name}\n    stream_id: 20\n    uri: rtmp://${name}.acme.net/live/\${KEY}\n${more}`;
}

/** A document of restreams. */
export function documentOf(...names: readonly string[]): string {
  return `restreams:\n${names.map((name) => item(name)).join("")}`;
}

/** The restream at Gcore that `item` speaks of. */
export function remote(name: string, more: RestreamSeed = {}): RestreamSeed {
  return { name, stream_id: 20, uri: `rtmp://${name}.acme.net/live/${KEY}`, ...more };
}

/** A folder with a document, a test server, and command lines that know both. */
export interface Account {
  readonly cwd: string;
  readonly server: GcoreApi;
  /** Runs a command with `--env`; whatever it prints, and whatever it saves in the folder, must hold no secret. */
  readonly run: (argv: readonly string[], more?: Surroundings) => Promise<Outcome>;
}

/** Makes one that lasts as long as the test. */
export async function account(
  files: Readonly<Record<string, string>>,
  options: GcoreApiOptions = {},
): Promise<Account> {
  const server = await createGcoreApi(options);
  onTestFinished(server.stop);
  const cwd = folderWith(files);
  return {
    cwd,
    server,
    async run(argv, more = {}) {
      const env = {
        GCORE_API_KEY: server.token,
        GCORE_BASE_URL: server.url,
        KEY,
        ...more.env,
      };
      const outcome = await run(argv, { cwd, fetch, ...more, env });
      expectNoSecret(outcome.stdout + outcome.stderr);
      // It is another one in each test, and has a test of its own.
      const talking = `restream-lint: talking to ${new URL(server.url).host}\n`;
      return { ...outcome, stderr: outcome.stderr.replace(talking, "") };
    },
  };
}

/** Neither the token nor a stream key. */
export function expectNoSecret(text: string): void {
  expect(telling(text, "uuid")).toBeUndefined();
  expect(telling(text, "mixed")).toBeUndefined();
}
