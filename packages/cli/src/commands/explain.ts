import { rulePage, rules } from "@restream-lint/core";
import { hasColor } from "../color.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { styled } from "../reporters/markdown-terminal.ts";
import { unknownRule } from "../severities.ts";

/** Prints a rule's page. */
export async function explain(args: Arguments, io: Io): Promise<number> {
  const [id, ...more] = args.paths;
  if (id === undefined || more.length > 0)
    throw new UsageError("explain needs one rule: see restream-lint rules");
  const rule = rules.find((it) => it.id === id);
  if (!rule) {
    throw await unknownRule(
      id,
      rules.map((it) => it.id),
    );
  }
  io.stdout.write(styled(rulePage(rule), hasColor(args, io, io.stdout)));
  return EXIT.ok;
}
