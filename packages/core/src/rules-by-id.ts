import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** The rules, for who meets their IDs in a text. */
export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(rules.map((it) => [it.id, it]));
