import { type Arbitrary, array, constantFrom, integer, option, record } from "fast-check";
import { FAULTS, type Fault, type Misbehaviour } from "./fault.ts";
import { type Operation, OPERATIONS } from "./operations.ts";
import { PAGINGS, type Paging } from "./pages.ts";
import { runsOf } from "../runs.ts";

/** So many randomised runs each fault gets: 20, and 200 in `pnpm fuzz`. */
export const FAULT_RUNS: number = runsOf(20, 200);

/** What a client can get over by asking again: no body without an end, and no list that lies. */
export const PASSING_FAULTS: readonly Fault[] = [
  FAULTS.droppedBefore,
  FAULTS.droppedAfter,
  FAULTS.cutBefore,
  FAULTS.cutAfter,
  FAULTS.failedBefore,
  FAULTS.failedAfter,
  FAULTS.timeout,
  FAULTS.conflict,
  FAULTS.throttled,
  FAULTS.throttledUntil,
  FAULTS.htmlBefore,
  FAULTS.htmlAfter,
  FAULTS.emptyErrorBefore,
  FAULTS.emptyBody,
  FAULTS.brokenJson,
];

/** Scripts of up to `most` faults, each of which meets one of the first requests of its operation. */
export function randomFaults({
  faults = PASSING_FAULTS,
  operations = OPERATIONS,
  most = 4,
}: {
  readonly faults?: readonly Fault[];
  readonly operations?: readonly Operation[];
  readonly most?: number;
} = {}): Arbitrary<readonly Misbehaviour[]> {
  const misbehaviour = record({
    on: constantFrom(...operations),
    nth: integer({ min: 1, max: 5 }),
    fault: constantFrom(...faults),
  });
  return array(misbehaviour, { maxLength: most });
}

/** Ways to cut lists into pages, small ones most of all. */
export function randomPages(): Arbitrary<{ readonly paging: Paging; readonly pageSize: number }> {
  return record({
    paging: constantFrom(...PAGINGS),
    pageSize: option(integer({ min: 1, max: 7 }), { nil: Infinity }),
  });
}
