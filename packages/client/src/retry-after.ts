/** Reads `Retry-After`, seconds or a date of HTTP, as milliseconds from now; undefined where there is none, or nonsense. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const written = headers.get("retry-after")?.trim() ?? "";
  if (/^[0-9]{1,9}(?:\.[0-9]{1,9})?$/.test(written)) return Number(written) * 1000;
  const at = IMF_FIXDATE.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that RFC 9110 lets servers write. */
const IMF_FIXDATE =
  /^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$/;
