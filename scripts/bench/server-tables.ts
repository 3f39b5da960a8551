import { figure } from "./linter-tables.ts";
import { quantile } from "./statistics.ts";
import type { Table } from "./table.ts";
import type { ServerTiming } from "./time-servers.ts";

const HEAD = [
  "server",
  "document",
  "open",
  "key, p50",
  "key, p99",
  "running, p50",
  "running, p99",
  "echo, p50",
  "echo, p99",
  "keys",
  "memory",
  "peak",
];

/** Documents of one size: what an editor waits for, how much of it is the server's work, and what the server holds. */
export function serverTable(timings: readonly ServerTiming[]): Table {
  return { head: HEAD, rows: timings.map(rowOf) };
}

function rowOf(timing: ServerTiming): string[] {
  const { server, isSound, opening, waits, runs, echoes, opened, last, peak } = timing;
  const quantiles = (values: readonly number[]) =>
    [0.5, 0.99].map((share) => figure(quantile(values, share), "ms"));
  return [
    server.delay > 0 ? `${server.name}, waiting ${figure(server.delay, "ms")}` : server.name,
    `${server.format === "json" ? "JSON" : "YAML"}, ${isSound ? "valid" : "5 % faulty"}`,
    figure(opening.wait, "ms"),
    ...quantiles(waits),
    ...quantiles(runs),
    ...quantiles(echoes),
    String(waits.length),
    figure(Math.max(opened, last), "MB"),
    figure(peak, "MB"),
  ];
}
