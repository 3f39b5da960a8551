import { spawnSync } from "node:child_process";

// Shows the linter at work on examples/: `pnpm start`.

const LINTER = "dist/restream-lint.cjs";
const EXPECTED = [
  ["examples", 1],
  ["examples/good", 0],
] as const;

const surprises = EXPECTED.flatMap(([folder, expected]) => {
  const { status } = spawnSync(process.execPath, [LINTER, folder], { stdio: "inherit" });
  return status === expected ? [] : `Linting ${folder} ended with ${status}, not with ${expected}.`;
});
if (surprises.length > 0) {
  console.error(`\n${surprises.join("\n")}`);
  process.exitCode = 1;
} else {
  console.log("\nThese findings are intended; the documents in examples/good have none.");
  console.log(`To lint your own: node ${LINTER} FILE`);
}
