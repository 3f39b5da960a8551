import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { barTable, isMissed, linterBars, serverBars } from "./bars.ts";
import { canCount } from "./callgrind.ts";
import { checkGrowth } from "./check-growth.ts";
import { FULL, grouped, QUICK, type Selection, writeCorpora } from "./corpora.ts";
import {
  countInstructions,
  countsTable,
  growthTable,
  type Instructions,
  recordCounts,
  regressionsIn,
  steepIn,
} from "./instructions.ts";
import { type LanguageServer, OUR_SERVERS, peerServers } from "./language-servers.ts";
import { timingTable } from "./linter-tables.ts";
import { lintersOf } from "./linters.ts";
import { benchmarksPage, type Section } from "./page.ts";
import { PEER_SCHEMA, spectralRuleset } from "./peer-schema.ts";
import { installPeers, type Peers } from "./peers.ts";
import { serverTable } from "./server-tables.ts";
import { createStopwatch } from "./stopwatch.ts";
import { printedTable, type Table } from "./table.ts";
import { type Patience, timeLinters, type Timing } from "./time-linters.ts";
import { type ServerTiming, timeServer, type Typing } from "./time-servers.ts";

const SECOND = 1000;

/** Everything, beside all that can be installed; writes docs/benchmarks.md. */
export async function benchAll(folder: string): Promise<void> {
  const peers = installPeers();
  const files = writeSchemas(folder);
  const timings = await timeAll(folder, files, peers, FULL, { rounds: 15, budget: 10 * SECOND });
  const servers = [...OUR_SERVERS, ...peerServers(peers, files.schema)];
  const keys = { keystrokes: 1000, budget: 20 * SECOND };
  const sizes = [1000, 10_000, 100_000];
  const serverTimings = await timeServers(servers, sizes, keys);
  const instructions = canCount() ? await countInstructions(folder, 4) : undefined;
  if (instructions === undefined) console.log("No valgrind: instructions are not counted.");

  const bars = barTable([...linterBars(timings), ...serverBars(serverTimings)]);
  const sections = [
    linterSection(timings),
    serverSection(serverTimings),
    ...(instructions === undefined ? [] : [instructionSection(instructions)]),
  ];
  writeFileSync("docs/benchmarks.md", benchmarksPage(bars, sections));
  show("What we promise", bars);
  console.log("\ndocs/benchmarks.md is written.");
}

/** Ourselves in a few rounds. A missed bar is only said, for the machine may be busy. */
export async function benchQuickly(folder: string): Promise<void> {
  const patience = { rounds: 5, budget: 5 * SECOND };
  const timings = await timeAll(folder, writeSchemas(folder), {}, QUICK, patience);
  const keys = { keystrokes: 200, budget: 5 * SECOND };
  const serverTimings = await timeServers(OUR_SERVERS, [1000], keys);
  const bars = [...linterBars(timings), ...serverBars(serverTimings)];
  show("What we promise", barTable(bars.filter(({ measured }) => !Number.isNaN(measured))));
  if (bars.some(isMissed)) console.log("\nBars are missed; `pnpm bench` says by how much.");
}

/** Counts alone; returns the exit status. */
export async function benchInstructions(folder: string, isRecording: boolean): Promise<number> {
  if (!canCount()) throw new Error("valgrind is needed: apt-get install valgrind");
  const instructions = await countInstructions(folder, 1);
  show("Instructions", countsTable(instructions.counts));
  show("Growth", growthTable(instructions.growing));
  if (isRecording) recordCounts(instructions.counts);
  const regressions = regressionsIn(instructions);
  for (const it of regressions) console.log(it);
  return regressions.length > 0 ? 1 : 0;
}

/** How all that is not linting grows: what takes too long for CI. Returns the exit status. */
export async function benchGrowth(folder: string): Promise<number> {
  const growing = await checkGrowth(folder, 1, (step) => step !== "lint");
  show("Growth", growthTable(growing));
  const steep = steepIn(growing);
  for (const it of steep) console.log(it);
  return steep.length > 0 ? 1 : 0;
}

interface SchemaFiles {
  readonly schema: string;
  readonly ruleset: string;
}

function writeSchemas(folder: string): SchemaFiles {
  const files = { schema: join(folder, "schema.json"), ruleset: join(folder, "ruleset.json") };
  writeFileSync(files.schema, JSON.stringify(PEER_SCHEMA));
  writeFileSync(files.ruleset, JSON.stringify(spectralRuleset()));
  return files;
}

async function timeAll(
  folder: string,
  { schema, ruleset }: SchemaFiles,
  peers: Peers,
  selection: Selection,
  patience: Patience,
): Promise<Timing[]> {
  using stopwatch = createStopwatch();
  const linters = lintersOf(peers, schema, ruleset);
  const all: Timing[] = [];
  for (const corpus of writeCorpora(folder, selection)) {
    const timings = await timeLinters(corpus, linters, stopwatch, join(folder, "out"), patience);
    show(corpus.name, timingTable(timings));
    all.push(...timings);
  }
  return all;
}

async function timeServers(
  servers: readonly LanguageServer[],
  sizes: readonly number[],
  typing: Typing,
): Promise<ServerTiming[]> {
  const all: ServerTiming[] = [];
  for (const size of sizes) {
    const timings: ServerTiming[] = [];
    for (const server of servers) {
      // The largest takes peers a minute and two gigabytes.
      if (size > 10_000 && server.delay > 0) continue;
      for (const isSound of [true, false])
        timings.push(await timeServer(server, size, isSound, typing));
    }
    show(`${grouped(size)} restreams in an editor`, serverTable(timings));
    all.push(...timings);
  }
  return all;
}

function linterSection(timings: readonly Timing[]): Section {
  const names = [...new Set(timings.map(({ corpus }) => corpus))];
  return {
    heading: "On the command line",
    intro: "From the start of the process to its end.",
    tables: names.map((name) => [name, timingTable(timings.filter((it) => it.corpus === name))]),
  };
}

function serverSection(timings: readonly ServerTiming[]): Section {
  const sizes = [...new Set(timings.map(({ size }) => size))];
  return {
    heading: "In an editor",
    intro:
      "What it takes until diagnostics are there, how much of a key is the server's own work (running), what an empty round trip takes after it (echo), and what the server's memory comes to.",
    tables: sizes.map((size) => [
      `${grouped(size)} restreams`,
      serverTable(timings.filter((it) => it.size === size)),
    ]),
  };
}

function instructionSection({ counts, growing }: Instructions): Section {
  return {
    heading: "In instructions",
    intro:
      "What `valgrind --tool=callgrind` counts, which no other work on the machine can change.\nCI fails where a case takes over 15 % more than it did, or where cost grows worse than linearly: 2 is linear, 4 quadratic.",
    tables: [
      ["Without what `node -e 0` takes", countsTable(counts)],
      ["Growth, without the optimising compiler", growthTable(growing)],
    ],
  };
}

function show(title: string, table: Table): void {
  console.log(`\n${title}\n\n${printedTable(table)}`);
}
