import { array, assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { sharingTargets } from "./sharing-targets.ts";

test("finds the texts that have a number that another one has", () => {
  const keys = array(nat(12), { maxLength: 4 }).map((it) => ({ keys: new Set(it) }));
  assert(
    property(array(keys, { maxLength: 6 }), (texts) => {
      const sharing = texts.filter((one) =>
        texts.some((other) => other !== one && [...other.keys].some((it) => one.keys.has(it))),
      );
      expect(sharingTargets(texts)).toEqual(sharing);
    }),
  );
});
