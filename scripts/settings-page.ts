import { FIRST_SETTINGS, PRESETS, SETTINGS_FILES } from "../packages/core/src/index.ts";
import {
  SETTINGS_SCHEMA,
  type SettingsShape,
} from "../packages/core/src/schema/settings-schema.ts";
import { cell, GENERATED } from "./docs.ts";

/** docs/settings.md: where settings stand, what wins, and every field. */
export function settingsPage(): string {
  return `${[
    GENERATED,
    INTRODUCTION,
    `\`\`\`yaml\n${FIRST_SETTINGS}\`\`\``,
    PLACE,
    PRECEDENCE,
    "## Fields",
    "`null` is the same as absent. `$schema` and keys that start with `x-` are left alone.",
    fieldTable(SETTINGS_SCHEMA),
    ...["overrides", "ignore", "targets"].flatMap(entrySection),
    GLOBS,
    IGNORE,
    FAULTS,
  ].join("\n\n")}\n`;
}

const NAMES = SETTINGS_FILES.map((it) => `\`${it}\``);

const INTRODUCTION = `\
# Settings

Settings say how bad each finding is, which files are restream documents, what is left alone, and what you know of your targets.
They are data: nothing in them is ever run.

\`restream-lint init\` writes a first file, with everything but the preset commented out:`;

const PLACE = `\
\`restream-lint config FILE\` shows the settings in force for a file, and the line that each comes from.
An editor that knows JSON Schema can check the file against [its own](../schema/settings.schema.json).

## Which file holds

A document's settings are those of the nearest ${NAMES.slice(0, -1).join(", ")} or ${NAMES.at(-1)}, from its own folder upwards to the root of the repository, which is where \`.git\` is.
Of several in one folder the first of these names holds.
Files do not add up: what stands further up is not read.

\`--config FILE\` names one file for all documents, and \`--no-config\` reads none.
Standard input has the settings of the working directory, or of the folder that \`--stdin-filename\` names.`;

const PRECEDENCE = `\
## What wins

The first of these that says how bad a finding is decides:

1. \`--rule ID=SEVERITY\` on the command line
2. \`overrides\`: of those whose \`files\` fit, the last that names the rule
3. \`rules\`
4. the preset: \`--preset\`, else \`extends\`, else \`${PRESETS[0]}\`

| preset | errors | warnings | infos | \`hard-coded-secret\` |
|---|---|---|---|---|
| \`recommended\` | errors | warnings | infos | an info, at the first secret of a document |
| \`strict\` | errors | errors | infos | an error, at every secret |
| \`all\` | errors | errors | warnings | an error, at every secret |

A preset does not touch what the first three say.
\`hard-coded-secret: error\` names every secret too.

What a \`latency\` is read in: the restream's own \`latency_unit\`, else the entry of \`targets\` for its host, else what the platform documents, else \`latencyUnit\`, else what its size suggests.
Which latency is right: what the entry of \`targets\` says, else what the platform asks for, else the restream's own \`network\`, else the setting \`network\`, else 1–5 s.
Where several entries of \`targets\` fit one host, each fact is taken from the first that states it.`;

const GLOBS = `\
## Globs

- They are counted from the folder of the settings file, with \`/\` between folders: \`live/*.yml\`, \`studio/**\`, \`{a,b}/[0-9]?.json\`.
- One without \`/\` fits names in any folder: \`*.live.yml\`.
- \`!\` leaves out, and the last one that fits decides: \`["*.yml", "!vendor/**", "vendor/live.yml"]\`.
- A glob holds at most two \`**\`, and no more \`*\` and \`{a,b}\` than can be matched quickly: three \`*\` beside one \`**\`. A list holds at most 1000 globs. \`(a|b)\` is written \`{a,b}\`, and braces stand in no others.
- A leading \`/\`, a \`..\`, a \`\\\` and an open bracket are errors.

\`files\` adds to the names that are found anyway (\`restreams.yaml\`, \`*.restream.json\` and the like), in the folder of the settings and those in it.
A search that begins further up finds these files too.
What it leaves out is still linted where it is named, unless there is \`--force-exclude\`.
Folders called \`node_modules\` and \`.git\` are never searched.`;

const IGNORE = `\
## What is left alone

\`ignore\` is for JSON, which has no comments; YAML and JSON with comments can say it [in place](suppression.md).
An entry silences each finding that fits all that it says, and the summary counts them as suppressed.

An entry that silences nothing is reported in the settings file, as \`unused-suppression\`: where the whole folder of the settings was linted, and otherwise where each of the files that it names was.
Nothing is said of an entry for a rule that is off, for a rule that looks across files, or for a document with a syntax error.`;

const FAULTS = `\
## What is wrong with settings

A misspelt field or rule is a warning in the settings file, and linting goes on.
Anything that leaves open what you meant is an error there: nothing is linted under those settings, and the exit status is 2.`;

/** What the schema says of a field, as far as the page does. */
interface FieldSchema extends SettingsShape {
  readonly description?: string;
  readonly default?: string;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  readonly additionalProperties?: FieldSchema | false;
}

function entrySection(name: string): string[] {
  const { items = {}, description } = (SETTINGS_SCHEMA as FieldSchema).properties?.[name] ?? {};
  const about = items.description ?? description ?? "";
  return [`### An entry of \`${name}\``, about, fieldTable(items)];
}

function fieldTable({ properties = {}, required = [] }: FieldSchema): string {
  const rows = Object.entries(properties).flatMap(([name, field]) => {
    if (name === "$schema") return [];
    const needed = required.includes(name) ? " (needed)" : "";
    const about = field.description ?? field.items?.description ?? "";
    const preset = field.default === undefined ? "" : ` Default: \`${field.default}\`.`;
    return [`| \`${name}\`${needed} | ${cell(typeOf(field))} | ${cell(about + preset)} |`];
  });
  return ["| field | type | what it is |", "|---|---|---|", ...rows].join("\n");
}

function typeOf(field: FieldSchema): string {
  const { enum: choices, type, items = {}, properties, additionalProperties } = field;
  if (Array.isArray(choices)) return choices.map((it) => `\`${it}\``).join(", ");
  if (Array.isArray(type)) return "text, or list of texts";
  if (type === "array" && items.properties) return "list of mappings";
  if (type === "array") return items["enum"] ? `list of ${typeOf(items)}` : "list of texts";
  if (type === "string") return "text";
  if (type === "number") return ["number", ...boundsOf(field)].join(", ");
  if (additionalProperties) return `mapping of rule IDs to ${typeOf(additionalProperties)}`;
  const members = Object.entries(properties ?? {});
  return `mapping of ${members.map(([name, it]) => `\`${name}\` (${typeOf(it)})`).join(" and ")}`;
}

function boundsOf({ minimum, exclusiveMinimum, maximum }: FieldSchema): string[] {
  const bounds = { from: minimum, above: exclusiveMinimum, "up to": maximum };
  return Object.entries(bounds).flatMap(([word, it]) =>
    it === undefined ? [] : [`${word} ${it}`],
  );
}
