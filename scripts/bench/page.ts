import { cpus, totalmem, type } from "node:os";
import { peerVersions } from "./peers.ts";
import { markdownTable, type Table } from "./table.ts";

/** Tables under a heading, each with what stands above it. */
export interface Section {
  readonly heading: string;
  readonly intro: string;
  readonly tables: readonly (readonly [caption: string, table: Table])[];
}

/** docs/benchmarks.md, of one run. */
export function benchmarksPage(bars: Table, sections: readonly Section[]): string {
  return `${[
    "<!-- WRITTEN by `pnpm bench`: run it again, do not edit. -->",
    "# Benchmarks",
    HEAD,
    "## What we promise",
    BARS,
    markdownTable(bars),
    WHY,
    ...sections.flatMap(({ heading, intro, tables }) => [
      `## ${heading}`,
      intro,
      ...tables.flatMap(([caption, table]) => [`**${caption}**`, markdownTable(table)]),
    ]),
    "## How it was measured",
    METHOD,
    "### The machine",
    machine(),
    "## Run it yourself",
    YOURSELF,
  ].join("\n\n")}\n`;
}

const HEAD =
  "How long `restream-lint` takes, beside other programs that check the same documents, all in one run on one machine.\n" +
  "Times differ from machine to machine; ratios much less. `node -e 0`, the empty program, is the floor of all that runs in Node.js.";

const BARS =
  "Each bound is for two cores, with all rules on and nothing kept from run to run. A keystroke's time, and that of opening, ends when the diagnostics are there.";

const WHY = `\
Where a bound is missed, profiles say why, and what would close it:

- **A hundred thousand restreams.** A third of the time is Node.js starting, and reading and decoding 18 MB; the rest is one regular expression a restream. Where they stand in no order, the address and the name of each are made, hashed and sorted, which takes as long again: to hash them where they stand, without a string for each, would take half of that.
- **Many small files.** A quarter of the time goes by before the first of them is opened; opening, reading and closing takes another, most of it in the kernel; matching what they hold, a third, much of it before V8 has compiled what does it. Threads start too slowly to pay on two cores. Less would take one call for each file instead of four, which Node.js does not have, and a code cache, which Node.js 20 does not have.
- **The slowest keys.** In valid documents, half of all keys take a millisecond or two, at 1 000 and at 10 000 restreams alike, nearly all of it “running”: the time of the server's main thread. Where keys miss a bound and the same keys running do not, they waited for a processor, as “echo” did, in which there is nothing to do. Of a hundred, the key that runs longest meets a garbage collection.
- **Opening.** A third of what runs is collecting garbage: of the message, and of what is kept of each restream. The rest of the wait is the message coming through a pipe, 64 KB at a time, and waiting for a processor. Smaller accounts of restreams would take less. These are milliseconds of one machine on one day: where \`node -e 0\` took 25 instead of 50, opening took 91.
- **Memory of the language server.** An empty Node.js takes 40 MB, the protocol's library and ours 20, a document of 10 000 restreams 10, and what is made at each key and waits to be collected another 10. V8 by itself would let the last part grow to 50; \`packages/cli/src/small-heap.ts\` does not, for which keys that make much anew take a tenth to a fifth longer.
- **Keystrokes among many faults.** What is found of a restream that shares nothing with others is kept with it, and only what an edit touched is parsed and linted again. But at each key what stands behind the edit is moved, and 200 findings go over the wire as JSON: a third of that is collecting what was made. To keep an account for each hundred restreams, of which an edit touches one, would take less; so would a client that asks for what changed, which the protocol does not have.`;

const METHOD = `\
- Whole processes ran in turn, A B C A B C …, so that what else the machine did met all of them. A figure is the median of its rounds; a ratio is the median of the ratios within each round. A program leaves after ten seconds with one corpus.
- CPU time (user and system) and peak memory are what the operating system says of the process.
- Documents are made by \`scripts/bench/corpus.ts\`, the same each time. A restream has six fields, in some 180 bytes of YAML. In 5 % faulty ones, every twentieth restream has one fault that a JSON Schema can tell, too: a wrong type, a missing field, a scheme that is not pushed, a port out of range, an unknown field.
- The others get a small schema for those faults alone (\`scripts/bench/peer-schema.ts\`): they look for less than our rules do. “Faults found” shows that all did find them. The native validator stops at a file's first, so compare it on valid documents.
- Faults are printed one a line; by us with \`--format jsonl\`, for what people read stops after some of a kind. Without faults, we run without options.
- Language servers were driven over standard input and output. A keystroke takes a character from a URI, or puts it back; its time begins when it is written and ends when the last byte of its diagnostics is there; what the editor does to write and to read is left out. “Waiting” is what a server waits on purpose before it looks, as its source says.
- After each keystroke came an empty round trip, “echo”, so that both met the same machine. “Running” is how long the server's main thread ran for a keystroke, as Linux counts it, until it slept again: what a key takes beyond is waiting for a processor, and the pipes. What runs in other threads, as part of collecting garbage does, is not in it.
- \`NODE_EXTRA_CA_CERTS\` is taken from the environment: where it is set, Node 20 reads certificates at each start, for some 40 ms.`;

const YOURSELF =
  "Clone the repository, with Node.js 20 or later, and type `npx -y pnpm@12.21.0 bench`. It installs what it compares with into `node_modules/.cache`, and writes this page anew; `--quick` does neither, in a minute.\n" +
  "CPU time and memory of processes need `python3`, instruction counts need `valgrind`; without them those columns and tables are left out.\n" +
  "`npx -y pnpm@12.21.0 bench:instructions` counts instructions alone, as CI does, and fails where there are more than 15 % more than `scripts/bench/expected-instructions.json` expects; `--record` writes what is counted there.";

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const own = [
    `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${memory} GB of memory, ${type()}`,
    `Node.js ${process.versions.node}`,
  ];
  const peers = Object.entries(peerVersions()).map(([name, version]) => `${name} ${version}`);
  return [...own, ...peers].map((it) => `- ${it}`).join("\n");
}
