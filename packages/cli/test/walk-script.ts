import { join } from "node:path";
import type { Country } from "./country.ts";
import type { Step } from "./pages.ts";
import { ORDINARY, type World } from "./worlds.ts";

// What somebody does who follows a page, in bash.

/**
 * One script for the whole page, so that `cd` and `export` hold for what follows. In `place` it reads `text/N` of step N, and
 * writes `status/N`, `stdout/N`, `stderr/N`, and all that was called into `trace`.
 */
export function scriptOf(
  { folder, origin }: Country,
  place: string,
  steps: readonly Step[],
  world: World,
  token: string,
): string {
  const start = quoted(join(place, "start"));
  /** CI is for a repository of one's own. */
  const jobs = world.isClone ? quoted(join(place, "jobs")) : '"$PWD"';
  const from = (name: string) => quoted(join(place, name));
  return `set -e
PS4='+ '
exec 9>${from("trace")}
BASH_XTRACEFD=9
copied() { local copy; copy=$(mktemp -d); cp -a "$1/." "$copy"; cd "$copy"; }
# Command, answer: what is typed before the question is thrown away.
answered() {
  local pipe key text= said=; pipe=$(mktemp -u); mkfifo "$pipe"; exec 8<>"$pipe"
  script --quiet --flush --return --command "$1" /dev/null <&8 | while IFS= read -rd '' -n 1 key; do
    printf %s "$key"; text+=$key
    if [[ -z $said && $text == *'? ['*'] ' ]]; then echo "$2" >&8; said=1; fi
  done
  return "\${PIPESTATUS[0]}"
}
# Number, expected status, command.
line() {
  echo "step $1" >&9
  local status
  set +e
  { set -x; eval "$3"; status=$?; set +x; } > ${from("stdout")}/$1 2> ${from("stderr")}/$1
  set -e
  echo $status > ${from("status")}/$1
  [[ $status == "$2" ]]
}
${world.isClone ? `git clone --quiet ${quoted(origin)} ${start}` : ""}
cd ${start}
${settling(world)}
${world.isClone ? `mkdir ${jobs}; cd ${jobs}; ${settling(ORDINARY)}` : ""}
copied ${start}
${steps.flatMap(linesOf).join("\n")}
`;

  function linesOf(step: Step, index: number): string[] {
    switch (step.type) {
      case "file":
        return [saving(step.name, `cat ${from(`text/${index}`)}`)];
      case "output":
        return [];
      case "command": {
        const before = steps.slice(0, index).findLast(({ type }) => type === "command");
        const isFirst = before?.type !== "command" || before.block !== step.block;
        const typed = world.typed?.[step.line];
        return [
          ...(world.isApart && isFirst ? [`copied ${start}`] : []),
          world.before?.[step.line] ?? "",
          line(
            index,
            step.line,
            typed === undefined
              ? step.line.replaceAll("'…'", quoted(token))
              : `answered ${quoted(step.line)} ${quoted(typed)}`,
          ),
        ];
      }
      case "job":
        return job(index, step.line, `(set -e\n${step.line}\n)`);
      case "action": {
        const variables = {
          RESTREAM_LINT_PATHS: step.inputs.get("paths") ?? ".",
          RESTREAM_LINT_ARGS: step.inputs.get("args") ?? "",
          RESTREAM_LINT_SARIF_FILE: step.inputs.get("sarif-file") ?? "",
          GITHUB_ACTION_PATH: origin,
          GITHUB_ACTIONS: "true",
        };
        const words = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}`);
        const tag = quoted(`refs/tags/${step.revision}`);
        const isThere = `git -C ${quoted(origin)} rev-parse --quiet --verify ${tag}`;
        const run = `env ${words.join(" ")} bash -e ${quoted(join(folder, "action.sh"))}`;
        return job(index, "", `${isThere} && ${run}`);
      }
    }
  }

  /** In a folder of its own, with the file that says so. */
  function job(index: number, shown: string, command: string): string[] {
    const file = steps.findLastIndex((it, at) => at < index && it.type === "file");
    const saved = steps[file];
    return [
      `here=$PWD; copied ${jobs}`,
      saved?.type === "file" ? saving(saved.name, `cat ${from(`text/${file}`)}`) : "",
      line(index, shown, command),
      'cd "$here"',
    ];
  }

  function line(index: number, shown: string, command: string): string {
    return `line ${index} ${world.ends?.[shown] ?? 0} ${quoted(command)}`;
  }
}

/** Puts what a world has into the working directory. */
function settling({ files, setup = "" }: World): string {
  const saved = Object.entries(files).map(([name, text]) =>
    saving(name, `printf %s ${quoted(text)}`),
  );
  return `${saved.join("\n")}\n${setup}`;
}

function saving(name: string, command: string): string {
  return `mkdir -p "$(dirname ${quoted(name)})"; ${command} > ${quoted(name)}`;
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
