import { listed, rules } from "@restream-lint/core";
import { bashCompletion } from "../completion/bash.ts";
import { fishCompletion } from "../completion/fish.ts";
import { SHELLS } from "../completion/offer.ts";
import { zshCompletion } from "../completion/zsh.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";

/** Prints the script that completes command lines in a shell; it holds all it offers, and calls nothing. */
export function printCompletion(args: Arguments, io: Io): number {
  io.stdout.write(scriptFor(args.paths));
  return EXIT.ok;
}

function scriptFor([shell, ...more]: readonly string[]): string {
  if (more.length === 0 && shell === "bash") return bashCompletion(rules.map(({ id }) => id));
  if (more.length === 0 && shell === "zsh") return zshCompletion(rules);
  if (more.length === 0 && shell === "fish") return fishCompletion(rules);
  throw new UsageError(`completion needs the name of a shell: ${listed(SHELLS)}`);
}
