import {
  DEFAULT_PORTS,
  type Diagnostic,
  formatLatency,
  latencyReadings,
  partsReadIn,
  redactedIn,
  redactUri,
  srtPair,
  srtPairsOf,
  type Uri,
  wrappingWords,
  type UriPart,
} from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";

/** What `restream-lint uri` prints: the masked address, its parts, latency under each unit, findings. */
export function uriSheet(uri: Uri, diagnostics: readonly Diagnostic[], color: boolean): string {
  const { bold, dim, red, yellow, blue } = pc.createColors(color);
  const tints = { error: red, warning: yellow, info: blue };
  const rows = [...partsReadIn(uri).flatMap((it) => partRows(uri, it)), ...latencyRows(uri)];
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

/** The parts as redaction leaves them: it alone knows which are harmless. */
function partRows(uri: Uri, { kind, part, pair }: UriPart): [string, string][] {
  switch (kind) {
    case "scheme":
      return [["scheme", uri.protocol ?? "not supported"]];
    case "userinfo":
      return [["userinfo", SECRET]];
    case "host":
      return [
        ["host", redactedIn(uri, part.range)],
        ["port", portText(uri)],
      ];
    case "app":
      // An app that stands alone may be a key in the wrong place.
      return [["app", redactedIn(uri, part.range) === part.text ? part.text : SECRET]];
    case "stream-key":
      return [["stream key", part.isOpen ? "filled in later" : SECRET]];
    case "query":
      return uri.protocol ? [["query", SECRET]] : [];
    case "parameter": {
      const value = pair.value ? redactedIn(uri, pair.value.range) : "(no value)";
      return [[redactedIn(uri, part.range), value]];
    }
    case "port":
    case "path":
    case "value":
    case "fragment":
      return [];
  }
}

const SECRET = "*** (secret)";

/** The port, or the one that its absence means. */
function portText(uri: Uri): string {
  const port = uri.authority?.port;
  if (port && (port.isOpen || /^[0-9]+$/.test(port.text))) return redactedIn(uri, port.range);
  const usual = uri.protocol && DEFAULT_PORTS[uri.protocol];
  return usual === undefined ? "none" : `${usual} (default)`;
}

function latencyRows(uri: Uri): [string, string][] {
  if (uri.protocol !== "srt") return [];
  const value = srtPair(srtPairsOf(uri), "latency")?.value;
  if (!value) return [];
  return latencyReadings(uri, value).map((reading) => {
    const name = `latency as ${UNIT_SYMBOLS[reading.unit]}`;
    if ("malformed" in reading) return [name, "not readable"];
    const read = [formatLatency(reading.ms), wrappingWords(reading)];
    return [name, read.filter((it) => it !== undefined).join(", ")];
  });
}

const UNIT_SYMBOLS = { us: "µs", ms: "ms", s: "s" };
