import { Ajv } from "ajv";
import { lint, parseDocument } from "@restream-lint/core";
import {
  DOCUMENTS,
  folderWith,
  isShown,
  mutated,
  type Shape,
  SHAPES,
  telling,
} from "@restream-lint/testkit";
import { array, assert, asyncProperty, constantFrom, oneof } from "fast-check";
import { describe, expect, test } from "vitest";
import { outputLineSchema } from "../src/schemas/output-schema.ts";
import { type Outcome, run, type Surroundings } from "./run.ts";

// NDJSON on standard input: each line is a document by itself.

const FINE = '{"name":"A","stream_id":1,"uri":"rtmp://a.rtmp.youtube.com/live2/${KEY}"}';
const BAD =
  '{"stream_id":2,"uri":"srt://h.acme.net:9000?mode=listener&latency=2","latency_unit":"s"}';
const WARNING =
  '{"stream_id":2,"uri":"srt://h.acme.net:9000?latency=2&mode=caller&pbkeylen=16","latency_unit":"s"}';
const INFO = '{"stream_id":2,"uri":"srt://h.acme.net:9000?mode=caller&latency=2"}';
const BROKEN = '{"stream_id":2,"uri":';
const WHOLE = `{"restreams":[${FINE},${FINE}]}`;
const PRETTY = JSON.stringify(JSON.parse(WHOLE), undefined, 2);

const NAMED = ["-f", "jsonl", "--stdin-filename", "x.ndjson", "-"];
const UNNAMED = ["-f", "jsonl", "-"];

const validate = new Ajv({ strict: true }).compile(outputLineSchema("https://h.acme.net"));

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number; readonly offset: number };
    readonly end: { readonly line: number; readonly column: number; readonly offset: number };
  };
}

/** The findings that were printed, and the counts at the end, if they are there. */
function linesIn({ stdout }: Pick<Outcome, "stdout">) {
  const values = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => {
      const value: unknown = JSON.parse(line);
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      return value;
    });
  const last = values.at(-1) as { readonly summary?: object } | undefined;
  const found = last?.summary ? values.slice(0, -1) : values;
  return { found: found as Found[], summary: last?.summary };
}

/** `2:srt-not-caller`, line by line. */
function said(outcome: Outcome): string {
  const found = linesIn(outcome).found.map(({ rule, range }) => `${range.start.line}:${rule}`);
  return found.join(" ");
}

async function* piecesOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const it of texts) yield Buffer.from(it);
}

