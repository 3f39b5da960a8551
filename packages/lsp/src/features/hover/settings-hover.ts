import {
  listed,
  meaningOf,
  nodesAt,
  parseSettings,
  placeIn,
  rules,
  type Settings,
  SETTINGS_SCHEMA,
  type SettingsShape,
  type Step,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import type { Explanation } from "./explanation.ts";
import { code } from "./markdown.ts";
import { ruleWords } from "./rule-words.ts";

/** Explains a field of a settings file, or a rule that it names. */
export function explainSettings(
  { document, settings }: View,
  offset: number,
): Explanation | undefined {
  const steps = nodesAt(document.syntax.roots, offset);
  const node = steps.at(-1)?.node;
  if (node?.kind !== "scalar") return undefined;
  const range = placeIn(node);
  const names = namesOf(steps);
  const isValue = steps.at(-1)?.isKey === false;
  const id = ruleIdOf(names, isValue ? node.value : undefined);
  if (id !== undefined) {
    const rule = rules.find((it) => it.id === id);
    const { text, language } = document;
    const own = (): Settings => parseSettings(text, { language }).settings ?? settings;
    return rule && { range, blocks: ruleWords(rule, own()) };
  }
  const shapes = shapesAlong(names);
  const shape = shapes?.findLast(({ title, description }) => title ?? description);
  const name = names.findLast((it) => it !== ITEM);
  if (!shape || name === undefined) return undefined;
  return {
    range,
    blocks: [...fieldWords(name, shape), meaningText(name, isValue ? node.value : undefined)],
  };
}

/** The keys from the root down; `ITEM` for an item of a list. */
function namesOf(steps: readonly Step[]): readonly string[] {
  return steps.slice(1).map(({ entry }) => (entry ? String(entry.key.value) : ITEM));
}

const ITEM = "-";

/** The ID of a rule that is named there: by a key of `rules`, or by an item of `ignore`. */
function ruleIdOf(names: readonly string[], value: unknown): string | undefined {
  const [first, second, third, fourth] = names;
  if (first === "rules" && names.length === 2) return second;
  if (first === "overrides" && second === ITEM && third === "rules" && names.length === 4)
    return fourth;
  const isIgnored = first === "ignore" && second === ITEM && third === "rule" && names.length === 3;
  return isIgnored && typeof value === "string" ? value : undefined;
}

/** The schema of each field on the way; undefined where one is not known. */
function shapesAlong(names: readonly string[]): readonly SettingsShape[] | undefined {
  const shapes: SettingsShape[] = [];
  let shape: SettingsShape | undefined = SETTINGS_SCHEMA;
  for (const name of names) {
    shape = memberOf(shape, name);
    if (!shape) return undefined;
    shapes.push(shape);
  }
  return shapes;
}

function memberOf(
  { items, properties = {} }: SettingsShape,
  name: string,
): SettingsShape | undefined {
  if (name === ITEM) return items;
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function fieldWords(
  name: string,
  { title, description, enum: words, default: usual }: SettingsShape,
): readonly (string | undefined)[] {
  return [
    typeof title === "string" ? `**${title}** (${code(name)})` : `**${code(name)}**`,
    typeof description === "string" ? description : undefined,
    Array.isArray(words) ? `Takes ${listed(words.map((it) => code(String(it))))}.` : undefined,
    typeof usual === "string" ? `Default: ${code(usual)}.` : undefined,
  ];
}

function meaningText(name: string, value: unknown): string | undefined {
  const meaning = meaningOf(name === "latencyUnit" ? "latency_unit" : name, value);
  return meaning === undefined ? undefined : `${code(String(value))}: ${meaning}`;
}
