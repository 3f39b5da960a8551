import {
  isSecretParameter,
  type LiteralSecret,
  literalSecretsIn,
  parseDocument,
  placeOf,
  secretValueOf,
  type Target,
} from "@restream-lint/core";
import { type Hidden, hiddenIn } from "./hidden-in.ts";

/** A secret of a URI, or what may be one. */
export interface UriSecret {
  readonly secret: LiteralSecret;
  /** As a variable must hold it. */
  readonly value: string;
  /** What a part is called that is not known for a secret; undefined for one that is. */
  readonly word: string | undefined;
}

/**
 * The secrets of each URI, in its order, as documents write it; none of one that cannot be taken apart, and undefined where
 * one is to be mended first.
 */
export function secretsOf(uris: readonly string[]): readonly (readonly UriSecret[] | undefined)[] {
  const draft = JSON.stringify({ restreams: uris.map((uri) => ({ uri })) });
  const document = parseDocument(draft, { language: "json" });
  const targets = new Map(document.targets.map((it) => [it.field.path, it]));
  const known = new Map<Target, LiteralSecret[]>();
  for (const secret of literalSecretsIn(document)) {
    const others = known.get(secret.target);
    if (others) others.push(secret);
    else known.set(secret.target, [secret]);
  }
  return uris.map((_, index) => {
    const target = targets.get(`/restreams/${index}/uri`);
    return target ? inTarget(target, known.get(target) ?? []) : [];
  });
}

type Unread = Omit<UriSecret, "value">;

function inTarget(
  target: Target,
  known: readonly LiteralSecret[],
): readonly UriSecret[] | undefined {
  const hidden = hiddenIn(
    target.uri,
    known.map(({ part }) => part),
  );
  const all: readonly Unread[] = [
    ...known.map((secret) => ({ secret, word: undefined })),
    ...hidden.map((it) => unread(target, it)),
  ];
  const read = all.flatMap(({ secret, word }) => {
    const value = secretValueOf(secret);
    return value === undefined ? [] : [{ secret, word, value }];
  });
  return read.length === all.length
    ? read.toSorted((a, b) => a.secret.part.start - b.secret.part.start)
    : undefined;
}

function unread(target: Target, { range, part }: Hidden): Unread {
  const name = part?.kind === "value" ? part.pair.name.text : "";
  const isSecret = isSecretParameter(name);
  const kind = name === "passphrase" ? name : "streamid";
  const secret = { kind, target, part: range, ...placeOf(target.field, range) } as const;
  const word = (part?.kind ?? "part").replaceAll("-", "_").toUpperCase();
  return { secret, word: isSecret ? undefined : word };
}
