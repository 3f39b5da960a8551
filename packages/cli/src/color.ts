import type { Io, Output } from "./io.ts";
import type { Arguments } from "./arguments.ts";

/** Whether to colour an output: `--color`, else NO_COLOR and FORCE_COLOR, else on a terminal. https://no-color.org */
export function hasColor(args: Arguments, { env }: Io, output: Output): boolean {
  const when = args.value("color") ?? "auto";
  if (when !== "auto") return when === "always";
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return output.isTTY && env["TERM"] !== "dumb";
}
