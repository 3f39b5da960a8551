import { main } from "./main.ts";
import { createIo } from "./process-io.ts";

// No top-level await: the bundle is CommonJS, which starts sooner.
void main(process.argv.slice(2), createIo()).then((status) => {
  process.exitCode = status;
});
