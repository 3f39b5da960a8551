import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests in real editors, with the server in dist/; `pnpm test` does without them. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["packages/lsp/test/**/*.editors.ts"] },
});
