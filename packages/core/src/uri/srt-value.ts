import { type Bounds, INT32, INT64, type SrtParameter } from "./srt-parameters.ts";

/** A tool whose table of parameters is known. */
export type SrtTool = "ffmpeg" | "libsrt";

/** What is wrong with the value of a parameter. */
export type SrtValueVerdict =
  | { readonly kind: "fine" | "no-value" | "not-live" }
  /** Tools read the digits that it begins with, and pass over the rest. */
  | { readonly kind: "misread" }
  /** FFmpeg, which reads a flag as a number, takes a `yes` for 0. */
  | { readonly kind: "read-as-0" }
  /** Outside the tables of these tools; tolerated where they are not known to refuse it. */
  | {
      readonly kind: "invalid";
      readonly tools: readonly SrtTool[];
      readonly isTolerated: boolean;
    };

const FINE: SrtValueVerdict = { kind: "fine" };

/**
 * Judges a value as FFmpeg and libsrt read it; undefined where there is no `=`. FFmpeg reads numbers with `strtol`, base
 * 10, and flags as numbers; libsrt with `std::stoi`, which knows 0x and refuses what begins with no digit.
 */
export function judgeSrtValue(parameter: SrtParameter, value: string | undefined): SrtValueVerdict {
  const { type, live, libsrt, ffmpeg, tolerated } = parameter;
  if (value === undefined) return { kind: "no-value" };
  if (live === "live") return value === live ? FINE : { kind: "not-live" };
  if (type === "string" || type === "enum") return FINE;
  if (type === "boolean" && live !== undefined && FALSE.test(value)) return { kind: "not-live" };

  const readings = new Map<SrtTool, Reading>();
  if (ffmpeg) readings.set("ffmpeg", readByFfmpeg(parameter, value));
  if (libsrt) readings.set("libsrt", readByLibsrt(parameter, value));
  const tools = [...readings.keys()].filter((it) => readings.get(it) !== "fits");
  if (tools.length === 0) return FINE;

  if (tools.every((it) => readings.get(it) === "misread")) {
    if (type !== "boolean") return { kind: "misread" };
    // What means no is read as 0, as it should be.
    return FALSE.test(value) ? FINE : { kind: "read-as-0" };
  }
  return { kind: "invalid", tools, isTolerated: tolerated?.test(value) ?? false };
}

/** In its range and all of it read; read otherwise than written; outside its range or type. */
type Reading = "fits" | "misread" | "invalid";

const TRUE = /^(?:yes|on|true|1)$/;
const FALSE = /^(?:no|off|false|0)$/;

function readByFfmpeg({ type, ffmpeg }: SrtParameter, value: string): Reading {
  if (type === "version") return /^[0-9]/.test(value) ? "fits" : "invalid";
  if (type === "boolean") {
    if (/^(?:-1|0|1)$/.test(value)) return "fits";
    return TRUE.test(value) || FALSE.test(value) ? "misread" : "invalid";
  }
  const number = Number(/^[+-]?[0-9]+/.exec(value)?.[0] ?? 0);
  if (number !== -1 && !isWithin(ffmpeg, number, INT64)) return "invalid";
  return DECIMAL.test(value) ? "fits" : misreadOrInvalid(value);
}

function readByLibsrt({ type, libsrt }: SrtParameter, value: string): Reading {
  if (type === "version") return VERSION.test(value) ? "fits" : "invalid";
  if (type === "boolean") return TRUE.test(value) || FALSE.test(value) ? "fits" : "invalid";
  const number = HEXADECIMAL.test(value) ? Number(value) : Number.parseInt(value, 10);
  if (!isWithin(libsrt, number, INT32)) return "invalid";
  return DECIMAL.test(value) || HEXADECIMAL.test(value) ? "fits" : misreadOrInvalid(value);
}

/** What begins with no digit is no number to anybody, even where FFmpeg takes it for 0. */
function misreadOrInvalid(value: string): Reading {
  return /^[+-]?[0-9]/.test(value) ? "misread" : "invalid";
}

const DECIMAL = /^[+-]?[0-9]+$/;
const HEXADECIMAL = /^0x[0-9a-f]+$/i;
const VERSION = /^(?:[0-9]+(?:\.[0-9]+){0,2}|0x[0-9a-f]+)$/i;

function isWithin(bounds: Bounds | "known" | undefined, number: number, widest: number): boolean {
  const { min, max = widest } = typeof bounds === "object" ? bounds : { min: -widest };
  return min <= number && number <= max;
}
