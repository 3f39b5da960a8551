import { lint } from "./src/lint.ts";
import { parseDocument } from "./src/document.ts";
import { rules } from "./src/rules/index.ts";
import { applyEdits } from "./src/fix.ts";
const mine = rules.filter(r => r.group === "document" && ["unknown-field","missing-field","wrong-type","read-only-field"].includes(r.id));
let seed = Number(process.argv[2] ?? 1); const rnd = () => { seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
const pick = <T,>(a: readonly T[]): T => a[Math.floor(rnd() * a.length)]!;
const keys = ["name","uri","stream_id","live","active","url","streamId","latency_unit","x-a","id","<<","enabled","network"];
const vals = (flow: boolean) => pick(["20",'"20"',"'20'","yes","true","null","~","","*a","&b 3","!x y","!!str 20","[1]","{a: 1}","${X}".replace("${X}", flow ? '"${X}"' : "${X}"),"RTMP","usec","MS","'public internet'","a b","1e3","-3", flow ? "q" : "|-\n        block\n", flow ? "z" : ">\n        20\n"," # c","x # comment"]);
function yaml(): string {
  const eol = pick(["\n","\n","\r\n","\r"]);
  const n = 1 + Math.floor(rnd() * 3);
  let s = pick(["","x-a: &a {active: yes, live: true, nmae: b}\n","# c\n","\ufeff", "streams:\n  - id: 7\n"]) ;
  if (!s.includes("&a")) s += "x-z: &a us\n";
  s += "restreams:\n";
  for (let i = 0; i < n; i++) {
    const ks = keys.filter(() => rnd() < 0.4);
    if (!ks.length) ks.push("uri");
    const q = (k: string) => pick([k,k,k,`"${k}"`,`'${k}'`]);
    if (rnd() < 0.4) s += "  - {" + pick([""," "]) + ks.map(k => k === "<<" ? "<<: *a" : `${q(k)}: ${vals(true).replace(/ ?#.*/, "")}`).join(pick([", ",",  ",",\n     "])) + pick(["",", "," "]) + "}" + pick([""," # end"]) + "\n";
    else { s += pick(["  - ","  -\n    ","  -   "].slice(0,2)); s += ks.map((k) => (k === "<<" ? "<<: *a\n" : `${q(k)}:${pick([" ","  "])}${vals(false)}\n`) + pick(["","","","    # note\n","\n"])).join("    "); }
  }
  if (rnd() < 0.2) s = s.replace(/\n$/, "");
  return s.replaceAll("\n", eol);
}
function json(): string {
  const nl = pick(["\n",""," "]);
  const v = () => pick(["20",'"20"','"yes"',"true","null","[1]","{}",'"${X}"','"RTMP"','"usec"',"0","1.5"]);
  const obj = () => { const ks = keys.filter(() => rnd() < 0.4); return `{${nl}${ks.map(k => `"${k}":${pick([" ",""])}${v()}`).join("," + (nl || pick(["", " "])))}${nl}}`; };
  return `{"restreams":${nl}[${nl}${Array.from({length: 1+Math.floor(rnd()*3)}, obj).join("," + nl)}]${nl}}`;
}
let fixes = 0, docs = 0, bad = 0;
for (let i = 0; i < 20000 && bad < 4; i++) {
  const isJson = rnd() < 0.3; const text = isJson ? json() : yaml();
  const language = isJson ? "json" as const : "yaml" as const;
  const d = parseDocument(text, { language });
  if (d.syntax.faults.length) continue;
  docs++;
  for (const rule of mine) {
    const before = lint(d, {}, [rule]);
    for (const f of before) for (const fix of f.fixes) {
      fixes++;
      const mended = applyEdits(text, fix.edits);
      const m = parseDocument(mended, { language });
      const after = lint(m, {}, [rule]);
      const cnt = (x: typeof d) => lint(x).filter(y => y.severity !== "info").length; const others = cnt(m), all = cnt(d);
      if (m.syntax.faults.length || after.length >= before.length || others >= all) {
        bad++; console.log(`### ${rule.id} "${fix.title}" before ${before.length} after ${after.length} all ${all}->${others} faults ${JSON.stringify(m.syntax.faults)}\n${JSON.stringify(text)}\n--- ->\n${JSON.stringify(mended)}`);
      }
    }
  }
}
console.log({ docs, fixes, bad });
