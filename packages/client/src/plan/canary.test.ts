import { createHmac } from "node:crypto";
import { isShown, type Shape, SHAPES, telling, URIS } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { planOf, type Variables } from "../../test/plan-of.ts";
import type { RemoteRestream } from "../remote.ts";
import { comparePlan } from "./compare-plan.ts";
import type { Digest } from "./digest.ts";
import { planText } from "./plan-text.ts";
import { savePlan } from "./saved-plan.ts";
import { shownPlan } from "./shown-plan.ts";
import { thresholds } from "./thresholds.ts";

/** What `createDigest` makes, sooner. */
const digest: Digest = (text) =>
  Promise.resolve(createHmac("sha256", "1234$token").update(text).digest("hex"));

const CLEAN = "rtmp://clean.acme.net/live/x";

describe.each(Object.entries(SHAPES) as [Shape, string][])(
  "a secret that is %s",
  (shape, secret) => {
    const uris = Object.entries(URIS).flatMap(([place, uriOf]) =>
      isShown(place, shape) ? [] : [{ uri: uriOf(secret), other: uriOf(`${secret}q`) }],
    );

    test("of a document or of the API", async () => {
      const document = uris.flatMap(({ uri }, index) => {
        const n = 10 * index;
        const name = nameOf(uri);
        return [
          { name: "new", stream_id: n + 1, uri },
          { id: n + 1, uri },
          { id: n + 2, uri: CLEAN },
          { id: n + 3, name: "other", uri },
          { name, stream_id: n + 2, uri: CLEAN },
          { name: "twin", stream_id: n + 3, uri },
          { name: "twin", stream_id: n + 3, uri },
          { id: n + 99_999, name, uri },
        ];
      });
      const remote = uris.flatMap(({ uri, other }, index) => {
        const n = 10 * index;
        const name = nameOf(uri);
        return [
          { id: n + 1, uri: CLEAN },
          { id: n + 2, uri },
          { id: n + 3, name, uri: other, live: true },
          { id: n + 4, name, uri, stream_id: n + 2 },
          { id: n + 5, name, uri: other, stream_id: n + 2 },
          { id: n + 6, name, uri },
        ];
      });
      expect(telling(await everything(JSON.stringify(document), remote), shape)).toBeUndefined();
    });

    test("of variables", async () => {
      const variables = Object.fromEntries(uris.map(({ uri }, index) => [`V${index}`, uri]));
      const document = Object.keys(variables).flatMap((it, index) => [
        { name: `\${${it}}`, stream_id: index + 1, uri: `\${${it}}` },
        { id: 10 * index + 1, name: `a \${${it}}`, uri: `\${${it}}` },
        {
          id: 10 * index + 2,
          name: "${UNSET:-x}",
          uri: `rtmp://\${${it}}.acme.net/\${${it}}/\${${it}}`,
        },
        {
          id: 10 * index + 3,
          active: `\${${it}}`,
          uri: `\${UNSET}\${${it}}`,
        },
      ]);
      const remote = document.flatMap(({ id }) => (id === undefined ? [] : [{ id, uri: CLEAN }]));
      const shown = await everything(JSON.stringify(document), remote, variables);
      expect(telling(shown, shape)).toBeUndefined();
    });
  },
);

/** A URI in the place of a name, if it is known for one: any other name is shown, whatever it is. */
function nameOf(uri: string): string {
  return /^[a-z]+:\/\/[a-z.]+[:/]/.test(uri) ? uri : "a name";
}

/** All that anybody ever sees of a plan. */
async function everything(
  document: string,
  remote: readonly RemoteRestream[],
  variables: Variables = {},
): Promise<string> {
  const plan = planOf(document, remote, { variables });
  const shown = shownPlan(plan);
  const saved = await savePlan(plan, digest);
  const empty = planOf("[]", []);
  const left = remote.map((it) => ({ ...it, stream_id: 1 }));
  const pruned = planOf('[{"stream_id": 1, "uri": "srt://new.acme.net:1"}]', left, { prune: true });
  expect(pruned.heldBack).toBe(false);
  return [
    plan,
    shown,
    shownPlan(pruned),
    saved,
    thresholds(plan),
    await comparePlan(saved, empty, digest),
    await comparePlan(await savePlan(empty, digest), plan, digest),
    await comparePlan(await savePlan(pruned, digest), empty, digest),
  ]
    .map((it) => JSON.stringify(it, undefined, 1))
    .concat(planText(shown), planText(shownPlan(pruned)))
    .join("\n");
}
