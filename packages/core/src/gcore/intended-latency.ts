import { LATENCY_UNITS, readLatency, toMilliseconds } from "../uri/latency.ts";
import type { LatencyTerms } from "./latency.ts";
import { usualLatency } from "./latency-choices.ts";

const SUFFIXED = /^([0-9]{1,9}(?:[.,][0-9]{1,3})?)(us|\xb5s|ms|s|sec)$/i;

/** The milliseconds that somebody surely meant by a malformed latency; undefined where it could be anything. */
export function intendedLatency(text: string, terms: LatencyTerms): number | undefined {
  if (text === "") return usualLatency(terms);
  const [, number = "", suffix = ""] = SUFFIXED.exec(text) ?? [];
  if (suffix !== "") {
    const unit = LATENCY_UNITS.find((it) => suffix.toLowerCase().replace("µ", "u").startsWith(it));
    return toMilliseconds(Number(number.replace(",", ".")), unit ?? "s");
  }
  // Where the server reads whole numbers, nobody who types a fraction means one of its microseconds.
  if (/^[0-9]{1,3}[.,][0-9]{1,2}$/.test(text))
    return toMilliseconds(Number(text.replace(",", ".")), "s");
  if (!/^(?:[0-9](?:\.[0-9])?e[0-9]|\+[0-9]{1,9})$/i.test(text)) return undefined;
  const latency = readLatency(String(Number(text)), terms.unit === "open" ? undefined : terms.unit);
  return "malformed" in latency ? undefined : latency.ms;
}
