import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests that need other programs; `pnpm test` does without them. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["packages/*/test/**/*.peers.ts"], maxConcurrency: 8 },
});
