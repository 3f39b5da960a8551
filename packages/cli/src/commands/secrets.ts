import {
  createVariableNames,
  literalSecretsIn,
  MAX_LENGTH,
  variablesIn,
} from "@restream-lint/core";
import { type DocumentFile, documentFilesOf } from "../document-files.ts";
import { UsageError } from "../errors.ts";
import { inputsOf, STDIN } from "../inputs.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { printable } from "../printable.ts";
import { createPlaces, type SecretFile, secretsCounted } from "../secret-files.ts";
import { createSettingsFinder } from "../settings.ts";

/** Lists the secrets that documents hold, by place and kind, or moves them into variables. Never says what they are. */
export async function listSecrets(args: Arguments, io: Io): Promise<number> {
  const isMove = args.has("move");
  if (!isMove && args.has("env-file")) throw new UsageError("--env-file needs --move");
  const finder = await createSettingsFinder(args, io);
  const inputs = await inputsOf(args, io, finder);
  if (isMove && inputs.files.includes(STDIN))
    throw new UsageError("--move changes files: it cannot change standard input");

  const broken = finder.sources().find(({ byFile }) => !byFile);
  if (broken) throw new UsageError(`${broken.file}: broken settings: see restream-lint config`);
  const { files: documents, failed } = await documentFilesOf(inputs, finder, args, io);
  const files = documents.map((it) => ({ ...it, secrets: literalSecretsIn(it.document) }));
  const unread = files.filter(isPartlyUnread);
  for (const { file } of unread) {
    io.stderr.write(
      `restream-lint: ${printable(file)}: not all of it can be read, so there may be more secrets in it: lint it first\n`,
    );
  }
  const status = isMove ? await move(files, args, io) : list(files, io);
  if (failed || unread.length > 0) return EXIT.usage;
  if (files.length > 0) return status;
  io.stderr.write("restream-lint: there is no restream document here: name a file\n");
  return EXIT.nothing;
}

function list(files: readonly SecretFile[], io: Io): number {
  const taken = files.flatMap(({ document }) => variablesIn(document));
  const nameOf = createVariableNames(new Map(taken.map((name) => [name, undefined])));
  for (const file of files) {
    const placeOf = createPlaces(file);
    for (const secret of file.secrets)
      io.stdout.write(`${placeOf(secret)}: ${secret.kind}, could be \${${nameOf(secret)}}\n`);
  }
  const count = files.reduce((sum, { secrets }) => sum + secrets.length, 0);
  const hint = count > 0 ? "; --move puts them into variables and an env file" : "";
  if (files.length > 0) io.stdout.write(`${secretsCounted(count)} written out${hint}\n`);
  return count > 0 ? EXIT.found : EXIT.ok;
}

async function move(files: readonly SecretFile[], args: Arguments, io: Io): Promise<number> {
  if (files.every(({ secrets }) => secrets.length === 0)) return list(files, io);
  const { moveSecrets } = await import("./secrets-move.ts");
  return moveSecrets(files, args.value("env-file") ?? ".env", io);
}

/** Whether a secret may stand where nobody could look for it. An empty URI holds none. */
function isPartlyUnread({ document: { text, syntax, restreams } }: DocumentFile): boolean {
  const isUnread = restreams.some(({ uri }) => uri?.uri.fault && uri.uri.fault !== "empty");
  return text.length > MAX_LENGTH || syntax.faults.length > 0 || isUnread;
}
