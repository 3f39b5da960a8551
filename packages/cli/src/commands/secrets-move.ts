import { realpathSync } from "node:fs";
import {
  applyEdits,
  counted,
  createVariableNames,
  type Edit,
  type LiteralSecret,
  type Move,
  moveEdits,
  secretValueOf,
  variablesIn,
} from "@restream-lint/core";
import { isFileError } from "@restream-lint/files";
import { addVariables, type EnvFile, isHoldable } from "../environment/env-file-writer.ts";
import { EXIT, type Io } from "../io.ts";
import { named } from "../named.ts";
import { openEnvFile } from "../environment/open-env-file.ts";
import { printable } from "../printable.ts";
import { reasonOf } from "../reason-of.ts";
import { createPlaces, type SecretFile, secretsCounted } from "../secret-files.ts";
import { checkWritable, writeText } from "../text-files.ts";

/**
 * Puts `${NAME}` in the place of each secret, and its value into an env file: that first, so that nothing is lost
 * whatever goes wrong after it.
 */
export function moveSecrets(files: readonly SecretFile[], envFile: string, io: Io): number {
  const documents = files.flatMap(({ path }) => (path === undefined ? [] : [realpathSync(path)]));
  const target = openEnvFile(envFile, documents, io);
  const changeable = files.filter((it) => it.secrets.length === 0 || isWritable(it, io));
  const plans = plansOf(files, changeable, target);
  const variables = newVariables(plans, target);
  if (variables.size > 0) named(envFile, () => addVariables(target, variables));

  const done = plans.filter((plan) => carryOut(plan, io));
  for (const plan of done) reportMoves(plan, io);
  const count = done.reduce((sum, { moves }) => sum + moves.length, 0);
  const added = counted(variables.size, "variable");
  const where = variables.size > 0 ? `; ${added} added to ${printable(envFile)}` : "";
  io.stdout.write(`${secretsCounted(count)} moved${where}\n`);
  if (variables.size > 0 && target.isOpen) {
    io.stderr.write(
      `restream-lint: others could read ${printable(envFile)}: now only its owner can\n`,
    );
  }
  if (count > 0) {
    io.stderr.write(
      "restream-lint: a secret that was ever committed or sent is still known: have new ones made\n",
    );
  }
  if (changeable.length < files.length || done.length < plans.length) return EXIT.usage;
  return plans.some(({ left }) => left.length > 0) ? EXIT.found : EXIT.ok;
}

function newVariables(plans: readonly Plan[], { variables }: EnvFile): Map<string, string> {
  const added = new Map<string, string>();
  for (const { name, secret } of plans.flatMap(({ moves }) => moves)) {
    const value = secretValueOf(secret);
    if (value !== undefined && !variables.has(name)) added.set(name, value);
  }
  return added;
}

/** What is to be done with one document. */
interface Plan {
  readonly file: SecretFile;
  readonly moves: readonly Move[];
  readonly edits: readonly Edit[];
  /** What has to stay, and why. */
  readonly left: readonly { readonly secret: LiteralSecret; readonly reason: string }[];
}

function plansOf(
  files: readonly SecretFile[],
  changeable: readonly SecretFile[],
  { variables }: EnvFile,
): Plan[] {
  const used = files.flatMap(({ document }) => variablesIn(document));
  const taken = new Map<string, string | undefined>(used.map((name) => [name, undefined]));
  for (const [name, value] of variables) taken.set(name, value);
  const nameOf = createVariableNames(taken);
  return changeable.map((file) => planOf(file, nameOf));
}

function planOf(file: SecretFile, nameOf: (secret: LiteralSecret) => string): Plan {
  const moves: Move[] = [];
  const edits: Edit[] = [];
  const left: { secret: LiteralSecret; reason: string }[] = [];
  // Writing it would change what could not be read.
  const isLossy = file.document.text.includes("\ufffd");
  // The secrets of one value are moved together: quotes around it are written once.
  for (const secrets of byValue(file.secrets)) {
    const reason = isLossy
      ? "the file is not UTF-8"
      : secrets.map(reasonAgainst).find((it) => it !== undefined);
    const together =
      reason === undefined ? secrets.map((it) => ({ secret: it, name: nameOf(it) })) : [];
    const possible = moveEdits(together);
    if (possible) {
      moves.push(...together);
      edits.push(...possible);
    } else {
      const why = reason ?? "its value must stand on one line, in quotes";
      left.push(...secrets.map((secret) => ({ secret, reason: why })));
    }
  }
  return { file, moves, edits, left };
}

function byValue(secrets: readonly LiteralSecret[]): Iterable<readonly LiteralSecret[]> {
  const groups = new Map<unknown, LiteralSecret[]>();
  for (const secret of secrets) {
    const { node } = secret.target.field;
    const group = groups.get(node);
    if (group) group.push(secret);
    else groups.set(node, [secret]);
  }
  return groups.values();
}

function reasonAgainst(secret: LiteralSecret): string | undefined {
  const value = secretValueOf(secret);
  if (value === undefined) return "mend the other mistakes in it first";
  return isHoldable(value) ? undefined : "an env file cannot hold its characters";
}

function carryOut({ file, edits }: Plan, io: Io): boolean {
  const { path, document } = file;
  if (edits.length === 0 || path === undefined) return true;
  return isDone(file, io, () => writeText(path, applyEdits(document.text, edits)));
}

/** Looks before anything is written: the values of a document that has to stay as it is are not copied. */
function isWritable(file: SecretFile, io: Io): boolean {
  const { path } = file;
  return path === undefined || isDone(file, io, () => checkWritable(path));
}

/** Says why a document stays as it is. */
function isDone({ file }: SecretFile, io: Io, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    io.stderr.write(`restream-lint: ${printable(file)}: ${reasonOf(error)}: it stays as it is\n`);
    return false;
  }
}

function reportMoves({ file, moves, left }: Plan, io: Io): void {
  const placeOf = createPlaces(file);
  for (const { secret, name } of moves)
    io.stdout.write(`${placeOf(secret)}: ${secret.kind}, moved to \${${name}}\n`);
  for (const { secret, reason } of left)
    io.stdout.write(`${placeOf(secret)}: ${secret.kind}, left where it is: ${reason}\n`);
}