describe("what standard input is", () => {
  test.each([
    ["a name with .ndjson", NAMED, [BROKEN, BAD], "1:syntax-error 2:srt-not-caller"],
    [
      "a name with .jsonl",
      ["-f", "jsonl", "--stdin-filename", "X.JSONL", "-"],
      [BAD],
      "1:srt-not-caller",
    ],
    ["a first line that is JSON", UNNAMED, [FINE, BAD], "2:srt-not-caller"],
    ["a list in the first line", UNNAMED, [`[${FINE}]`, BAD], "2:srt-not-caller"],
    ["the same behind blank lines", UNNAMED, ["", " ", FINE, BAD], "4:srt-not-caller"],
    ["the same with a mark before it", UNNAMED, [`\ufeff${FINE}`, BAD], "2:srt-not-caller"],
    ["the same, named twice", ["-f", "jsonl", "-", "-"], [FINE, BAD], "2:srt-not-caller"],
    // Documents, as they were.
    ["a first line that is no JSON", UNNAMED, [BROKEN, BAD], "2:syntax-error"],
    ["a document on several lines", UNNAMED, [PRETTY], "9:duplicate-name 11:duplicate-target"],
    ["a document on one line", UNNAMED, [WHOLE], "1:duplicate-name 1:duplicate-target"],
    ["YAML", UNNAMED, ["uri: rtmp:/x", "stream_id: 1"], "1:malformed-uri"],
    [
      "a name with .json",
      ["-f", "jsonl", "--stdin-filename", "x.json", "-"],
      [FINE, BAD],
      "2:syntax-error",
    ],
    ["another format", ["-f", "json", "-"], [FINE, BAD], undefined],
  ])("%s", async (_, argv, lines, expected) => {
    const outcome = await run(argv, { stdin: lines.map((it) => `${it}\n`).join("") });
    if (expected !== undefined) expect(said(outcome)).toBe(expected);
    else expect(outcome.stdout).toContain("syntax-error");
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toBe("");
  });

  test("one line that is no restream is none, unless it is said to be NDJSON", async () => {
    const stdin = '{"foo":1}\n';
    expect(await run(UNNAMED, { stdin })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("not a restream document") as string,
    });
    expect(said(await run(NAMED, { stdin }))).toBe("1:unknown-field 1:missing-field");
  });

  test.each([
    [["--stdin-filename", "x.ndjson", "-"], "add --format jsonl, and no other"],
    [[...NAMED, "-f", "json=x.json"], "add --format jsonl, and no other"],
    [["-f", "jsonl=x.jsonl", "--stdin-filename", "x.ndjson", "-"], "add --format jsonl"],
    [[...NAMED, "a.yaml"], "name no other path beside -"],
    ...["fix", "diff", "env", "staged", "changed", "watch", "stats", "update-baseline"].map(
      (it) => [[...NAMED, `--${it}`], `--${it} needs all of it`] as const,
    ),
    [["secrets", "--stdin-filename", "x.ndjson", "-"], "restream-lint --format jsonl - < FILE"],
    [["plan", "--stdin-filename", "x.ndjson", "-"], "restream-lint --format jsonl - < FILE"],
    [[...NAMED, "--max-warnings", "x"], "--max-warnings needs"],
    [[...NAMED, "--jobs", "0"], "--jobs needs"],
  ] as const)("%j cannot be done with NDJSON", async (argv, words) => {
    const env = { GCORE_API_KEY: "1$abcdef" };
    const outcome = await run(argv, { stdin: `${FINE}\n`, cwd: folderWith({}), env });
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr).toContain(words);
  });

  test("a file of it is not taken for YAML", async () => {
    const cwd = folderWith({ "x.ndjson": `${FINE}\n`, "a.yaml": "uri: rtmp:/x\nstream_id: 1\n" });
    const outcome = await run(["-f", "jsonl", "x.ndjson", "a.yaml"], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toBe(
      "restream-lint: x.ndjson: NDJSON is linted from standard input, line by line: restream-lint --format jsonl - < FILE\n",
    );
    expect(said(outcome)).toBe("1:malformed-uri");
  });
});

