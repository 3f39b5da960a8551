import {
  listed,
  meaningOf,
  nodesAt,
  parseSettings,
  placeIn,
  RULES_BY_ID,
  rulesNamedIn,
  type Settings,
  type SettingsShape,
  settingsShapeAt,
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
  const [root, step] = [steps[0]?.node, steps.at(-1)];
  if (!root || step?.node.kind !== "scalar") return undefined;
  const { node, entry, isKey } = step;
  const range = placeIn(node);
  const named = rulesNamedIn(root).find((it) => it === node || it === entry?.key);
  if (named) {
    const rule = RULES_BY_ID.get(String(named.value));
    const { text, language } = document;
    const own = (): Settings => parseSettings(text, { language }).settings ?? settings;
    return rule && { range, blocks: ruleWords(rule, own()) };
  }
  const path = pathOf(steps);
  const shape = shapeAbout(path);
  const name = path.findLast((it) => it !== undefined);
  if (!shape || name === undefined) return undefined;
  return {
    range,
    blocks: [...fieldWords(name, shape), meaningText(name, isKey ? undefined : node.value)],
  };
}

/** The keys from the root down; undefined for an item of a list. */
function pathOf(steps: readonly Step[]): readonly (string | undefined)[] {
  return steps.slice(1).map(({ entry }) => entry && String(entry.key.value));
}

/** The nearest that the schema says in words of a place that it knows. */
function shapeAbout(path: readonly (string | undefined)[]): SettingsShape | undefined {
  if (!settingsShapeAt(path)) return undefined;
  const shapes = path.map((_, index) => settingsShapeAt(path.slice(0, index + 1)));
  return shapes.findLast((it) => it?.["title"] ?? it?.["description"]);
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
