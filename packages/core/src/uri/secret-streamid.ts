import type { Range } from "../range.ts";
import type { Part } from "./part.ts";

/** The part of a streamid that lets a person stream, and what it is. */
export interface StreamidSecret {
  readonly kind: "password" | "token" | "streamid";
  readonly range: Range;
}

/** What a streamid names its secrets, in the access-control syntax (`#!::u=…,s=…`) or in a query that it holds. */
const NAMED =
  /(?:^#!::|,)(?:s|p|pw|pwd|pass|passwd|password|key|token|auth|secret|sign)=([^,]+)|[?&](?:key|token|auth|secret|password|sign)=([^,&]+)/i;
/** MediaMTX: `publish:path:user:password`. */
const COLONS = /^publish:[^:]*:[^:]*:([^:]+)/;
/** Gcore: the stream's ID, and its push token. */
const ID_AND_TOKEN = /^[0-9]+b?(?:#|%23)([0-9a-z]+)$/i;

/**
 * Finds the secret of a streamid; nothing in one that only names a stream: `1`, `live/studio`, `#!::r=live,m=publish`.
 * The whole is one where the platform takes its stream key there, or where nobody could guess it.
 */
export function secretInStreamid(
  { text, range }: Part,
  isPlatform: boolean,
): StreamidSecret | undefined {
  const password = within(NAMED.exec(text) ?? COLONS.exec(text));
  if (password) return { kind: "password", range: password };
  const token = within(ID_AND_TOKEN.exec(text));
  if (token) return { kind: "token", range: token };
  const isKey = !text.startsWith("#!::") && (isPlatform || isUnguessable(text));
  return isKey && text !== "" ? { kind: "streamid", range } : undefined;

  /** Where the last group of a match stands: all these patterns end with it. */
  function within(match: RegExpExecArray | null): Range | undefined {
    const group = match?.slice(1).find((it) => it !== undefined);
    if (!match || group === undefined) return undefined;
    const start = range.start + match.index + match[0].lastIndexOf(group);
    return { start, end: start + group.length };
  }
}

/** In bytes, so that no longer text need be looked at. */
const LONGEST_STREAMID = 512;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a text was made by chance: a UUID, or a long run in which digits, small and capital letters change often. */
function isUnguessable(whole: string): boolean {
  if (UUID.test(whole)) return true;
  const runs = whole.slice(0, LONGEST_STREAMID).match(/[0-9A-Za-z]{16,}/g) ?? [];
  return runs.some((run) => {
    const changes = run.match(/[0-9]+|[a-z]+|[A-Z]+/g)?.length ?? 0;
    return changes > 6 && /[0-9].*[0-9]/.test(run);
  });
}
