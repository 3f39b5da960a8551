export { type Api, type ApiOptions, createApi } from "./api.ts";
export { ApiError, type ApiErrorKind, type FieldFault, isApiError } from "./api-error.ts";
export { DEFAULT_BASE_URI, parseBaseUri, type Setting } from "./base-uri.ts";
export type { Creation } from "./creation.ts";
export { createGcore, type Gcore } from "./gcore.ts";
export { createHoldUpWords } from "./hold-up-words.ts";
export type { KnownRestream } from "./newcomers.ts";
export type { RemoteRestream, RemoteStream, RestreamBody } from "./remote.ts";
export type { Surroundings } from "./surroundings.ts";
export { streamsWarning, survey, type Survey } from "./survey.ts";

// Planning.
export { plan, type Plan, type PlannedDocument } from "./plan/plan.ts";
export { isRefused, type PlanEntry, sentBy } from "./plan/plan-entry.ts";
export { reasonsOf, shownPlan, type ShownPlan } from "./plan/shown-plan.ts";
export { planSides, type PlanSides } from "./plan/plan-sides.ts";
export { planSummary, planText } from "./plan/plan-text.ts";
export type { Digest } from "./plan/digest.ts";
export { savePlan, type SavedPlan } from "./plan/saved-plan.ts";
export { readSavedPlan } from "./plan/read-saved-plan.ts";
export { comparePlan, type Moved } from "./plan/compare-plan.ts";
export { isUnfilled, liveObjection, unsettledObjection } from "./plan/objections.ts";
export { movedWords } from "./plan/moved-words.ts";
export { thresholds } from "./plan/thresholds.ts";
export { changesIn, liveChangesIn } from "./plan/changes-in.ts";
export { fieldsWithToken, type LocalField, tokenWarning } from "./plan/fields-with-token.ts";
export { createRestreamFinder, placeOfField } from "./plan/place-of-field.ts";

// Applying.
export { apply, type ApplyOptions } from "./apply.ts";
export type { Applied } from "./apply-entry.ts";
export {
  appliedSummary,
  errorWords,
  factsOf,
  outcomeWord,
  refusalWords,
  remedyOf,
} from "./applied-words.ts";

// Pulling.
export { pulledDocument, type PulledDocument, type PullOptions } from "./pull/pulled-document.ts";
