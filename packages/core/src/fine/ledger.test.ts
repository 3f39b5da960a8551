import { array, assert, boolean, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "./facts.ts";
import { Ledger } from "./ledger.ts";

const facts = record({
  address: constantFrom(1, 2, 3),
  // No text is both.
  name: constantFrom(undefined, 4, 5),
  streamId: constantFrom(1, 2),
  isActive: boolean(),
  isSecure: boolean(),
}).map((it): Facts => ({ ...it, key: 0 }));

test("knows what any two of the restreams share that are left, whichever came and went", () => {
  assert(
    property(array(facts, { maxLength: 8 }), array(facts, { maxLength: 8 }), (kept, gone) => {
      const ledger = new Ledger();
      for (const it of [...gone, ...kept]) ledger.add(it);
      for (const it of gone) ledger.remove(it);

      const shares = (one: Facts) =>
        kept.some(
          (other) =>
            (other !== one && other.address === one.address) ||
            (other !== one && other.name !== undefined && other.name === one.name) ||
            (other.streamId === one.streamId && other.isSecure !== one.isSecure),
        );
      expect(kept.filter((it) => ledger.shares(it))).toEqual(kept.filter(shares));
      expect(ledger.isShared).toBe(kept.some(shares));
      for (const hash of [1, 2, 3, 4, 5])
        expect(ledger.has(hash)).toBe(kept.some((it) => [it.address, it.name].includes(hash)));
      for (const streamId of [1, 2]) {
        const secure = kept.filter((it) => it.streamId === streamId && it.isSecure);
        expect(ledger.pushes(streamId, true)).toBe(secure.length > 0);
      }
    }),
  );
});
