import type { Rule } from "@restream-lint/core";
import { DOCUMENT_EXTENSIONS } from "../document-extensions.ts";
import { type Command, COMMANDS, LINT, type Option } from "../options.ts";
import { SEVERITIES } from "../severities.ts";
import { argumentsOf, type Offer, offerOf, REVISIONS } from "./offer.ts";
import { plainSummary } from "./plain-summary.ts";

/** The script for fish: to be saved as `restream-lint.fish` in a folder of `fish_complete_path`, or sourced. */
export function fishCompletion(rules: readonly Rule[]): string {
  const others = COMMANDS.filter((it) => it !== LINT);
  const optional = LINT.options.filter((it) => it.isValueOptional).map(({ name }) => name);
  return `\
# Completion of restream-lint for fish. Printed by: restream-lint completion fish

# Whether this is the command that is being called; '' stands for linting, which needs no word.
function __restream_lint_is
    set -l words (commandline -opc)
    if contains -- "$words[2]" ${others.map(({ name }) => name).join(" ")}
        test "$words[2]" = "$argv[1]"
    else
        test '' = "$argv[1]"
    end
end

function __restream_lint_is_first
    test (count (commandline -opc)) -eq 1
end

function __restream_lint_documents
    # Behind the \`=\` of what may stand alone, fish asks for arguments, too.
    string match -q -r -- '^--(?:${optional.join("|")})=' (commandline -ct); and return
    set -l found (complete -C "__fish_command_without_completions "(commandline -ct))
    # Any other file may be named, too.
    string match -r -- '^.*(?:/|\\.(?:${DOCUMENT_EXTENSIONS.join("|")}))$' $found
    or printf '%s\\n' $found
end

function __restream_lint_revisions
    ${REVISIONS}
end

function __restream_lint_rules
    printf '%s\\t%s\\n' \\
${rules.map((it) => `        ${it.id} ${quoted(plainSummary(it.docs.summary))}`).join(" \\\n")}
end

# ID=SEVERITY.
function __restream_lint_severities
    set -l rule (string match -r -- '^(?:--rule=)?+([^=]+)=' (commandline -ct))
    if set -q rule[2]
        printf '%s\\n' $rule[2]={${SEVERITIES.join(",")}}
    else
        __restream_lint_rules | string replace -r '\\t' '=\\t'
    end
end

# FORMAT or FORMAT=FILE.
function __restream_lint_formats
    set -l format (string match -r -- '^(?:--format=)?+([^=]+)=(.*)$' (commandline -ct))
    if set -q format[2]
        set -l found (complete -C "__fish_command_without_completions $format[3]")
        string replace -r -- '^' "$format[2]=" $found
    else
        printf '%s\\n' $argv
    end
end

complete -c restream-lint -f
${others.map(commandLine).join("\n")}
${COMMANDS.map(linesOf).join("\n")}
`;
}

function commandLine({ name, summary }: Command): string {
  return `complete -c restream-lint -n __restream_lint_is_first -a ${name} -d ${quoted(summary)}`;
}

function linesOf(command: Command): string {
  const start = `complete -c restream-lint -n '__restream_lint_is "${command.name}"'`;
  const offered = argumentFor(argumentsOf(command));
  return [
    ...(offered === "" ? [] : [`${start}${offered}`]),
    ...command.options.map((it) => `${start} ${optionLine(it)}`),
  ].join("\n");
}

function optionLine(option: Option): string {
  const { name, short, summary } = option;
  const written = `${short === undefined ? "" : `-s ${short} `}-l ${name}`;
  return `${written}${valueFor(option)} -d ${quoted(summary)}`;
}

/** A value that must follow (`-r`, `-x`) or may; unless it is a file, fish is told to offer none (`-f`, `-x`). */
function valueFor(option: Option): string {
  if (option.value === undefined) return "";
  const offer = offerOf(option);
  const needed = offer.kind === "files" ? " -r" : " -x";
  return `${option.isValueOptional ? " -f" : needed}${argumentFor(offer)}`;
}

function argumentFor(offer: Offer): string {
  switch (offer.kind) {
    case "words":
      return ` -a '${offer.words.join(" ")}'`;
    case "formats":
      return ` -a '(__restream_lint_formats ${offer.words.join(" ")})'`;
    case "files":
      return " -F";
    case "nothing":
      return "";
    default:
      return ` -k -a '(__restream_lint_${offer.kind})'`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}
