import { spawnSync } from "node:child_process";

// Shows the linter at work on examples/: `pnpm start`. The catalogue would be too long to read: its test lints it.

const LINTER = "dist/restream-lint.cjs";
const EXPECTED = [
  ["examples/bad", 1],
  ["examples/good", 0],
] as const;

const surprises = EXPECTED.flatMap(([folder, expected]) => {
  console.log(`\n$ node ${LINTER} ${folder}\n`);
  const { status } = spawnSync(process.execPath, [LINTER, folder], { stdio: "inherit" });
  return status === expected ? [] : `Linting ${folder} ended with ${status}, not with ${expected}.`;
});
if (surprises.length > 0) {
  console.error(`\n${surprises.join("\n")}`);
  process.exitCode = 1;
} else {
  console.log("\nThe findings in examples/bad are intended; examples/good has none.");
  console.log("One mistake for each rule, and what comes of it: examples/catalogue/README.md");
  console.log(`To lint your own: node ${LINTER} FILE`);
}
