import type { Range } from "../range.ts";
import { partAt } from "./part.ts";
import type { RtmpPath } from "./rtmp.ts";
import type { Uri } from "./uri.ts";

/** What stands in the place of a stream key that nobody filled in. */
export interface PlaceholderKey {
  readonly range: Range;
  /** A mask is what a page shows instead of the key; a name says what belongs there. */
  readonly kind: "mask" | "name";
}

/**
 * The first segment or parameter after the app that as a whole is what guides and forms write for a stream key.
 * In doubt it is a key: `livestream`, `test` and `key` are.
 */
export function placeholderKeyIn(
  { path, query, fragment, surface }: Uri,
  { app }: RtmpPath,
): PlaceholderKey | undefined {
  const end = (fragment ?? query ?? path).range.end;
  const rest = surface.masked.slice(app?.range.end ?? end, end);
  if (!app || !MAY_HOLD.test(rest)) return undefined;

  for (const { index, 0: piece } of rest.matchAll(/[^/?&#]+/g)) {
    // `?stream_key=…`: the name of a parameter says what belongs there in any case.
    const start = app.range.end + index;
    const value = start + piece.indexOf("=") + 1;
    const part = partAt(surface, { start: value, end: start + piece.length });
    const kind = part.isOpen ? undefined : kindOf(part.text);
    if (kind) return { range: part.range, kind };
  }
  return undefined;
}

/** Cheaper than to look at each piece, and true wherever one is a placeholder. */
const MAY_HOLD = /key|your|here|replace|xx|\*\*|\.\.|--|__|[<{[\u2022\u25cf\u2026]/i;

/** Longer ones are no name. */
const LONGEST = 100;

function kindOf(text: string): PlaceholderKey["kind"] | undefined {
  if (text.length > LONGEST) return undefined;
  if (DOTS.test(text) || (CROSSES.test(text) && /x{4}|x{2}[-_]x{2}/i.test(text))) return "mask";
  if (ANGLED.test(text) || BRACKETED.test(text) || CAPITALS.test(text)) return "name";
  return WORDS.test(text.toLowerCase().replaceAll(/[-_.+]|%20/g, "")) ? "name" : undefined;
}

/** `***`, `...` */
const DOTS = /^(?:[*.\u2022\u25cf]{3,}|\u2026+|-{3,}|_{3,})$/;

/** `xxxx-xxxx-xxxx`, `live_xxxxxxxx_xxxxxxxx`, `FB-xxxx-0-xxxx`. */
const CROSSES = /^(?:live_|fb-|sk_[a-z0-9-]+_)?x{2,}(?:[-_](?:x+|[0-9]))*$/i;

const ANGLED = /^<[^<>]+>$/;

/** Words in other brackets: a GUID in braces is a key. */
const BRACKETED = /^[[{][\p{L}_.*-]+[0-9]?[\]}]$/u;

/** A variable that lacks its `${}`. */
const CAPITALS = /^(?:[A-Z0-9]+_)+KEY$/;

const SERVICE =
  "(?:youtube|yt|twitch|facebook|fb|kick|instagram|tiktok|linkedin|vimeo|rtmps?|obs|live)?";
const KEY = `${SERVICE}(?:stream(?:ing)?(?:key|name|id)|(?:secret)?key|token|secret)`;
/** In lower case and without what joins them. */
const WORDS = new RegExp(
  `^(?:${SERVICE}stream(?:ing)?key|streamkeyorstreamname|(?:insert|enter|paste|put|add)(?:your|the)?${KEY}(?:here)?` +
    `|(?:the)?${KEY}here|your(?:own)?(?:${KEY}|stream)(?:here)?|replace(?:me|with(?:your|the)?${KEY}))$`,
);
