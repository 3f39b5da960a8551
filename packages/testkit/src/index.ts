export { isShown, telling } from "./canary.ts";
export {
  BROKEN_ENV_FILES,
  DELETED,
  DOCUMENTS,
  type Place,
  SETTINGS,
  type Shape,
  SHAPES,
  SHOWN,
  URIS,
} from "./canary-places.ts";
export { checkRule, type InvalidCase, type RuleCases } from "./check-rule.ts";
export { cpuTimeOf } from "./cpu-time.ts";
export { type Cursor, parseCursor } from "./cursor.ts";
export { parseFixture } from "./fixture.ts";
export { folderWith } from "./folder-with.ts";
export { annotate, type Marked, strip } from "./markers.ts";
export { mutate, mutated, type Mutation, mutation } from "./mutated.ts";
export { checkEach, runsOf } from "./runs.ts";
export { ERROR_SHAPES, type ErrorShape } from "./gcore-api/errors.ts";
export { type Fault, FAULTS, type Misbehaviour } from "./gcore-api/fault.ts";
export { createGate, type Gate } from "./gcore-api/gate.ts";
export {
  createGcoreApi,
  type GcoreApi,
  type GcoreApiOptions,
  API_TOKEN,
} from "./gcore-api/gcore-api.ts";
export { type Operation, OPERATIONS } from "./gcore-api/operations.ts";
export { type Paging, PAGINGS } from "./gcore-api/pages.ts";
export {
  FAULT_RUNS,
  PASSING_FAULTS,
  randomFaults,
  randomPages,
} from "./gcore-api/random-faults.ts";
export type { Recorded } from "./gcore-api/recorded.ts";
export type {
  RestreamSeed,
  Seeds,
  State,
  StoredRestream,
  StoredStream,
} from "./gcore-api/state.ts";
