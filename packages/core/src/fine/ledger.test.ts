import { array, assert, boolean, constantFrom, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "./facts.ts";
import { Ledger } from "./ledger.ts";

const facts = record({
  own: array(constantFrom(1, 2, 3), { maxLength: 2 }),
  streamId: constantFrom(1, 2),
  isActive: boolean(),
  isSecure: boolean(),
}).map((it): Facts => ({ ...it, own: [...new Set(it.own)], key: "" }));

test("knows what any two of the restreams share that are left, whichever came and went", () => {
  assert(
    property(array(facts, { maxLength: 8 }), array(facts, { maxLength: 8 }), (kept, gone) => {
      const ledger = new Ledger();
      for (const it of [...gone, ...kept]) ledger.add(it);
      for (const it of gone) ledger.remove(it);

      const shares = (one: Facts) =>
        kept.some(
          (other) =>
            (other !== one && other.own.some((it) => one.own.includes(it))) ||
            (other.streamId === one.streamId && other.isSecure !== one.isSecure),
        );
      expect(kept.filter((it) => ledger.shares(it))).toEqual(kept.filter(shares));
      expect(ledger.isShared).toBe(kept.some(shares));
      for (const own of [1, 2, 3])
        expect(ledger.has(own)).toBe(kept.some((it) => it.own.includes(own)));
      for (const streamId of [1, 2]) {
        const secure = kept.filter((it) => it.streamId === streamId && it.isSecure);
        expect(ledger.pushes(streamId, true)).toBe(secure.length > 0);
      }
    }),
  );
});
