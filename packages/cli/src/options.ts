import { PRESETS } from "@restream-lint/core";

/** One option, said once: parsed, shown by `--help` and printed in docs/cli.md. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; absent for a switch. */
  readonly value?: string;
  /** Whether it may stand without its value, which is written behind a `=` alone. */
  readonly isValueOptional?: true;
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
  /** Whether a choice may be followed by `=` and a file that it goes to. */
  readonly takesFile?: true;
  readonly summary: string;
}

/** One command: what it is called with, and what for. */
export interface Command {
  /** Empty for linting, which needs no word. */
  readonly name: string;
  /** Its arguments, as the help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Whether it asks the API, as the environment says. */
  readonly isRemote?: true;
}

const COLOR: Option = {
  name: "color",
  value: "when",
  choices: ["auto", "always", "never"],
  summary: "When to colour; auto means on a terminal, and heeds NO_COLOR and FORCE_COLOR",
};
const HELP: Option = { name: "help", short: "h", summary: "Show this help" };
const STDIN_FILENAME: Option = {
  name: "stdin-filename",
  value: "name",
  summary: "What to call standard input; its extension says YAML or JSON",
};
const CONFIG: Option = {
  name: "config",
  value: "file",
  summary:
    "Settings for all files, instead of the nearest .restream-lint.yaml, .yml or .json upwards",
};
const NO_IGNORE: Option = {
  name: "no-ignore",
  summary: "Search directories for documents that git ignores, too",
};
const NO_CONFIG: Option = { name: "no-config", summary: "Read no settings file" };

/** What placeholders are filled in from. */
const ENVIRONMENT: readonly Option[] = [
  {
    name: "env",
    summary:
      "Fill in placeholders from the environment, and lint what comes of it; it is never printed",
  },
  {
    name: "env-file",
    value: "file",
    isRepeatable: true,
    summary: "Fill in placeholders from a file; a later one wins, and with --env the environment",
  },
];

const PRUNE: Option = {
  name: "prune",
  summary:
    "Delete what is at Gcore and not in the documents, of the streams that they name; asks first, and needs each document named",
};

/** What decides how bad a finding is. */
const SETTINGS: readonly Option[] = [
  {
    name: "rule",
    value: "id=severity",
    isRepeatable: true,
    summary: "Set a rule to error, warning, info or off",
  },
  CONFIG,
  NO_CONFIG,
  {
    name: "preset",
    value: "preset",
    choices: PRESETS,
    summary: "How strict to be, instead of what the settings extend",
  },
];

/** How findings can be printed. */
const FORMATS: readonly string[] = [
  "pretty",
  "concise",
  "json",
  "jsonl",
  "sarif",
  "github",
  "gitlab",
  "junit",
  "checkstyle",
  "markdown",
];

