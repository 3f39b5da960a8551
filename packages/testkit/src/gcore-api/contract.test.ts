import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Node, parseDocument } from "@restream-lint/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  asyncProperty,
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  record,
  type Arbitrary,
} from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "./ask.ts";
import { createGcoreApi, type GcoreApi } from "./gcore-api.ts";
import { type Operation, OPERATIONS } from "./operations.ts";
import { FAULT_RUNS, randomPages } from "./random-faults.ts";
import type { RestreamSeed } from "./state.ts";

interface Schema {
  readonly [keyword: string]: unknown;
}

/** As much of an OpenAPI document as is looked at. */
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Described {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

const { syntax } = parseDocument(readFileSync(join(import.meta.dirname, "openapi.yaml"), "utf8"), {
  language: "yaml",
});
const OPEN_API = nullsAllowed(plainOf(syntax.roots[0])) as OpenApi;
const DESCRIBED = new Map(
  Object.entries(OPEN_API.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => [`${method.toUpperCase()} ${path}`, it]),
  ),
);
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "openapi", ...OPEN_API });

function plainOf(node: Node | undefined): unknown {
  if (node?.kind === "mapping") {
    return Object.fromEntries(
      node.entries.map(({ key, value }) => [String(key.value), plainOf(value)]),
    );
  }
  return node?.kind === "sequence" ? node.items.map(plainOf) : node?.value;
}

/** The document says `default: null` of what may be null, and seldom `nullable`, which 3.1 does not know. */
function nullsAllowed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullsAllowed);
  if (typeof value !== "object" || value === null) return value;
  const schema: Schema = Object.fromEntries(
    Object.entries(value).map(([key, it]) => [key, nullsAllowed(it)]),
  );
  if (schema["default"] !== null || typeof schema["type"] !== "string") return schema;
  const values = schema["enum"];
  return {
    ...schema,
    type: [schema["type"], "null"],
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}

/** What the document does not know in an exchange: undeclared parameters, fields, statuses, bodies. */
function breachesIn(operation: Operation, query: string, sent: unknown, got: Got): unknown[] {
  const described = DESCRIBED.get(operation);
  const declared = (described?.parameters ?? []).filter((it) => it.in === "query");
  const parameters = [...new URLSearchParams(query).keys()].filter(
    (name) => !declared.some((it) => it.name === name),
  );
  const response = described?.responses[String(got.status)];
  if (!response) return [...parameters, `status ${got.status}`];
  const body = got.text === "" ? undefined : got.json;
  return [
    ...parameters,
    ...bodyBreaches(described.requestBody?.content, sent, {}),
    ...bodyBreaches(response.content, body, { id: true }),
  ];
}

