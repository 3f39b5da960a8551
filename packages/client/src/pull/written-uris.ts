import { parseUri } from "@restream-lint/core";
import { hiddenIn } from "./hidden-in.ts";
import { secretsOf } from "./secrets-of.ts";
import type { VariableNames } from "./variable-names.ts";
import { escapePlaceholders, heldBy, means, type WrittenText } from "./written-text.ts";

/** A URI, and what the variables are called that are not called after its target: `RESTREAM_3001`. */
export interface OwnedUri {
  readonly uri: string;
  readonly owner: string;
}

/**
 * The URIs as a document may say them: a variable stands for each secret, for what nobody can tell from one, and for the
 * whole of a URI that cannot be taken apart.
 */
export function writtenUris(
  all: readonly OwnedUri[],
  names: VariableNames,
): readonly WrittenText[] {
  const texts = all.map(({ uri }) => escapePlaceholders(uri));
  const found = secretsOf(texts).map((secrets) =>
    secrets?.map((it) => ({
      ...it,
      name: it.word === undefined ? names.nameOfSecret(it.secret) : undefined,
    })),
  );
  return all.map(({ uri, owner }, index) => {
    const pieces = found[index]?.map(({ secret, value, word, name }) => ({
      range: secret.part,
      value,
      name: name ?? names.nameOfText(`${owner}_${word}`, value),
    }));
    const written = pieces && withVariables(texts[index] ?? "", pieces);
    return written && isHarmless(written) && means(written, uri)
      ? written
      : heldBy(names.nameOfText(`${owner}_URI`, uri), uri);
  });
}

interface Piece {
  readonly range: { readonly start: number; readonly end: number };
  readonly value: string;
  readonly name: string;
}

function withVariables(text: string, pieces: readonly Piece[]): WrittenText {
  let result = "";
  let at = 0;
  for (const { range, name } of pieces) {
    result += `${text.slice(at, range.start)}\${${name}}`;
    at = range.end;
  }
  const variables = new Map(pieces.map(({ name, value }) => [name, value]));
  return { text: result + text.slice(at), variables };
}

function isHarmless({ text }: WrittenText): boolean {
  return hiddenIn(parseUri(text)).length === 0;
}
