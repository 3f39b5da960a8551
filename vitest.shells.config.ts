import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests in real shells and in tmux; `pnpm test` does without them. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["packages/cli/test/**/*.shells.ts"] },
});
