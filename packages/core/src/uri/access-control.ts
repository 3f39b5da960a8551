import type { Range } from "../range.ts";
import type { Part } from "./part.ts";
import { HOLE, type Surface, VOID } from "./surface.ts";

/** A streamid in access-control syntax: `#!::` and a list of `key=value` (Haivision/srt, `docs/features/access-control.md`). */
export interface AccessControl {
  /** What it begins with, as written: `#!::`, `%23!::`, or cut short. */
  readonly prefix: Range;
  /** Whether it has one colon only. */
  readonly isCutShort: boolean;
  /** Whether it says that a stream is published; undefined where a placeholder may say it. */
  readonly isPublish: boolean | undefined;
  /** What `m` says. */
  readonly mode: Range | undefined;
  /** Whether another key can follow without a comma. */
  readonly isOpenEnded: boolean;
}

/** `#!:` and what follows it; each character may be encoded. */
const PREFIX = /^(?:#|%23)(?:!|%21)(?::|%3a)(:|%3a|\{|%7b|\ufdd0)?/i;
const COMMA = /,|%2c/gi;
const ITEM = /^(.*?)(?:=|%3d)(.*)$/is;

/** Reads a streamid in access-control syntax; nothing of free text, and of the nested form `#!:{`. */
export function accessControlOf({ range }: Part, { masked }: Surface): AccessControl | undefined {
  const text = masked.slice(range.start, range.end);
  const match = PREFIX.exec(text);
  const [whole = "", next] = match ?? [];
  if (!match || (next !== undefined && !/^(?::|%3a)$/i.test(next))) return undefined;

  const prefix = { start: range.start, end: range.start + whole.length };
  const items = itemsIn(text, whole.length);
  const modes = items.filter((it) => it.key === "m");
  const [mode] = modes;
  const says = (word: RegExp) => modes.some((it) => word.test(it.value.replaceAll(VOID, "")));
  const mayBe = items.some(
    ({ key, value }) => key.includes(HOLE) || (key === "m" && value.includes(HOLE)),
  );
  const isPublish = says(/^(?:publish|bidirectional)$/) || (mayBe ? undefined : false);
  return {
    prefix,
    isCutShort: next === undefined,
    isPublish,
    mode: mode && {
      start: range.start + mode.end - mode.value.length,
      end: range.start + mode.end,
    },
    isOpenEnded: text.length === whole.length || /(?:,|%2c)$/i.test(text),
  };
}

interface Item {
  readonly key: string;
  readonly value: string;
  /** Where it ends, counted from the streamid's first character. */
  readonly end: number;
}

function itemsIn(text: string, from: number): Item[] {
  const ends = [...text.matchAll(COMMA)].filter(({ index }) => index >= from);
  const items: Item[] = [];
  let start = from;
  for (const { index, length } of [
    ...ends.map((it) => ({ index: it.index, length: it[0].length })),
    { index: text.length, length: 0 },
  ]) {
    const item = text.slice(start, index);
    const [, key = item, value = ""] = ITEM.exec(item) ?? [];
    items.push({ key: key.replaceAll(VOID, ""), value, end: index });
    start = index + length;
  }
  return items;
}
