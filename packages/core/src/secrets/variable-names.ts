import type { Document } from "../document.ts";
import { platformOf } from "../gcore/platforms.ts";
import { UNNAMED } from "../gcore/target-facts.ts";
import { type LiteralSecret, type SecretKind, secretValueOf } from "./literal-secrets.ts";

const SUFFIXES: Readonly<Record<SecretKind, string>> = {
  "stream key": "KEY",
  passphrase: "PASSPHRASE",
  streamid: "STREAMID",
  password: "PASSWORD",
  token: "TOKEN",
};

/** Variables that are there, and what they hold; undefined where that is not known. */
export type Variables = ReadonlyMap<string, string | undefined>;

/**
 * Makes the function that proposes a variable for a secret: `YOUTUBE_KEY`, after the platform, else the host, else the
 * restream's number. Equal secrets of a kind share one; a variable that is there is proposed only for what it holds.
 */
export function createVariableNames(taken: Variables): (secret: LiteralSecret) => string {
  const names = new Set(taken.keys());
  const byValue = namesByValue(taken);
  const proposed = new Map<string, string>();
  const counts = new Map<string, number>();

  return (secret) => {
    const value = secretValueOf(secret);
    const key = `${secret.kind} ${value}`;
    const known = value === undefined ? undefined : proposed.get(key);
    if (known !== undefined) return known;
    const base = `${ownerOf(secret)}_${SUFFIXES[secret.kind]}`;
    const name = (value !== undefined && heldBy(value, base)) || freeName(base);
    names.add(name);
    proposed.set(key, name);
    return name;
  };

  /** The variable that holds this value, if it is called as it would be called now. */
  function heldBy(value: string, base: string): string | undefined {
    return byValue
      .get(value)
      ?.find((it) => it.startsWith(base) && /^(?:_[0-9]+)?$/.test(it.slice(base.length)));
  }

  function freeName(base: string): string {
    let count = counts.get(base) ?? 1;
    while (names.has(numbered(base, count))) count += 1;
    counts.set(base, count);
    return numbered(base, count);
  }
}

function namesByValue(variables: Variables): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const [name, value] of variables) {
    if (value !== undefined) names.set(value, [...(names.get(value) ?? []), name]);
  }
  return names;
}

function numbered(base: string, count: number): string {
  return count === 1 ? base : `${base}_${count}`;
}

/** The names of all variables that a document's placeholders speak of, those of restreams that are left out too. */
export function variablesIn({ text, wholeText }: Document): string[] {
  return [...(wholeText?.() ?? text).matchAll(/\$\{\s*(?:env:)?(\w+)/g)].map(
    ([, name = ""]) => name,
  );
}

/**
 * A variable for a secret that is still to be written: `YOUTUBE_KEY`, after the platform, else the host; none that is
 * taken.
 */
export function freeVariable(host: string, kind: SecretKind, taken: ReadonlySet<string>): string {
  const owner = platformOf(host)?.name ?? labelOf(host) ?? "RESTREAM";
  const base = `${capitals(owner)}_${SUFFIXES[kind]}`;
  let count = 1;
  while (taken.has(numbered(base, count))) count += 1;
  return numbered(base, count);
}

/** Whose secret it is, from what is never secret: the platform's name, else the host's. */
function ownerOf({ target: { restream, uri, platform } }: LiteralSecret): string {
  // Kick runs on IVS: one name for both.
  const [known] = platform?.name.split(" or ") ?? [];
  const owner =
    known !== undefined && known !== UNNAMED ? known : labelOf(uri.authority?.host.text ?? "");
  // With an `@` after it, as of a password with a `/` in it, the host may be none.
  const isAmbiguous = uri.text.includes("@", uri.authority?.hostAndPort.end);
  if (owner !== undefined && !isAmbiguous) return capitals(owner);
  const index = /\/([0-9]{1,9})$/.exec(restream.path)?.[1] ?? "0";
  return `RESTREAM_${Number(index) + 1}`;
}

function capitals(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
}

/** `studio-b` of `ingest.studio-b.net`, and of `ingest.studio-b.co.uk`. */
function labelOf(host: string): string | undefined {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  if (!/^[a-z]{2,}$/.test(last)) return undefined;
  const isCountry = last.length === 2 && labels.length > 2 && (labels.at(-2) ?? "").length <= 3;
  const label = labels.at(isCountry ? -3 : -2) ?? "";
  return labels.length > 1 && /^[a-z][a-z0-9-]{0,30}$/.test(label) ? label : undefined;
}
