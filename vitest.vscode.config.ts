import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests in a real VS Code, with the extension that `pnpm package` made; `pnpm test` does without them. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["packages/e2e/test/**/*.vscode.ts"],
    globalSetup: ["./packages/e2e/test/setup.ts"],
    hookTimeout: 120_000,
    testTimeout: 120_000,
    // A real window, on a machine that may be busy.
    retry: 2,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    // Two cores carry two workbenches, for each waits half of the time; more would only wait for one another.
    maxWorkers: 2,
  },
});
