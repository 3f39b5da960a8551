import type { Rule } from "@restream-lint/core";
import { DOCUMENT_EXTENSIONS } from "../document-extensions.ts";
import { type Command, COMMANDS, LINT, type Option } from "../options.ts";
import { SEVERITIES } from "../severities.ts";
import { argumentsOf, type Offer, offerOf, REVISIONS } from "./offer.ts";
import { plainSummary } from "./plain-summary.ts";

/** The script for zsh: to be sourced behind `compinit`, or saved as `_restream-lint` in a folder of `fpath`. */
export function zshCompletion(rules: readonly Rule[]): string {
  const others = COMMANDS.filter((it) => it !== LINT);
  return `\
#compdef restream-lint
# Completion of restream-lint for zsh. Printed by: restream-lint completion zsh

_restream-lint() {
  local curcontext="$curcontext" command=''
  typeset -A opt_args
  if (( CURRENT > 2 )); then
    case $words[2] in
      ${others.map(({ name }) => name).join("|")})
        command=$words[2]
        shift words
        (( CURRENT-- ))
        ;;
    esac
  fi
  case $command in
${COMMANDS.map(caseOf).join("\n")}
  esac
}

_restream-lint_commands() {
  local -a commands=(
${others.map((it) => `    ${described(it.name, it.summary)}`).join("\n")}
  )
  _describe -t commands command commands
  _restream-lint_documents
}

_restream-lint_documents() {
  _files -g '*.(${DOCUMENT_EXTENSIONS.join("|")})(-.)'
}

# A format, or FORMAT=FILE.
_restream-lint_formats() {
  if compset -P 1 '*='; then
    _files
  else
    compadd -- "$@"
  fi
}

_restream-lint_revisions() {
  compadd -- \${(f)"$(${REVISIONS})"}
}

_restream-lint_rules() {
  local -a rules=(
${rules.map((it) => `    ${described(it.id, plainSummary(it.docs.summary))}`).join("\n")}
  )
  _describe -t rules rule rules "$@"
}

# ID=SEVERITY.
_restream-lint_severities() {
  if compset -P 1 '*='; then
    compadd -- ${SEVERITIES.join(" ")}
  else
    _restream-lint_rules -S =
  fi
}

if [[ $funcstack[1] == _restream-lint ]]; then
  _restream-lint "$@"
else
  compdef _restream-lint restream-lint
fi
`;
}

function caseOf(command: Command): string {
  const specs = [...command.options.map(specOf), ...argumentSpecs(command)];
  return [
    `    ${command.name === "" ? "''" : command.name})`,
    "      _arguments -s -S : \\",
    specs.map((it) => `        ${it}`).join(" \\\n"),
    "      ;;",
  ].join("\n");
}

/** As `_arguments` has them: `'(-f --format)'{-f+,--format=}'[what it does]:what follows:action'`. */
function specOf(option: Option): string {
  const { name, short, value, isRepeatable } = option;
  // With `=-`, a value stands behind the `=` or nowhere.
  const long = `--${name}${value === undefined ? "" : "="}${option.isValueOptional ? "-" : ""}`;
  const brief = value === undefined ? `-${short}` : `-${short}+`;
  const rest = quoted(`[${escaped(option.summary)}]${value === undefined ? "" : actionOf(option)}`);
  if (short === undefined) return `${isRepeatable ? "'*'" : ""}${long}${rest}`;
  return `${isRepeatable ? "'*'" : `'(-${short} --${name})'`}{${brief},${long}}${rest}`;
}

function actionOf(option: Option): string {
  const { value = "" } = option;
  return `${option.isValueOptional ? "::" : ":"}${escaped(value.replaceAll(/[[\]]/g, ""))}:${actionFor(offerOf(option))}`;
}

function argumentSpecs(command: Command): string[] {
  const offer = argumentsOf(command);
  if (command.name === LINT.name) {
    return [quoted("1: : _restream-lint_commands"), quoted(`*: :${actionFor(offer)}`)];
  }
  if (offer.kind === "nothing") return [];
  return [quoted(`${command.usage.includes("…") ? "*" : "1"}: :${actionFor(offer)}`)];
}

function actionFor(offer: Offer): string {
  switch (offer.kind) {
    case "words":
      return `(${offer.words.join(" ")})`;
    case "formats":
      return ` _restream-lint_formats ${offer.words.join(" ")}`;
    case "files":
      return "_files";
    case "nothing":
      return " ";
    default:
      // With a blank before it, it is called as it is.
      return ` _restream-lint_${offer.kind}`;
  }
}

/** A word and what it is, for `_describe`. */
function described(word: string, summary: string): string {
  return quoted(`${word}:${summary.replaceAll("\\", "\\\\")}`);
}

/** Inside the brackets of a spec. */
function escaped(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
