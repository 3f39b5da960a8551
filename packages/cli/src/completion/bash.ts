import { DOCUMENT_EXTENSIONS } from "../document-extensions.ts";
import { type Command, COMMANDS, LINT, type Option } from "../options.ts";
import { SEVERITIES } from "../severities.ts";
import { argumentsOf, type Offer, offerOf, REVISIONS } from "./offer.ts";

/** The script for bash, from 3.2 on, without the help of bash-completion. */
export function bashCompletion(rules: readonly string[]): string {
  const names = COMMANDS.filter((it) => it !== LINT).map(({ name }) => name);
  return `\
# Completion of restream-lint for bash. Printed by: restream-lint completion bash

_restream_lint() {
  local IFS=$' \\t\\n' command='' bare='' option='' prefix='' inner='' mark='' word quoted options offer arguments
  local -a words=()
  local newline=$'\\n' last=0 i
  COMPREPLY=()

  # Bash parts words at \`=\`: put them together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    last=$((\${#words[@]} - 1))
    if ((last >= 0)) && { [[ $word == =* ]] || [[ -n $word && \${words[last]} == *= ]]; }; then
      words[last]+=$word
    else
      words+=("$word")
    fi
  done
  last=$((\${#words[@]} - 1))
  ((last >= 0)) || return 0
  local current=\${words[last]}

  if ((last > 0)); then
    case \${words[0]} in
      ${names.join(" | ")}) command=\${words[0]} ;;
    esac
    # The value of an option may be the word behind it, but not behind \`--\`.
    option=\${words[last - 1]}
    for ((i = 0; i < last; i++)); do
      [[ \${words[i]} != -- ]] || bare=1
    done
  fi
  if [[ -z $bare && $current == --*=* ]]; then
    option=\${current%%=*}
    prefix=$option=
    current=\${current#*=}
  elif [[ -n $bare || $option != -* ]]; then
    option=''
  fi

  case $command in
${COMMANDS.map(caseOf).join("\n")}
  esac
  if [[ -n $prefix && $offer == arguments ]]; then
    return 0
  elif [[ $offer == arguments && -z $bare && $current == -* ]]; then
    offer="words $options"
  elif [[ $offer == arguments ]]; then
    offer=$arguments
    ((last > 0)) || offer='commands'
  fi

  # A quote that is open yet: what a Tab makes of the word begins behind it.
  if [[ $current == [\\'\\"]* ]]; then
    mark=\${current:0:1}
    current=\${current:1}
  fi

  local candidates=''
  case $offer in
    words\\ *) candidates=\${offer#words } ;;
    formats\\ *)
      if [[ $current == *=* ]]; then
        inner=\${current%%=*}=
        current=\${current#*=}
        offer=files
      else
        candidates=\${offer#formats }
      fi
      ;;
    # A branch may be called \`x$(reboot)\`: what it is called is never read as a script.
    revisions) candidates=$(${REVISIONS}) ;;
    rules) candidates=$_restream_lint_rules ;;
    severities)
      if [[ $current == *=* ]]; then
        inner=\${current%%=*}=
        current=\${current#*=}
        candidates='${SEVERITIES.join(" ")}'
      else
        candidates=\${_restream_lint_rules// /= }=
        compopt -o nospace 2>/dev/null
      fi
      ;;
    commands) candidates='${names.join(" ")}' ;;
  esac
  # What stands before a \`=\` is left alone, unless \`=\` parts no words.
  [[ -z $mark && $COMP_WORDBREAKS != *=* ]] || prefix=''
  [[ -n $mark || $COMP_WORDBREAKS != *=* ]] || inner=''
  prefix+=$inner
  if [[ -n $candidates ]]; then
    while IFS= read -r word; do
      printf -v quoted %q "$word"
      # What a Tab has begun is quoted already. Quotes would take back what \`%q\` does.
      [[ -z $mark || $quoted == "$word" ]] || continue
      if [[ $word == "$current"* || $quoted == "$current"* ]]; then
        COMPREPLY+=("$prefix$quoted")
      fi
    done < <(printf '%s\\n' "\${candidates// /$newline}")
  fi
  case $offer in
    commands | documents | files)
      # Readline itself knows of quotes, where what is here found nothing.
      compopt -o filenames -o default 2>/dev/null
      while IFS= read -r word; do
        case $offer:$word in
          files:*) COMPREPLY+=("$prefix$word") ;;
          *:*.${DOCUMENT_EXTENSIONS.join(" | *:*.")}) [[ -d $word ]] || COMPREPLY+=("$prefix$word") ;;
        esac
      done < <(compgen -f -- "$current")
      # Among all files, they are already.
      [[ $offer != files ]] || return 0
      while IFS= read -r word; do
        COMPREPLY+=("$prefix$word")
      done < <(compgen -d -- "$current")
      ;;
  esac
  return 0
}

_restream_lint_rules='${rules.join(" ")}'

complete -F _restream_lint restream-lint
`;
}

/** What follows a command: its options, their values, and its arguments. */
function caseOf(command: Command): string {
  const { name, options } = command;
  const valued = options.filter(({ value }) => value !== undefined);
  return [
    `    '${name}')`,
    `      options='${options.flatMap(writtenOf).join(" ")}'`,
    `      arguments='${textOf(argumentsOf(command))}'`,
    "      case $option in",
    ...valued.map((it) => `        ${writtenOf(it).join(" | ")}) ${offeringOf(it)} ;;`),
    "        *) offer=arguments ;;",
    "      esac",
    "      ;;",
  ].join("\n");
}

function offeringOf(option: Option): string {
  const offering = `offer='${textOf(offerOf(option))}'`;
  // What may stand alone takes no word behind it.
  return option.isValueOptional ? `offer=arguments; [[ -z $prefix ]] || ${offering}` : offering;
}

function writtenOf({ name, short }: Option): string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

function textOf(offer: Offer): string {
  return "words" in offer ? [offer.kind, ...offer.words].join(" ") : offer.kind;
}
