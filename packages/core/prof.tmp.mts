import { parseDocument } from "./src/document.ts";
import { parseSyntax } from "./src/syntax/syntax.ts";
import { lint } from "./src/lint.ts";
import { rules } from "./src/rules/index.ts";
const much = (p: string, mb = 5) => p.repeat(Math.ceil(mb * 1e6 / p.length));
const base = Array.from({ length: 5000 }, (__, it) => `b${it}: 1`).join(", ");
const chain = Array.from({ length: 40000 }, (_, it) => `- &a${it + 1} {<<: *a${it}, k${it}: 1}\n`).join("");
const docs: [string, "yaml"|"json", string][] = [
 ["numbers", "json", `[${much("1,")}1]`], ["objects", "json", `[${much("{},")}{}]`], ["items", "yaml", `restreams:\n${much("- a\n")}`],
 ["chain", "yaml", `x-a: &a0 {${base}}\nrestreams:\n${chain}`]];
for (const [name, language, text] of docs) {
  let t = performance.now(); const s = parseSyntax(text, language); const a = performance.now() - t;
  t = performance.now(); const d = parseDocument(text, { language }); const b = performance.now() - t;
  const out = [`${name} syntax ${a | 0} document ${b | 0} faults ${s.faults.length} shape ${d.shape.length}`];
  for (const r of rules) { t = performance.now(); let n = 0; for (const _ of r.check(d)) n++; const ms = performance.now() - t; if (ms > 100) out.push(`${r.id} ${ms | 0} (${n})`); }
  t = performance.now(); lint(d); out.push(`lint ${(performance.now() - t) | 0}`);
  console.log(out.join(", "));
}
