import type {
  Planned,
  PlanAnswer,
  SubmitAnswer,
  SubmitProgress,
} from "@restream-lint/lsp/protocol";
import { expect, test } from "vitest";
import type { Help } from "./notice.ts";
import type { Target } from "./person.ts";
import { createSubmitting, type Reach } from "./submitting.ts";
import { UNKNOWN_OUTCOME, UNSAFE_BASE_URI } from "./words.ts";

const TARGET: Target = { uri: "file:///show/restreams.yaml", name: "restreams.yaml" };
const REACH: Reach = {
  origin: { key: "https://api.gcore.com", host: "api.gcore.com" },
  baseUri: "",
  envFile: "file:///show/.env",
};
const PLANNED: Planned = {
  kind: "planned",
  host: "api.gcore.com",
  before: "old",
  after: "new",
  summary: "1 to create.",
  changes: 1,
  onAir: 0,
  warnings: [],
  saved: "the plan",
};
const NOTHING: Planned = { ...PLANNED, summary: "Nothing to change.", changes: 0 };
const DONE: SubmitAnswer = { kind: "submitted", summary: "1 created.", isWhole: true };

/** What the stand-ins answer; each list is used up from its beginning. */
interface Script {
  readonly plans?: readonly (PlanAnswer | Error)[];
  readonly submits?: readonly (SubmitAnswer | Error)[];
  readonly progress?: readonly SubmitProgress[];
  /** Which buttons the person presses. */
  readonly presses?: readonly (Help | undefined)[];
  readonly agrees?: boolean;
  /** What they give when a token is asked for. */
  readonly gives?: readonly (string | undefined)[];
  readonly reach?: Reach | typeof UNSAFE_BASE_URI;
  /** They break off whatever they watch. */
  readonly cancels?: boolean;
  /** Runs before an answer comes. */
  readonly meanwhile?: () => Promise<void>;
}

/** A server, a keychain and a person that follow a script, and what happened to them, in order. */
function stage(script: Script) {
  const happened: string[] = [];
  const plans = [...(script.plans ?? [PLANNED])];
  const submits = [...(script.submits ?? [DONE])];
  const presses = [...(script.presses ?? [])];
  const gives = [...(script.gives ?? ["t0ken"])];
  const cancel = {
    isCancellationRequested: script.cancels === true,
    onCancellationRequested: () => ({ dispose: () => undefined }),
  };
  let kept: string | undefined;
  const ask = async () => {
    kept = gives.shift();
    happened.push(`asked for a token: ${kept}`);
    return kept;
  };
  const submitting = createSubmitting({
    server: {
      plan: async ({ textDocument, account }) => {
        happened.push(`plan ${textDocument.uri} ${JSON.stringify(account)}`);
        await script.meanwhile?.();
        return answered(plans.shift());
      },
      submit: async ({ saved, allowLive, account }, onProgress) => {
        happened.push(`submit ${saved}, live: ${allowLive}, token: ${account.token}`);
        for (const it of script.progress ?? []) onProgress(it);
        await script.meanwhile?.();
        return answered(submits.shift());
      },
    },
    person: {
      tell: async ({ severity, message, helps }) => {
        happened.push([`${severity}: ${message}`, ...helps.map((it) => `[${it}]`)].join(" "));
        return presses.shift();
      },
      agrees: async ({ button }) => {
        happened.push(`asked: ${button}`);
        return script.agrees !== false;
      },
      watch: async (title, work) => {
        happened.push(title);
        return work(({ message, increment }) => happened.push(`${increment} % ${message}`), cancel);
      },
      compare: async (_, { before, after }, title) => {
        happened.push(`${title}: ${before} | ${after}`);
      },
      closeComparison: async () => {
        happened.push("comparison closed");
      },
    },
    tokens: { ask, tokenFor: async () => kept ?? ask(), remove: async () => true },
    reachFor: () => script.reach ?? REACH,
    help: async (it) => happened.push(`help: ${it}`),
    onError: (error) => happened.push(String(error)),
  });
  return { submitting, happened };
}

function answered<T>(answer: T | Error | undefined): T {
  if (answer instanceof Error) throw answer;
  if (answer === undefined) throw new Error("nothing left to answer");
  return answer;
}

const ACCOUNT = '{"baseUri":"","envFile":"file:///show/.env","token":"t0ken"}';
const PLANNING = [
  "Planning restreams.yaml at api.gcore.com",
  `plan file:///show/restreams.yaml ${ACCOUNT}`,
];
const SHOWN = "Plan: restreams.yaml → api.gcore.com: old | new";
const SAID = "information: restreams.yaml → api.gcore.com · 1 to create.";

test("a plan is shown, and said in one sentence", async () => {
  const { submitting, happened } = stage({});
  await submitting.plan(TARGET);
  expect(happened).toEqual(["asked for a token: t0ken", ...PLANNING, SHOWN, `${SAID} [submit]`]);
});

test("a plan that is agreed to is submitted", async () => {
  const progress = [
    { done: 1, total: 2, message: "created A" },
    { done: 2, total: 2, message: "created B" },
  ];
  const { submitting, happened } = stage({ progress });
  await submitting.submit(TARGET);
  expect(happened.slice(1)).toEqual([
    ...PLANNING,
    SHOWN,
    "asked: Submit",
    "Submitting restreams.yaml to api.gcore.com",
    "submit the plan, live: false, token: t0ken",
    "50 % 1 of 2: created A",
    "50 % 2 of 2: created B",
    "comparison closed",
    "information: restreams.yaml → api.gcore.com · 1 created.",
  ]);
});

