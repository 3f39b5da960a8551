import {
  findSrtParameter,
  isSecretParameter,
  NO_PLACEHOLDERS,
  parseUri,
  type UriPart,
  uriPartsOf,
} from "@restream-lint/core";

/** Which parts of two URIs differ, in words and without what they say; none where the two are the same to the letter. */
export function uriDifferences(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [was, is] = [partsOf(before), partsOf(after)];
  const words = new Set([...was.keys(), ...is.keys()]);
  const differing = [...words].filter((it) => was.get(it) !== is.get(it));
  // Blanks, an order, or what cannot be taken apart.
  return differing.length > 0 ? differing : ["notation"];
}

/** All that a URI says in each of its parts. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const it of uriPartsOf(parseUri(text, NO_PLACEHOLDERS))) {
    const word = wordOf(it);
    const said = it.kind === "parameter" || it.kind === "value" ? pairText(it) : it.part.text;
    parts.set(word, `${parts.get(word) ?? ""}\n${said}`);
  }
  return parts;
}

function pairText({ kind, part }: UriPart): string {
  return `${kind} ${part.text}`;
}

function wordOf({ kind, pair }: UriPart): string {
  switch (kind) {
    case "userinfo":
      return "user name or password";
    case "stream-key":
      return "stream key";
    case "parameter":
    case "value": {
      const name = pair.name.text;
      // What is no parameter may be the rest of a secret.
      return isSecretParameter(name) || findSrtParameter(name) ? name : "unknown parameter";
    }
    case "scheme":
    case "host":
    case "port":
    case "app":
    case "path":
    case "query":
    case "fragment":
      return kind;
  }
}