describe("each line", () => {
  const LINES = oneof(
    constantFrom(FINE, BAD, WARNING, INFO, BROKEN, WHOLE, "", " \t", "[]", "{}", "42", "nonsense"),
    constantFrom(
      '{"stream_id":2,"uri":"rtmp',
      `\ufeff${BAD}`,
      `${BAD.slice(0, -1)}\r}`,
      '{"name":"\u00e9\u{1f600}","uri":1}',
    ),
    mutated([FINE, BAD, WHOLE].map((it) => it.replaceAll("\n", " "))).map((it) =>
      it.replaceAll(/[\n\r]|\p{Surrogate}/gu, "?"),
    ),
  );

  test("is judged as a document by itself, at its place in the stream", async () => {
    await assert(
      asyncProperty(array(LINES), constantFrom("\n", "\r\n"), async (lines, end) => {
        let offset = 0;
        const expected = lines.flatMap((text, index) => {
          const start = offset;
          offset += text.length + end.length;
          const isBlank = /^\ufeff?[ \t\r]*$/.test(text);
          const found = isBlank ? [] : lint(parseDocument(text, { language: "json" }));
          const placeOf = (at: number) => ({ line: index + 1, column: at + 1, offset: start + at });
          return found.map(({ rule, path, severity, message, range }) => ({
            rule,
            path,
            severity,
            message,
            range: { start: placeOf(range.start), end: placeOf(range.end) },
          }));
        });
        const stdin = lines.map((it) => it + end).join("");
        const { found, summary } = linesIn(await run(NAMED, { stdin }));
        const kept = found.map(({ rule, path, severity, message, range }) => ({
          rule,
          path,
          severity,
          message,
          range,
        }));
        expect(kept).toEqual(expected);
        const counts = (it: string) => expected.filter(({ severity }) => severity === it).length;
        const records = lines.filter((it) => !/^\ufeff?[ \t\r]*$/.test(it)).length;
        expect(summary).toEqual({
          files: Math.min(records, 1),
          records,
          errors: counts("error"),
          warnings: counts("warning"),
          infos: counts("info"),
          suppressed: 0,
        });
      }),
      { numRuns: 300 },
    );
  });

  test("has its fixes at their places in the stream", async () => {
    const { found } = linesIn(await run(NAMED, { stdin: `${FINE}\n${BAD}\n` }));
    const [it] = found as unknown as { fixes: { edits: { range: Found["range"] }[] }[] }[];
    const at = BAD.indexOf("listener");
    expect(it?.fixes[0]?.edits[0]?.range).toEqual({
      start: { line: 2, column: at + 1, offset: FINE.length + 1 + at },
      end: { line: 2, column: at + 9, offset: FINE.length + 1 + at + 8 },
    });
  });

  test("knows nothing of another, but of all in itself", async () => {
    const outcome = await run(NAMED, { stdin: `${FINE}\n${FINE}\n${WHOLE}\n` });
    expect(said(outcome)).toBe("3:duplicate-name 3:duplicate-target");
  });

  test("that cannot be decoded is told, and the others are linted", async () => {
    const stdin = Buffer.concat([
      Buffer.from(`${FINE.slice(0, -1)},"x-note":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\n${BAD}`),
    ]);
    const outcome = await run(NAMED, { stdin });
    expect(said(outcome)).toBe("1:syntax-error 2:srt-not-caller");
  });

  test("that is too long is told, and the others are linted", async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, " ");
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${FINE}\n`);
      for (let count = 0; count <= 64; count += 1) yield mebibyte;
      yield Buffer.from(`\n${BAD}\n`);
    }
    for (const argv of [NAMED, UNNAMED]) {
      const outcome = await run(argv, { stdin });
      expect(said(outcome)).toBe("2:file-too-large 3:srt-not-caller");
      const [, last] = linesIn(outcome).found;
      const before = FINE.length + 1 + 65 * mebibyte.length + 1;
      expect(last?.range.start.offset).toBe(before + BAD.indexOf("listener"));
    }
  });
});

test("one line without an end is told without reading all of it into memory first", async () => {
  let read = 0;
  let readAtOutput = 0;
  async function* stdin(): AsyncGenerator<Uint8Array> {
    const piece = Buffer.alloc(8 * 1024 * 1024, "[");
    for (; read < 20; read += 1) yield piece;
  }
  const room = async () => {
    readAtOutput ||= read;
    return true;
  };
  const outcome = await run(UNNAMED, { stdin, room });
  expect(said(outcome)).toBe("1:file-too-large");
  expect(readAtOutput).toBeLessThan(10);
});

test("too large a document is told, and not read to its end", async () => {
  let read = 0;
  async function* stdin(): AsyncGenerator<Uint8Array> {
    const piece = Buffer.from("# \u00e9\n".repeat(1024 * 1024));
    for (; read < 100; read += 1) yield piece;
  }
  const outcome = await run(["-f", "jsonl", "-"], { stdin });
  expect(said(outcome)).toBe("1:file-too-large");
  expect(read).toBeLessThan(16);
});

describe("what comes out keeps pace with what goes in", () => {
  test("nothing is read while the output is full", async () => {
    const events: string[] = [];
    async function* stdin(): AsyncGenerator<Uint8Array> {
      for (const it of [1, 2, 3]) {
        events.push(`read ${it}`);
        yield Buffer.from(`${BAD}\n`);
      }
    }
    const room = async () => {
      events.push("wait");
      await new Promise((resolve) => setImmediate(resolve));
      events.push("go on");
      return true;
    };
    expect(said(await run(NAMED, { stdin, room }))).toBe(
      "1:srt-not-caller 2:srt-not-caller 3:srt-not-caller",
    );
    expect(events.slice(0, 6)).toEqual(["read 1", "wait", "go on", "read 2", "wait", "go on"]);
  });

  test("where nobody reads any more, it ends in silence, and lets go of the input", async () => {
    let isLeft = false;
    async function* stdin(): AsyncGenerator<Uint8Array> {
      try {
        for (let count = 0; count < 100; count += 1) yield Buffer.from(`${BAD}\n`);
      } finally {
        isLeft = true;
      }
    }
    const outcome = await run(NAMED, { stdin, room: async () => false });
    expect(linesIn(outcome)).toMatchObject({ found: [{ rule: "srt-not-caller" }] });
    expect(linesIn(outcome).summary).toBeUndefined();
    expect(outcome).toMatchObject({ status: 1, stderr: "" });
    expect(isLeft).toBe(true);
  });

  test("an input that breaks off is said, and has no counts", async () => {
    async function* stdin(): AsyncGenerator<Uint8Array> {
      yield* piecesOf([`${BAD}\n${BAD}\n`]);
      throw Object.assign(new Error("read"), { code: "EIO" });
    }
    for (const argv of [NAMED, UNNAMED]) {
      const outcome = await run(argv, { stdin });
      const name = argv === NAMED ? "x.ndjson" : "<stdin>";
      expect(outcome.status).toBe(2);
      expect(outcome.stderr).toBe(`restream-lint: ${name}: EIO\n`);
      expect(linesIn(outcome).summary).toBeUndefined();
    }
  });
});

describe("how it ends", () => {
  test.each([
    [[FINE], [], 0],
    [[INFO], [], 0],
    [[WARNING], [], 0],
    [[WARNING], ["--max-warnings", "1"], 0],
    [[WARNING, WARNING], [], 0],
    [[WARNING, WARNING], ["--max-warnings", "1"], 1],
    [[WARNING], ["--preset", "strict"], 1],
    [[FINE, BAD], [], 1],
    [[BAD], ["--rule", "srt-not-caller=off"], 0],
    [[], [], 3],
    [["", " "], [], 3],
    [[], ["--no-error-on-unmatched"], 0],
  ])("%j with %j: %i", async (lines, argv, status) => {
    const outcome = await run([...NAMED, ...argv], {
      stdin: lines.map((it) => `${it}\n`).join(""),
    });
    expect(outcome.status).toBe(status);
    const isNothing = status === 3;
    expect(outcome.stderr).toBe(
      isNothing ? "restream-lint: x.ndjson: nothing to lint: no line holds anything\n" : "",
    );
    expect(linesIn(outcome).summary).toBeDefined();
  });

  test("--quiet prints errors alone, and counts all", async () => {
    const outcome = await run([...NAMED, "-q"], { stdin: `${WARNING}\n${BAD}\n` });
    expect(said(outcome)).toBe("2:srt-not-caller");
    expect(linesIn(outcome).summary).toMatchObject({ errors: 1, warnings: 1 });
  });

  test("settings hold, by the name that the input has", async () => {
    const settings = `\
extends: strict
ignore:
  - rule: srt-not-caller
    file: in/*.ndjson
overrides:
  - files: ["in/**"]
    rules: { srt-invalid-pbkeylen: off }
rules: { no-such-rule: off }
`;
    const cwd = folderWith({ ".restream-lint.yaml": settings });
    const argv = ["-f", "jsonl", "--stdin-filename", "in/x.ndjson", "-"];
    const outcome = await run(argv, { cwd, stdin: `${BAD}\n${WARNING}\n` });
    const { found, summary } = linesIn(outcome);
    expect(found).toMatchObject([{ file: ".restream-lint.yaml", rule: "unknown-rule" }]);
    expect(summary).toMatchObject({ files: 1, records: 2, suppressed: 1 });
  });

  test("settings that say more than severities say it of each line, too", async () => {
    const text = `{"stream_id":1,"uri":"srt://ingest.studio-b.net:9000?mode=caller&latency=1000000","latency_unit":"us"}`;
    expect(said(await run(NAMED, { stdin: text }))).toBe("");
    const cwd = folderWith({ ".restream-lint.yaml": "network: public-internet\n" });
    expect(said(await run(NAMED, { cwd, stdin: text }))).toBe("1:srt-latency-out-of-range");
  });

  test("nothing is linted under broken settings", async () => {
    const cwd = folderWith({ ".restream-lint.yaml": "rules: [\n" });
    const outcome = await run(NAMED, { cwd, stdin: `${BAD}\n` });
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain("nothing is linted under broken settings");
    expect(linesIn(outcome).summary).toMatchObject({ files: 0, records: 0, errors: 1 });
  });
});

describe.each(Object.keys(SHAPES) as Shape[])("a secret that is %s", (shape) => {
  test("is not printed", async () => {
    const records = Object.entries(DOCUMENTS).flatMap(([place, textWith]) => {
      const [kind, text] = textWith(SHAPES[shape]);
      return kind !== "json" || isShown(place, shape) ? [] : [text.replaceAll(/[\r\n]+/g, " ")];
    });
    expect(records.length).toBeGreaterThan(1);
    for (const text of [...records, records.map((it) => `${it}\n`).join("")]) {
      const surroundings: Surroundings = { stdin: text };
      const { stdout, stderr } = await run([...NAMED, "--preset", "all"], surroundings);
      expect(telling(stdout + stderr, shape)).toBeUndefined();
    }
  });
});
