import { assert, property } from "fast-check";
import { mutated } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { sourceOf } from "./source.ts";

describe("sourceOf", () => {
  test.each([
    ["uri: a\r\nname: b\r\n", "uri: a\r\nname: b\r\n"],
    // A blank would indent the first key.
    ["\ufeffuri: a\n", "\nuri: a\n"],
    ["uri: a\rname: b\r\r\n", "uri: a\nname: b\n\r\n"],
    ["a\n======= \n>>>>>>> b\n", "a\n======= \n>>>>>>> b\n"],
  ])("reads %j as %j, without a fault", (written, text) => {
    expect(sourceOf(written)).toEqual({ text, faults: [] });
  });

  test.each([
    ["two sides", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\nb: 3\n"],
    [
      "three sides",
      "<<<<<<< ours\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> theirs\nb: 3\n",
    ],
    ["CRLF", "<<<<<<< ours\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> theirs\r\nb: 3\r\n"],
  ])("keeps our side of a conflict of %s, in its place", (_, written) => {
    const { text, faults } = sourceOf(written);
    expect(text.trim().split(/\s*\n\s*/)).toEqual(["a: 1", "b: 3"]);
    for (const kept of ["a: 1", "b: 3"]) expect(text.indexOf(kept)).toBe(written.indexOf(kept));
    expect(text).toHaveLength(written.length);
    expect(text.replaceAll(/[^\n]/g, "")).toBe(written.replaceAll(/[^\n]/g, ""));
    expect(faults.map(({ range }) => written.slice(range.start, range.end))).toEqual([
      "<<<<<<< ours",
    ]);
  });

  test("says of each conflict that it is there", () => {
    const conflict = "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> theirs\n";
    expect(sourceOf(conflict.repeat(3)).faults).toHaveLength(3);
  });

  test("leaves a conflict without its end to the parser", () => {
    const written = "<<<<<<< ours\na: 1\n=======\na: 2\n";
    expect(sourceOf(written)).toEqual({ text: written, faults: [] });
  });

  test("a file that is no text is not read", () => {
    expect(sourceOf("a: 1\nb: \0\n")).toEqual({
      text: "",
      faults: [
        {
          kind: "syntax",
          message: "This is no UTF-8 text: it holds a NUL character; save the file as UTF-8",
          range: { start: 8, end: 9 },
        },
      ],
    });
  });

  test("marks the first character that could not be decoded, and reads on", () => {
    const { text, faults } = sourceOf("a: \ufffd\nb: \ufffd\n");
    expect(text).toBe("a: \ufffd\nb: \ufffd\n");
    expect(faults.map(({ range }) => range)).toEqual([{ start: 3, end: 4 }]);
  });

  test("moves nothing", () => {
    const check = property(mutated(["restreams:\r\n  - uri: a\r\n", "\ufeff[1]\r"]), (written) => {
      const { text } = sourceOf(written);
      if (!written.includes("\0")) expect(text).toHaveLength(written.length);
    });
    assert(check);
  });
});
