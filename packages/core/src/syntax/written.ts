import type { ScalarNode } from "./node.ts";

/**
 * A value as a style writes it; in double quotes where a plain style cannot. Words that older YAML readers take for
 * truth values and nulls are quoted too.
 */
export function written(value: string | number | boolean, style: ScalarNode["style"]): string {
  if (typeof value !== "string") return String(value);
  if (style === "single") return `'${value.replaceAll("'", "''")}'`;
  if (style === "double") return JSON.stringify(value);
  const isWord =
    /^[a-z][a-z0-9_-]*$/i.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
  const isPlaceholder = style === "plain" && /^\$\{\w+\}$/.test(value);
  return isWord || isPlaceholder ? value : JSON.stringify(value);
}
