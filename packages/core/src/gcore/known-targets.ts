import { hostName, LONGEST_NAME, platformOf } from "./platforms.ts";
import {
  type Fact,
  type Platform,
  type Reference,
  type TargetFacts,
  UNNAMED,
} from "./target-facts.ts";

type ValueOf<F> = F extends Fact<infer Value> ? Value : never;

/** What the user knows of targets, in the settings: a host, or `*.` and any labels before the rest, and its facts. */
export type TargetSettings = { readonly host: string } & {
  readonly [Name in keyof TargetFacts as Exclude<Name, "ports">]?:
    | ValueOf<NonNullable<TargetFacts[Name]>>
    | undefined;
};

/** Finds what is known of the server that a stream is pushed to. */
export type TargetLookup = (host: string, streamKey?: string) => Platform | undefined;

/**
 * A lookup in the user's targets and the built-in table. Each fact is the first that the user's fitting targets have,
 * else the table's.
 */
export function createTargetLookup(targets: readonly TargetSettings[] = []): TargetLookup {
  if (targets.length === 0) return platformOf;
  const byHost = new Map<string, Entry[]>();
  for (const [index, target] of targets.entries()) {
    const host = hostName(target.host);
    const entry = { index, facts: factsOf(target) };
    const entries = byHost.get(host);
    if (entries) entries.push(entry);
    else byHost.set(host, [entry]);
  }
  return (host, streamKey) => {
    const known = platformOf(host, streamKey);
    const entries = entriesAt(byHost, hostName(host));
    if (entries.length === 0) return known;
    // The first wins, so it is written last.
    const facts = entries.toReversed().map((it) => it.facts);
    return Object.assign({ ...(known ?? NOT_IN_TABLE) }, ...facts) as Platform;
  };
}

interface Entry {
  readonly index: number;
  readonly facts: TargetFacts;
}

/** All entries that fit a host, in the order of the settings. */
function entriesAt(byHost: ReadonlyMap<string, readonly Entry[]>, name: string): readonly Entry[] {
  if (name.length > LONGEST_NAME) return [];
  const found = [...(byHost.get(name) ?? [])];
  for (let dot = name.indexOf("."); dot > 0; dot = name.indexOf(".", dot + 1)) {
    found.push(...(byHost.get(`*${name.slice(dot)}`) ?? []));
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** What stands in the settings. */
export const SETTINGS: Reference = { by: "the settings", page: "settings" };
const NOT_IN_TABLE: Platform = { name: UNNAMED, hosts: [], source: SETTINGS };

function factsOf({ host: _, ...values }: TargetSettings): TargetFacts {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, { value, source: SETTINGS }]),
  );
}
