import {
  DEFAULT_PORTS,
  type Diagnostic,
  formatLatency,
  LATENCY_UNITS,
  MAX_LATENCY_MS,
  readLatency,
  redactedIn,
  redactUri,
  rtmpPathOf,
  srtPair,
  srtPairsOf,
  type Uri,
} from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";

/** What `restream-lint uri` prints: the masked address, its parts, latency under each unit, findings. */
export function uriSheet(uri: Uri, diagnostics: readonly Diagnostic[], color: boolean): string {
  const { bold, dim, red, yellow, blue } = pc.createColors(color);
  const tints = { error: red, warning: yellow, info: blue };
  const rows = [...partsOf(uri), ...latencyRows(uri)];
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const findings = diagnostics.flatMap(({ severity, rule, message, fixes }) => [
    `${tints[severity](severity)} ${rule}: ${printable(message)}`,
    ...fixes.map(({ title, safe }) => dim(`  ${safe ? "fix" : "suggestion"}: ${printable(title)}`)),
  ]);
  return [
    bold(printable(redactUri(uri.text))),
    ...(rows.length > 0 ? [""] : []),
    ...rows.map(([name, value]) => `  ${dim(name.padEnd(width))}  ${printable(value)}`),
    "",
    ...(findings.length > 0 ? findings : ["no findings"]),
    "",
  ].join("\n");
}

function partsOf(uri: Uri): [string, string][] {
  const { scheme, authority, protocol } = uri;
  const rows: [string, string][] = [];
  if (protocol) rows.push(["scheme", protocol]);
  else if (scheme) rows.push(["scheme", "not supported"]);
  if (!authority) return rows;
  if (authority.userinfo) rows.push(["userinfo", SECRET]);
  rows.push(["host", redactedIn(uri, authority.host.range)]);
  const usual = protocol && DEFAULT_PORTS[protocol];
  const filledIn = usual === undefined ? "none" : `${usual} (default)`;
  const isPort = authority.port?.isOpen || /^[0-9]+$/.test(authority.port?.text ?? "");
  rows.push(["port", authority.port && isPort ? redactedIn(uri, authority.port.range) : filledIn]);
  return [...rows, ...(protocol === "srt" ? srtRows(uri) : protocol ? rtmpRows(uri) : [])];
}

const SECRET = "*** (secret)";

function rtmpRows(uri: Uri): [string, string][] {
  const { app, streamKey } = rtmpPathOf(uri);
  const rows: [string, string][] = [];
  // An app that stands alone may be a key in the wrong place, which redaction knows best.
  const isShown = app && redactedIn(uri, app.range) === app.text;
  if (app) rows.push(["app", isShown ? app.text : SECRET]);
  if (streamKey) rows.push(["stream key", streamKey.isOpen ? "filled in later" : SECRET]);
  if (uri.query) rows.push(["query", SECRET]);
  return rows;
}

/** The parameters as redaction leaves them: it alone knows which values are harmless. */
function srtRows(uri: Uri): [string, string][] {
  return srtPairsOf(uri).map(({ name, value }) => [
    redactedIn(uri, name.range),
    value ? redactedIn(uri, value.range) : "(no value)",
  ]);
}

function latencyRows(uri: Uri): [string, string][] {
  if (uri.protocol !== "srt") return [];
  const value = srtPair(srtPairsOf(uri), "latency")?.value;
  if (!value || value.isOpen || redactedIn(uri, value.range) !== value.text) return [];
  return LATENCY_UNITS.map((unit): [string, string] => {
    const read = readLatency(value.text, unit);
    if ("malformed" in read) return [`latency as ${UNIT_NAMES[unit]}`, "not readable"];
    // SRT carries whole milliseconds; tools drop the rest.
    const ms = unit === "s" ? read.ms : Math.floor(read.ms);
    const wraps =
      ms > MAX_LATENCY_MS
        ? `: more than SRT can carry, wraps to ${formatLatency(Math.trunc(ms) % (MAX_LATENCY_MS + 1))}`
        : "";
    return [`latency as ${UNIT_NAMES[unit]}`, `${formatLatency(ms)}${wraps}`];
  });
}

const UNIT_NAMES = { us: "µs", ms: "ms", s: "s" };
