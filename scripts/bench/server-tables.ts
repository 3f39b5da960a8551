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
  "of it waiting",
  "echo",
  "keys",
  "memory",
  "peak",
];

/** Documents of one size: what an editor waits for, and what the servers hold. */
export function serverTable(timings: readonly ServerTiming[]): Table {
  return {
    head: HEAD,
    rows: timings.map(({ server, isSound, opening, waits, echoes, opened, last, peak }) => [
      server.name,
      `${server.format === "json" ? "JSON" : "YAML"}, ${isSound ? "valid" : "5 % faulty"}`,
      figure(opening, "ms"),
      figure(quantile(waits, 0.5), "ms"),
      figure(quantile(waits, 0.99), "ms"),
      figure(server.delay, "ms"),
      figure(quantile(echoes, 0.5), "ms"),
      String(waits.length),
      figure(Math.max(opened, last), "MB"),
      figure(peak, "MB"),
    ]),
  };
}