interface Got {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** `more` are the properties that are known to be there though nobody declared them. */
function bodyBreaches(content: Content | undefined, body: unknown, more: Schema): unknown[] {
  const schema = content?.["application/json"]?.schema;
  if (!schema) return body === undefined ? [] : ["a body"];
  if (body === undefined) return ["no body"];
  const validate = ajv.compile(strictly(schema, more));
  return validate(body) ? [] : [...(validate.errors ?? [])];
}

/** The schema, with every field that it does not declare forbidden. */
function strictly(schema: Schema, more: Schema): Schema {
  const { properties, items, $ref } = schema;
  if (isSchema(items)) return { ...schema, items: strictly(items, more) };
  if (isSchema(properties)) {
    const inner = Object.entries(properties).map(([name, it]) => [name, strictly(it, {})]);
    const open = isSchema(schema["additionalProperties"]) ? {} : { additionalProperties: false };
    return { ...open, ...schema, properties: Object.fromEntries(inner) };
  }
  if (typeof $ref !== "string") return schema;
  return { $ref: `openapi${$ref}`, properties: more, unevaluatedProperties: false };
}

function isSchema(value: unknown): value is Readonly<Record<string, Schema>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

test("the server knows every operation of the document, and no other", () => {
  expect([...DESCRIBED.keys()].toSorted()).toEqual([...OPERATIONS].toSorted());
});

test.each([
  { got: { status: 201, text: "", json: undefined }, breaches: ["status 201"] },
  { got: { status: 200, text: "{}", json: {} }, breaches: ["a body"] },
])("the document does not know of $got", ({ got, breaches }) => {
  expect(breachesIn("POST /streaming/restreams", "", { restream: {} }, got)).toEqual(breaches);
});

test.each([
  { list: [{ id: 1, uri: 5 }] },
  { list: [{ id: 1, colour: "red" }] },
  { list: { restreams: [] } },
  { list: [{ name: null }] },
])("the document does not know of the list $list", ({ list }) => {
  const got = { status: 200, text: JSON.stringify(list), json: list };
  expect(breachesIn("GET /streaming/restreams", "", undefined, got)).not.toEqual([]);
  expect(breachesIn("GET /streaming/restreams", "", {}, { ...got, text: "" })).toContain("a body");
});

test("the document does not know of a body that is not wrapped, and of other parameters", () => {
  const got = { status: 200, text: "", json: undefined };
  expect(breachesIn("POST /streaming/restreams", "", { uri: "x" }, got)).not.toEqual([]);
  expect(breachesIn("POST /streaming/restreams", "?a=1", { restream: {} }, got)).toEqual(["a"]);
});

const URI = "srt://example.com:1234?mode=caller";
const GOOD: RestreamSeed = { uri: URI, stream_id: 20 };

/** One request of each kind, and the answer that the document lists for it. */
const KINDS: readonly Step[] = [
  { operation: "GET /streaming/restreams", status: 200 },
  { operation: "GET /streaming/restreams", query: "?page=2", status: 200 },
  { operation: "POST /streaming/restreams", restream: GOOD, status: 200 },
  { operation: "POST /streaming/restreams", restream: {}, status: 422 },
  { operation: "GET /streaming/restreams/{restream_id}", id: 1, status: 200 },
  {
    operation: "PATCH /streaming/restreams/{restream_id}",
    id: 1,
    restream: { name: "x", active: false, client_user_id: 5 },
    status: 200,
  },
  {
    operation: "PATCH /streaming/restreams/{restream_id}",
    id: 1,
    restream: { stream_id: 0 },
    status: 422,
  },
  { operation: "DELETE /streaming/restreams/{restream_id}", id: 1, status: 204 },
  { operation: "GET /streaming/streams", query: "?with_broadcasts=1", status: 200 },
  { operation: "GET /streaming/streams/{stream_id}", id: 20, status: 200 },
  { operation: "GET /streaming/streams/{stream_id}", id: 21, status: 200 },
];

interface Step {
  readonly operation: Operation;
  readonly id?: number;
  readonly query?: string;
  readonly restream?: RestreamSeed;
  readonly status?: number;
}

/** Asks, and holds the exchange against the document. */
async function take(api: GcoreApi, { operation, id, query = "", restream }: Step): Promise<Got> {
  const [method = "", template = ""] = operation.split(" ");
  const body = restream && { restream };
  const path = template.replace(/\{\w+\}/, String(id)) + query;
  const got = await ask(api, method, path, body);
  if (got.status !== 404) expect(breachesIn(operation, query, body, got)).toEqual([]);
  return got;
}

async function start(): Promise<GcoreApi> {
  const live = {
    id: 21,
    live: true,
    stream_source_type: "srt",
    transcoded_qualities: ["360pa"],
  } as const;
  const api = await createGcoreApi({
    restreams: [{ ...GOOD, id: 1 }],
    streams: [{ id: 20 }, live],
  });
  onTestFinished(api.stop);
  return api;
}

test("every answer that the document lists is given", () => {
  const listed = [...DESCRIBED].flatMap(([operation, { responses }]) =>
    Object.keys(responses).map((status) => `${operation} ${status}`),
  );
  const given = new Set(KINDS.map(({ operation, status }) => `${operation} ${status}`));
  expect([...given].toSorted()).toEqual(listed.toSorted());
});

test.each(KINDS)("$operation $id $query answers $status", async (step) => {
  const { status } = await take(await start(), step);
  expect(status).toBe(step.status);
});

test("whatever is asked, in whatever order, the document knows the answer", async () => {
  await assert(
    asyncProperty(array(steps(), { maxLength: 20 }), randomPages(), async (asked, pages) => {
      const api = await createGcoreApi({ ...pages, foreignStreams: [30] });
      try {
        for (const step of asked) await take(api, step);
      } finally {
        await api.stop();
      }
    }),
    { numRuns: FAULT_RUNS },
  );
});

function steps(): Arbitrary<Step> {
  const restream = record(
    {
      name: constantFrom("a", "b"),
      active: constantFrom(true, false),
      uri: constantFrom(URI, "http://x", ""),
      stream_id: constantFrom(20, 20, 30, 40),
      client_user_id: integer(),
    },
    { requiredKeys: [] },
  );
  const id = integer({ min: 3001, max: 3004 });
  return oneof(
    record({ operation: constantFrom<Operation>("POST /streaming/restreams"), restream }),
    record({
      operation: constantFrom<Operation>("PATCH /streaming/restreams/{restream_id}"),
      id,
      restream,
    }),
    record({
      operation: constantFrom<Operation>(
        "GET /streaming/restreams/{restream_id}",
        "DELETE /streaming/restreams/{restream_id}",
      ),
      id,
    }),
    record({
      operation: constantFrom<Operation>("GET /streaming/restreams", "GET /streaming/streams"),
      query: constantFrom("", "?page=1", "?page=2", "?page=3"),
    }),
  );
}