/** What `restream-lint` does when no command is named. */
export const LINT: Command = {
  name: "",
  usage: "[path…]",
  summary: "Lint files, directories (searched for restream documents), or - for standard input",
  options: [
    {
      name: "format",
      short: "f",
      value: "format[=file]",
      choices: FORMATS,
      takesFile: true,
      isRepeatable: true,
      summary:
        "How to print what was found, and into which file; pretty is the default, after github in GitHub Actions",
    },
    { name: "fix", summary: "Apply the safe fixes to the files" },
    {
      name: "unsafe-fixes",
      summary: "With --fix or --diff: also apply a suggestion where there is just one",
    },
    {
      name: "diff",
      summary: "Print what --fix would do as a patch with secrets masked, and change nothing",
    },
    {
      ...STDIN_FILENAME,
      summary: `${STDIN_FILENAME.summary}; .ndjson and .jsonl, with --format jsonl, that each line is a document`,
    },
    ...ENVIRONMENT,
    {
      name: "max-warnings",
      value: "n",
      summary: "Exit with 1 if there are more warnings than this",
    },
    { name: "quiet", short: "q", summary: "Print errors only" },
    { name: "no-error-on-unmatched", summary: "Exit with 0 where there is nothing to lint" },
    {
      name: "force-exclude",
      summary:
        "Leave out excluded paths (node_modules, .git, what the settings leave out) even if they are named",
    },
    NO_IGNORE,
    {
      name: "staged",
      summary: "Lint what git is about to commit, as it is in the index, with the settings there",
    },
    {
      name: "changed",
      value: "rev",
      isValueOptional: true,
      summary:
        "Lint the files that differ from where this branch left another one, which is the remote's usual one, main or master",
    },
    {
      name: "baseline",
      value: "file",
      summary: "Leave out the findings that this file holds; exit with 1 if some are found no more",
    },
    { name: "update-baseline", summary: "Write all that is found into the baseline" },
    {
      name: "prune-baseline",
      summary: "Take out of the baseline what is found no more, and add nothing",
    },
    {
      name: "per-file",
      summary: "Judge each file by itself: say nothing of what only several together show",
    },
    ...SETTINGS,
    {
      name: "watch",
      summary:
        "Lint again whenever a document, a settings file or an env file changes, until Ctrl-C",
    },
    {
      name: "jobs",
      short: "j",
      value: "n",
      summary:
        "How many threads lint, from 1 to 64; 1 is the default, auto takes half as many as there are cores if there are thousands of files",
    },
    { name: "stats", summary: "Say on standard error how much was linted, and how long it took" },
    COLOR,
    HELP,
    { name: "version", short: "V", summary: "Show the version" },
  ],
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  LINT,
  { name: "explain", usage: "<rule>", summary: "Show a rule's page", options: [COLOR, HELP] },
  {
    name: "rules",
    usage: "",
    summary: "List all rules",
    options: [
      {
        name: "format",
        short: "f",
        value: "format",
        choices: ["pretty", "json"],
        summary: "pretty is the default",
      },
      {
        name: "preset",
        value: "preset",
        choices: PRESETS,
        summary: "Show the severities of a preset; recommended is the default",
      },
      COLOR,
      HELP,
    ],
  },
  {
    name: "init",
    usage: "",
    summary: "Write a first restreams.yaml and a settings file, with comments, into this folder",
    options: [HELP],
  },
  {
    name: "config",
    usage: "[path]",
    summary: "Show the settings in force for a file, and where each comes from",
    options: [
      {
        name: "format",
        short: "f",
        value: "format",
        choices: ["pretty", "json"],
        summary: "pretty is the default",
      },
      ...SETTINGS,
      COLOR,
      HELP,
    ],
  },
  {
    name: "uri",
    usage: "<URI>",
    summary:
      "Take one address apart: parts, defaults, latency in each unit, findings; - reads it from standard input",
    options: [COLOR, HELP],
  },
  {
    name: "secrets",
    usage: "[path…]",
    summary:
      "List the secrets that are written out in restream documents, without saying what they are; exits with 1 if there are any",
    options: [
      {
        name: "move",
        summary:
          "Put ${NAME} in the place of each, and its value into an env file that only its owner can read",
      },
      {
        name: "env-file",
        value: "file",
        summary:
          "With --move: where the values go; .env is the default, and no file that git tracks",
      },
      NO_IGNORE,
      STDIN_FILENAME,
      CONFIG,
      NO_CONFIG,
      HELP,
    ],
  },
  {
    name: "plan",
    isRemote: true,
    usage: "[path…]",
    summary: "Show what submit would change at Gcore, with the API token of GCORE_API_KEY",
    options: [
      {
        name: "format",
        short: "f",
        value: "format",
        choices: ["pretty", "json"],
        summary: "pretty is the default",
      },
      {
        name: "out",
        value: "file",
        summary: "Save the plan for submit --plan, without a secret in it",
      },
      { name: "detailed-exitcode", summary: "Exit with 5 where something would change" },
      PRUNE,
      NO_IGNORE,
      STDIN_FILENAME,
      ...ENVIRONMENT,
      ...SETTINGS,
      COLOR,
      HELP,
    ],
  },
  {
    name: "submit",
    isRemote: true,
    usage: "[path…]",
    summary: "Lint, plan, ask, and then create and change the restreams at Gcore",
    options: [
      { name: "yes", short: "y", summary: "Ask nothing; needed where no terminal is there to ask" },
      {
        name: "plan",
        value: "file",
        summary: "Submit what plan --out saved, or nothing if anything has moved",
      },
      PRUNE,
      { name: "allow-live", summary: "Change and delete restreams that are on air, too" },
      { name: "fail-fast", summary: "Begin nothing more after the first that fails" },
      {
        name: "concurrency",
        value: "n",
        summary: "How many to work on at the same time, from 1 to 32; 4 is the default",
      },
      NO_IGNORE,
      STDIN_FILENAME,
      ...ENVIRONMENT,
      ...SETTINGS,
      COLOR,
      HELP,
    ],
  },
  {
    name: "pull",
    isRemote: true,
    usage: "",
    summary: "Print the restreams that exist at Gcore as a document, with ${NAME} for each secret",
    options: [
      { name: "out", value: "file", summary: "Write the document into a new file instead" },
      {
        name: "env-file",
        value: "file",
        summary:
          "Where the secrets go: a file that only its owner can read, and none that git tracks; nowhere without it",
      },
      HELP,
    ],
  },
  {
    name: "lsp",
    isRemote: true,
    usage: "",
    summary: "Serve an editor: the language server, on standard input and output",
    options: [
      { name: "stdio", summary: "On standard input and output; so it is in any case" },
      { name: "node-ipc", summary: "On the channel of the Node.js that started it" },
      { name: "env", summary: "To plan and submit: fill in placeholders from the environment" },
      {
        name: "env-file",
        value: "file",
        isRepeatable: true,
        summary: "To plan and submit: fill in placeholders from a file",
      },
      {
        name: "clientProcessId",
        value: "pid",
        summary: "The editor's process: the server ends when that is gone",
      },
      HELP,
    ],
  },
  {
    name: "completion",
    usage: "<shell>",
    summary: "Print the script that completes command lines in bash, zsh or fish",
    options: [HELP],
  },
  {
    name: "gitleaks",
    usage: "",
    summary: "Print rules that find such secrets anywhere, for gitleaks and other secret scanners",
    options: [HELP],
  },
];
