import { keepCompiledCode } from "./code-cache.ts";
import { isUsageError } from "./errors.ts";
import { lintFineFiles } from "./fine-files.ts";
import { EXIT, type Io } from "./io.ts";
import { type Arguments, parseArguments } from "./arguments.ts";
import { type Command, COMMANDS, LINT } from "./options.ts";
import { printable } from "./printable.ts";
import { VERSION } from "./version.ts";

/** Runs one command line; answers its exit status. What goes wrong in the world is said on stderr, here and nowhere else. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const command = COMMANDS.find(({ name }) => name !== "" && name === argv[0]) ?? LINT;
    const args = await parseArguments(command, command === LINT ? argv : argv.slice(1));
    if (args.has("help")) {
      const { help } = await import("./help.ts");
      io.stdout.write(help(command.name));
      return EXIT.ok;
    }
    if (args.has("version")) {
      io.stdout.write(`${VERSION}\n`);
      return EXIT.ok;
    }
    return await run(command, args, io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr.write(`restream-lint: ${printable(error.message)}\n`);
    return EXIT.usage;
  }
}

async function run({ name }: Command, args: Arguments, io: Io): Promise<number> {
  const status = name === LINT.name ? lintFineFiles(args, io) : undefined;
  if (status !== undefined) return status;
  keepCompiledCode(io.env);
  switch (name) {
    case "explain":
      return (await import("./commands/explain.ts")).explain(args, io);
    case "init":
      return (await import("./commands/init.ts")).init(args, io);
    case "config":
      return (await import("./commands/config.ts")).showConfig(args, io);
    case "rules":
      return (await import("./commands/rules.ts")).listRules(args, io);
    case "uri":
      return (await import("./commands/uri.ts")).takeApart(args, io);
    case "secrets":
      return (await import("./commands/secrets.ts")).listSecrets(args, io);
    case "gitleaks":
      return (await import("./commands/gitleaks.ts")).printGitleaks(args, io);
    case "completion":
      return (await import("./commands/completion.ts")).printCompletion(args, io);
    case "plan":
      return (await import("./commands/plan.ts")).planChanges(args, io);
    case "submit":
      return (await import("./commands/submit.ts")).submit(args, io);
    case "pull":
      return (await import("./commands/pull.ts")).pull(args, io);
    case "lsp":
      (await import("./small-heap.ts")).keepHeapSmall();
      return (await import("./commands/lsp.ts")).serveEditor(args, io);
    default:
      return (await import("./commands/lint.ts")).lintPaths(args, io);
  }
}
