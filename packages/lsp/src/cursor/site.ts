import type { Range } from "@restream-lint/core";

/** What is being typed, as the characters around it tell; the tree tells what it is. */
export interface Site {
  /** What an item replaces, with its quotes; empty where nothing is typed yet. It never leaves its line. */
  readonly range: Range;
  /** What it is quoted in, which may have no end yet. */
  readonly quote: Quote;
  readonly isClosed: boolean;
  readonly notation: "block" | "flow" | "json";
  /** What has to stand before a new value: a blank after a bare `:` or `-`. */
  readonly gap: "" | " ";
  readonly role: Role;
  /** Whether it is a key that its `:` follows already. */
  readonly hasColon: boolean;
  /** What has to stand after a new value: in JSON, a comma before what follows. */
  readonly separator: "" | ",";
  /** Where the comment begins that it stands in. */
  readonly comment?: number;
}

/** The marks around a text. */
export type Quote = "" | "'" | '"';

/**
 * What may stand here: `line` is the start of a line of block YAML, a key or an item; `item` comes after a dash or in
 * brackets; `member` is a key between braces, or, in YAML, an item between brackets.
 */
export type Role = "line" | "item" | "member" | "value";
