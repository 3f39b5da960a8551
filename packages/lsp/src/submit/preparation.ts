import {
  createGcore,
  errorWords,
  fieldsWithToken,
  type Gcore,
  isApiError,
  isRefused,
  isUnfilled,
  type Plan,
  plan,
  planSides,
  type RemoteRestream,
  survey,
  streamsWarning,
  tokenWarning,
  unsettledObjection,
} from "@restream-lint/client";
import {
  type Diagnostic,
  type Document,
  judge,
  resolvePlaceholders,
  type Settings,
  withSources,
} from "@restream-lint/core";
import type { Refused } from "../protocol.ts";
import type { View } from "../view.ts";
import { fileNameOf } from "../uris.ts";
import { type Access, refused } from "./access.ts";
import { learntOutcomes, refusedOutcomes } from "./outcomes-of.ts";
import type { Network } from "./network.ts";
import type { Outcome } from "./outcomes.ts";

/** A document that may be submitted, and all that this takes. */
export interface Prepared {
  readonly kind: "prepared";
  readonly document: Document;
  readonly plan: Plan;
  readonly remote: readonly RemoteRestream[];
  readonly gcore: Gcore;
  /** What could not be looked at, in sentences. */
  readonly warnings: readonly string[];
}

/** Why a document is not submitted, and what is to be shown beside its restreams. */
export interface Unprepared {
  readonly kind: "unprepared";
  readonly refused: Refused;
  readonly outcomes: readonly Outcome[];
}

export type Preparation = Prepared | Unprepared;

/**
 * Lints a document with its placeholders filled in, looks what is at Gcore, lints it again with what that tells of its
 * sources, and plans. Nothing is changed.
 */
export async function prepare(
  view: View,
  { token, baseUri, lookUp }: Access,
  { surroundings, userAgent }: Network,
  signal: AbortSignal,
): Promise<Preparation> {
  const { document: written, settings } = view;
  const name = fileNameOf(view.uri);
  const filled = lookUp ? resolvePlaceholders(written, lookUp) : written;
  const errors = errorsIn(filled, settings);
  if (errors.length > 0) return faulty(view, filled, errors);
  try {
    const gcore = await createGcore({ baseUrl: baseUri, token, userAgent, surroundings });
    const surveyed = await survey(gcore.api, signal);
    const { restreams: remote, sources } = surveyed;
    const document = withSources(filled, sources);
    const learnt = document === filled ? [] : errorsIn(document, settings);
    if (learnt.length > 0) return faulty(view, document, learnt);
    const planned = plan([{ file: name, document }], remote);
    const [given] = fieldsWithToken(planned, gcore.holdsToken);
    if (given)
      return unprepared(refused(`${name}:${given.entry.line}: ${tokenWarning(given.field)}.`));
    const objection = unsettledObjection(planned);
    if (objection !== undefined) {
      const refusal = refused(`${objection}.`, isUnfilled(planned) ? "variables" : "problems");
      return {
        kind: "unprepared",
        refused: { ...refusal, sides: planSides(planned) },
        outcomes: refusedOutcomes(planned.entries.filter(isRefused), document),
      };
    }
    const warning = streamsWarning(surveyed);
    const warnings = warning === undefined ? [] : [warning];
    return { kind: "prepared", document, plan: planned, remote, gcore, warnings };
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.kind === "aborted") return unprepared(refused("Interrupted: nothing was changed."));
    const isTokens = ["misconfigured", "unauthorised", "forbidden"].includes(error.kind);
    return unprepared(refused(errorWords(error), isTokens ? "token" : undefined));
  }
}

function unprepared(refusal: Refused): Unprepared {
  return { kind: "unprepared", refused: refusal, outcomes: [] };
}

function errorsIn(document: Document, settings: Settings): readonly Diagnostic[] {
  return judge(document, settings).diagnostics.filter(({ severity }) => severity === "error");
}

/** What the editor shows already is not shown twice. */
function faulty(
  { uri, diagnostics }: View,
  document: Document,
  errors: readonly Diagnostic[],
): Unprepared {
  const [count, they] =
    errors.length === 1 ? ["1 error", "that is"] : [`${errors.length} errors`, "those are"];
  const message = `${fileNameOf(uri)} has ${count}: nothing is planned before ${they} mended.`;
  const placeOf = ({ rule, range: { start, end } }: Diagnostic) => `${rule} ${start} ${end}`;
  const shown = new Set(diagnostics().map(placeOf));
  const hidden = errors.filter((it) => !shown.has(placeOf(it)));
  return {
    kind: "unprepared",
    refused: refused(message, "problems"),
    outcomes: learntOutcomes(document, hidden),
  };
}
