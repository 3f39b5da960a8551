import { mutated } from "@restream-lint/testkit";
import { assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "./document.ts";
import { restreamsWithin, targetsWithin } from "./restreams-within.ts";

const restream = (name: string): string =>
  `  - name: ${name}\n    uri: rtmp://h.acme.net/live/${name}\n    stream_id: 1\n`;

test("looks at few restreams of many", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `n${index}`);
  const document = parseDocument(`restreams:\n${names.map(restream).join("")}`);
  let count = 0;
  const targets = new Proxy(document.targets, {
    get(from, key, receiver): unknown {
      count += typeof key === "string" && /^[0-9]+$/.test(key) ? 1 : 0;
      return Reflect.get(from, key, receiver);
    },
  });
  const start = document.text.indexOf("live/n5000");
  const end = document.text.indexOf("live/n5009");
  expect(targetsWithin({ ...document, targets }, { start, end })).toEqual(
    document.targets.slice(5000, 5010),
  );
  expect(count).toBeLessThan(100);
});

test("those of a range are those that are written there, in its order", () => {
  const plain = `restreams:\n${["a", "b", "c"].map(restream).join("")}`;
  const aliased = `x-a: &a {uri: rtmp://h.acme.net/live/a}\n${plain}  - *a\n  - <<: *a\n    name: "*"\n`;
  const check = property(
    mutated([plain, aliased, `${plain}---\n${plain}`]),
    nat(),
    nat(),
    (text, a, b) => {
      const document = parseDocument(text);
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted(
        (one, other) => one - other,
      );
      const written = document.targets
        .filter(({ field: { node } }) => node.range.start <= end && node.range.end >= start)
        .toSorted((one, other) => one.field.node.range.start - other.field.node.range.start);
      expect(targetsWithin(document, { start, end })).toEqual(written);
      const found = restreamsWithin(document, { start, end });
      for (const { restream: it } of written) expect(found).toContain(it);
      for (const { uri, node } of found) {
        const { range } = uri?.node ?? node;
        expect(range.start <= end && range.end >= start).toBe(true);
      }
    },
  );
  assert(check, { numRuns: 500 });
});
