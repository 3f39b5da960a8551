/**
 * Why a DNS name, in lower case and without a final dot, cannot be anybody's host; completes "the host …".
 * Undefined for all others, and in doubt: `static.1.2.3.4.clients.your-server.de` is a real machine.
 */
export function placeholderReason(name: string): string | undefined {
  if (RESERVED.test(name)) return "is a name reserved for examples and tests";
  const isWord = WORD.test(name) || MASK.test(name);
  const isYours = YOURS.test(name) && !/(?:^|\.)your-server\.de$/.test(name);
  return isWord || isYours ? "is what guides write in the place of a real one" : undefined;
}

/** RFC 2606 and RFC 6761; `example.edu` is IANA's as well. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid)$/;

/** As a whole: `hostname.acme.net` may be somebody's. */
const WORD =
  /^(?:(?:server|host)[-_]?(?:ip(?:[-_]?addr(?:ess)?)?|addr(?:ess)?|name)|ip(?:[-_]?addr(?:ess)?)?|host|host(?:name)?[-_]or[-_]ip|domain(?:[-_]?name)?)$/;

/** `xxx.xxx.xxx.xxx` */
const MASK = /^x{1,3}(?:\.x{1,3}){3}$/;

/** As a whole label: `your-server.com`, `live.yourdomain.tv`, `your_rtmp_server_ip`. */
const YOURS =
  /(?:^|\.)your[-_]?(?:own[-_]?)?(?:(?:rtmps?|srt|media|stream(?:ing)?|ingest|live|target|video)[-_]?)?(?:server|host|domain|ip|addr(?:ess)?|endpoint|site|website|company)(?:[-_]?(?:name|ip|addr(?:ess)?|url|here)){0,2}(?=\.|$)/;
