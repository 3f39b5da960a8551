import { defineConfig } from "vitest/config";

/** Packages are tested from their sources: no build before a test. */
const conditions = ["@restream-lint/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
    // What hangs must fail, and what a busy machine slows down must not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Modules keep no state, so a test file needs no process of its own: half the time.
    isolate: false,
    // Vitest would leave a core free, which is half of a machine of two.
    maxWorkers: "100%",
    server: { deps: { inline: [/@restream-lint/] } },
  },
});