test("what is on air is changed only where that was agreed to", async () => {
  const { submitting, happened } = stage({ plans: [{ ...PLANNED, onAir: 1 }] });
  await submitting.submit(TARGET);
  expect(happened).toContain("asked: Submit, also On Air");
  expect(happened).toContain("submit the plan, live: true, token: t0ken");
});

test("who does not agree sends nothing", async () => {
  const { submitting, happened } = stage({ agrees: false });
  await submitting.submit(TARGET);
  expect(happened.at(-1)).toBe("asked: Submit");
});

test.each(["plan", "submit"] as const)("%s says where there is nothing to change", async (it) => {
  const { submitting, happened } = stage({ plans: [NOTHING] });
  await submitting[it](TARGET);
  expect(happened.slice(1)).toEqual([
    ...PLANNING,
    "comparison closed",
    "information: restreams.yaml → api.gcore.com · Nothing to change.",
  ]);
});

test("a plan leads to submitting, which plans anew", async () => {
  const { submitting, happened } = stage({ plans: [PLANNED, NOTHING], presses: ["submit"] });
  await submitting.plan(TARGET);
  expect(happened.slice(4)).toEqual([
    `${SAID} [submit]`,
    ...PLANNING,
    "comparison closed",
    "information: restreams.yaml → api.gcore.com · Nothing to change.",
  ]);
});

test("a refusal offers what helps, and shows both sides where there are some", async () => {
  const refused = { kind: "refused", message: "1 is refused.", remedy: "problems" } as const;
  const sides = { before: "old", after: "new" };
  const { submitting, happened } = stage({
    plans: [{ ...refused, sides }],
    presses: ["problems"],
  });
  await submitting.submit(TARGET);
  expect(happened.slice(3)).toEqual([SHOWN, "error: 1 is refused. [problems]", "help: problems"]);
});

test("another token is asked for, and the same is tried again", async () => {
  const refused = { kind: "refused", message: "Who are you?", remedy: "token" } as const;
  const { submitting, happened } = stage({
    plans: [refused, NOTHING],
    presses: ["token"],
    gives: ["wrong", "t0ken"],
  });
  await submitting.plan(TARGET);
  expect(happened.slice(3)).toEqual([
    "comparison closed",
    "error: Who are you? [token]",
    "asked for a token: t0ken",
    ...PLANNING,
    "comparison closed",
    "information: restreams.yaml → api.gcore.com · Nothing to change.",
  ]);
});

test("who gives no token sends nothing", async () => {
  const { submitting, happened } = stage({ gives: [undefined] });
  await submitting.plan(TARGET);
  expect(happened).toEqual(["asked for a token: undefined"]);
});

test("no token is asked for where it would go nowhere", async () => {
  const { submitting, happened } = stage({ reach: UNSAFE_BASE_URI, presses: ["settings"] });
  await submitting.submit(TARGET);
  expect(happened).toEqual([`error: ${UNSAFE_BASE_URI.message} [settings]`, "help: settings"]);
});

test.each([PLANNED, NOTHING, new Error("cancelled")])(
  "a plan that was broken off says nothing any more",
  async (answer) => {
    const { submitting, happened } = stage({ plans: [answer], cancels: true });
    await submitting.submit(TARGET);
    expect(happened.slice(1)).toEqual(PLANNING);
  },
);

test("a plan that fails otherwise is no secret", async () => {
  const { submitting } = stage({ plans: [new Error("gone")] });
  await expect(submitting.plan(TARGET)).rejects.toThrow("gone");
});

test("where the server ends in the middle, nobody claims to know what was done", async () => {
  const { submitting, happened } = stage({ submits: [new Error("gone")] });
  await submitting.submit(TARGET);
  expect(happened.slice(-2)).toEqual(["Error: gone", `error: ${UNKNOWN_OUTCOME.message} [plan]`]);
});

test.each(["plan", "submit"] as const)(
  "a document is planned or submitted once at a time: %s",
  async (second) => {
    const stages: ReturnType<typeof stage>[] = [];
    const meanwhile = async () => stages.pop()?.submitting[second](TARGET);
    const staged = stage({ plans: [NOTHING, NOTHING], meanwhile });
    stages.push(staged);
    await staged.submitting.plan(TARGET);
    expect(staged.happened.slice(3)).toEqual([
      "information: restreams.yaml is being planned or submitted already.",
      "comparison closed",
      "information: restreams.yaml → api.gcore.com · Nothing to change.",
    ]);
    // And again afterwards.
    await staged.submitting.plan(TARGET);
    expect(staged.happened.at(-1)).toContain("Nothing to change.");
  },
);

test("two documents can be planned at a time", async () => {
  const other = { uri: "file:///show/other.yaml", name: "other.yaml" };
  const stages: ReturnType<typeof stage>[] = [];
  const meanwhile = async () => stages.pop()?.submitting.plan(other);
  const staged = stage({ plans: [NOTHING, NOTHING], meanwhile });
  stages.push(staged);
  await staged.submitting.plan(TARGET);
  expect(staged.happened.filter((it) => it.includes("Nothing to change."))).toHaveLength(2);
});

test("what fails leaves the document free", async () => {
  const { submitting, happened } = stage({ plans: [new Error("gone"), NOTHING] });
  await expect(submitting.plan(TARGET)).rejects.toThrow("gone");
  await submitting.plan(TARGET);
  expect(happened.at(-1)).toContain("Nothing to change.");
});
