import { defineConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** The tests of the site that `pnpm site` built, in a real browser; `pnpm test` does without them. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["packages/e2e/test/**/*.site.ts"] },
});
