import { expect, test } from "vitest";
import { PROTOCOLS } from "../uri/uri.ts";
import { checkCombination } from "./combinations.ts";

/** Source → target, as Gcore lists them. */
const SUPPORTED = ["rtmp → rtmp", "rtmps → rtmps", "rtmp → srt", "srt → srt", "srt → rtmp"];

test.each(PROTOCOLS.flatMap((source) => PROTOCOLS.map((target) => ({ source, target }))))(
  "$source → $target",
  ({ source, target }) => {
    const { supported, targets, sources } = checkCombination(source, target);
    expect(supported).toBe(SUPPORTED.includes(`${source} → ${target}`));
    expect(targets.map((it) => `${source} → ${it}`).toSorted()).toEqual(
      SUPPORTED.filter((it) => it.startsWith(`${source} `)).toSorted(),
    );
    expect(sources.map((it) => `${it} → ${target}`).toSorted()).toEqual(
      SUPPORTED.filter((it) => it.endsWith(` ${target}`)).toSorted(),
    );
  },
);
