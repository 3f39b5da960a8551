import { configureGlobal } from "fast-check";

/** How many times the usual runs: `pnpm fuzz` sets it. */
const factor = Number(process.env["RESTREAM_LINT_FUZZ"] ?? 1);

// A test says the same every time; fuzzing looks elsewhere every time.
configureGlobal({ numRuns: 100 * factor, ...(factor === 1 && { seed: 1 }) });

// Processes that a test starts say the same in GitHub Actions as elsewhere, and nothing in its job summary.
delete process.env["GITHUB_ACTIONS"];
