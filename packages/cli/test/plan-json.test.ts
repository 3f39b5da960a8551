import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { planSchema } from "../src/schemas/plan-schema.ts";
import { account, documentOf, item, remote } from "./gcore.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  planSchema("https://h.acme.net"),
);

/** The actions of a plan in JSON, which has the shape that its schema says. */
function actionsOf(stdout: string): readonly string[] {
  const plan = JSON.parse(stdout) as { entries: readonly { action: string }[] };
  expect(validate(plan), JSON.stringify(validate.errors)).toBe(true);
  return plan.entries.map(({ action }) => action);
}

test("plans of every action have the shape that the schema says", async () => {
  const { run } = await account(
    {
      "restreams.yaml": `restreams:\n${item("new", "    active: false\n")}${item("changed", "    client_user_id: 5\n")}${item("same")}${item("twice")}${item("lost", "    id: 99\n")}  - stream_id: 20\n    uri: rtmp://blocked.acme.net/live/\${NOT_SET}\n`,
    },
    {
      restreams: [
        remote("changed", { uri: "rtmp://changed.acme.net/live/old", live: true, active: true }),
        remote("same"),
        remote("twice"),
        remote("twice"),
        { name: "only", stream_id: 21, uri: "rtmp://only.acme.net/live/a1b2" },
      ],
      streams: [{ id: 20 }, { id: 21 }],
    },
  );
  const { status, stdout } = await run(["plan", "--env", "--format", "json"]);
  expect(actionsOf(stdout)).toEqual([
    "create",
    "update",
    "unchanged",
    "ambiguous",
    "missing",
    "blocked",
    "remote-only",
  ]);
  expect(status).toBe(1);
});

test("so do a plan that deletes, one that may not, and one without anything", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel"), "none.yaml": "restreams: []\n" },
    { restreams: [remote("kestrel"), remote("other")] },
  );
  const argv = ["plan", "--env", "--prune", "--format", "json"];
  expect(actionsOf((await run([...argv, "restreams.yaml"])).stdout)).toEqual([
    "unchanged",
    "delete",
  ]);
  const none = await run([...argv, "none.yaml"]);
  expect(actionsOf(none.stdout)).toEqual(["remote-only", "remote-only"]);
  expect(JSON.parse(none.stdout)).toMatchObject({ heldBack: true });
  server.change({ restreams: [] });
  expect(actionsOf((await run([...argv, "none.yaml"])).stdout)).toEqual([]);
});

test("the schema refuses what is no plan", () => {
  const entry = {
    action: "create",
    file: "a.yaml",
    path: "",
    line: 1,
    name: "",
    stream_id: 20,
    id: null,
    live: false,
    fields: [],
    reasons: [],
  };
  const counts = Object.fromEntries(
    [
      "create",
      "update",
      "delete",
      "unchanged",
      "ambiguous",
      "missing",
      "blocked",
      "remote-only",
    ].map((it) => [it, 0]),
  );
  const plan = { version: 1, entries: [entry], counts, heldBack: false };
  expect(validate(plan)).toBe(true);
  for (const wrong of [
    { ...entry, line: undefined },
    { ...entry, action: "delete" },
    { ...entry, action: "x" },
  ])
    expect(validate({ ...plan, entries: [wrong] })).toBe(false);
});
