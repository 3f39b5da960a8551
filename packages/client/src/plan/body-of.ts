import {
  commentGap,
  listed,
  NO_PLACEHOLDERS,
  type Placeholder,
  placeholdersIn,
  type Restream,
  type ScalarNode,
  valueOf,
} from "@restream-lint/core";
import type { RestreamBody } from "../remote.ts";

/** A restream of a document as the API takes it. */
export interface Reading {
  /** The remote restream that it says it is. */
  readonly id: number | undefined;
  /** What can be sent. */
  readonly body: RestreamBody;
  /** What keeps it from being sent. */
  readonly obstacles: readonly Obstacle[];
}

/** Something in a restream that cannot be sent. */
export interface Obstacle {
  readonly field: string;
  /** In words that end a sentence, without any secret. */
  readonly reason: string;
  /** The variables that are not set. */
  readonly variables: readonly string[];
}

/** Reads what is sent of a restream whose placeholders were filled in. `null` is the same as absent; a text is sent to the letter. */
export function bodyOf({ node, uri: field }: Pick<Restream, "node" | "uri">): Reading {
  const obstacles: Obstacle[] = [];
  const id = read("id", isId, "an ID, which is a whole number from 1 on");
  const name = read("name", isText, "a text");
  const streamId = read("stream_id", isId, "an ID, which is a whole number from 1 on");
  const uri = read("uri", isText, "a text");
  const active = read("active", isTruth, "true or false");
  const user = read("client_user_id", Number.isSafeInteger as IsNumber, "a whole number");

  if (field && commentGap(field.node)) {
    refuse("uri", "YAML takes the end of it for a comment: write it in quotes");
  }
  if (isAbsent("id")) {
    for (const needed of ["stream_id", "uri"]) {
      if (isAbsent(needed)) refuse(needed, "the API creates no restream without it");
    }
  }
  const body = {
    ...(name !== undefined && { name }),
    ...(streamId !== undefined && { stream_id: streamId }),
    ...(uri !== undefined && { uri }),
    ...(active !== undefined && { active }),
    ...(user !== undefined && { client_user_id: user }),
  };
  return { id, body, obstacles };

  function read<T>(key: string, is: (value: unknown) => value is T, kind: string): T | undefined {
    if (isAbsent(key)) return undefined;
    const found = valueOf(node, key);
    if (found?.tag !== undefined)
      return refuse(key, "a tag of YAML stands for it, which only another tool can fill in");
    if (found?.kind !== "scalar") return refuse(key, `it is not ${kind}`);
    const open = openIn(found);
    if (open) return refuse(key, open.reason, open.variables);
    return is(found.value) ? found.value : refuse(key, `it is not ${kind}`);
  }

  function isAbsent(key: string): boolean {
    const found = valueOf(node, key);
    return !found || (found.kind === "scalar" && found.value === null && found.tag === undefined);
  }

  function refuse(key: string, reason: string, variables: readonly string[] = []): undefined {
    obstacles.push({ field: key, reason, variables });
  }
}

type IsNumber = (value: unknown) => value is number;

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTruth(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** What is still to be filled in of a value, if anything is. */
function openIn({
  value,
  filling,
}: ScalarNode): Pick<Obstacle, "reason" | "variables"> | undefined {
  const left = filling?.left ?? (isText(value) ? placeholdersIn(value) : NO_PLACEHOLDERS);
  if (left.malformed.length > 0)
    return { reason: "a placeholder in it names nothing or never ends", variables: [] };
  const [first] = left.found;
  if (!first) return undefined;
  const variables = [...new Set(filling?.unset ?? [])];
  if (variables.length === 0) return { reason: FILLED_BY[first.kind], variables };
  const names = variables.map((it) => `\${${it}}`);
  return {
    reason: `${listed(names, "and")} ${names.length === 1 ? "is" : "are"} not set`,
    variables,
  };
}

/** Why nothing could be filled in where no variable is named. */
const FILLED_BY: Readonly<Record<Placeholder["kind"], string>> = {
  interpolation: "a placeholder in it cannot be filled in",
  template: "it holds a template, which another tool must fill in first",
  "1password": "it is a reference to 1Password, which `op run` or `op inject` must fill in first",
  sops: "it is encrypted, and `sops` must decrypt it first",
};
