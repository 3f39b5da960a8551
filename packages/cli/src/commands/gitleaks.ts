import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { NO_SECRETS, SCANNER_RULES, type ScannerRule } from "../scanner-rules.ts";

/** Prints rules for secret scanners, as gitleaks reads them. */
export function printGitleaks(args: Arguments, io: Io): number {
  if (args.paths.length > 0)
    throw new UsageError("gitleaks takes no argument: it prints rules, for gitleaks to use");
  io.stdout.write(`${[HEAD, ...SCANNER_RULES.map(tableOf)].join("\n\n")}\n`);
  return EXIT.ok;
}

const HEAD = `\
# Stream keys, passphrases and push tokens in RTMP and SRT addresses, for secret scanners.
# Printed by: restream-lint gitleaks
#
# gitleaks (8.21 or later), together with its own rules:
#   restream-lint gitleaks > .gitleaks.toml
#   gitleaks git .
# With a .gitleaks.toml of your own, save this one beside it, and write there:
#   [extend]
#   path = "restreams.gitleaks.toml"
#
# Other scanners: the patterns are RE2, with the secret in the first group, and serve as custom rules
# of TruffleHog (detectors: regex), Nosey Parker (rules: pattern) and detect-secrets (plugins).
# In restream documents, restream-lint secrets finds more: it reads the addresses, and needs no pattern.

title = "Secrets of live streams"

[extend]
useDefault = true`;

function tableOf({ id, description, regex, keywords }: ScannerRule): string {
  return [
    "[[rules]]",
    `id = ${quoted(id)}`,
    `description = ${quoted(description)}`,
    `regex = ${literal(regex)}`,
    "secretGroup = 1",
    `keywords = [${keywords.map(quoted).join(", ")}]`,
    "[[rules.allowlists]]",
    'description = "placeholders, and what guides write in the place of a secret"',
    `regexes = [\n${NO_SECRETS.map((it) => `  ${literal(it)},\n`).join("")}]`,
  ].join("\n");
}

/** A basic string: what is quoted here has nothing in it to escape. */
function quoted(text: string): string {
  return `"${text}"`;
}

/** A literal string, in which TOML escapes nothing. */
function literal({ source, ignoreCase }: RegExp): string {
  return `'''${ignoreCase ? "(?i)" : ""}${source.replaceAll("\\/", "/")}'''`;
}
