/** A valid document named `<number of restreams>.<yaml or json>`. */
export function restreams(name: string): string {
  const [size, format] = name.split(".");
  const entries = Array.from({ length: Number(size) }, (_, index) => entry(index + 1));
  if (format === "json") return `${JSON.stringify({ restreams: entries }, undefined, 2)}\n`;
  return `restreams:\n${entries.map(toYaml).join("")}`;
}

interface Entry {
  readonly name: string;
  readonly stream_id: number;
  readonly uri: string;
  readonly active: boolean;
  readonly client_user_id: number;
  readonly latency_unit?: string;
}

/** Two in three go to SRT; each stream has one protocol, which reaches its targets. */
function entry(id: number): Entry {
  const common = { name: `Target ${id}`, stream_id: id, active: true, client_user_id: 10 };
  if (id % 3 === 0) {
    const uri = `rtmp://ingest${id}.acme-live.net:1935/live/backup?token=\${KEY_${id}}`;
    return { ...common, uri };
  }
  const query = `mode=caller&latency=2000000&streamid=\${KEY_${id}}`;
  const uri = `srt://ingest${id}.acme-live.net:9000?${query}`;
  return { ...common, uri, latency_unit: "us" };
}

function toYaml({ name, ...fields }: Entry): string {
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${value}\n`);
  return `  - name: "${name}"\n${lines.join("")}`;
}

/** A change as the language server protocol writes it. */
export interface Edit {
  readonly change: { readonly range: object; readonly text: string };
  /** How many the text has with it. */
  readonly findings: number;
}

/** Edits of a valid YAML document, one after the other: the first character of a URI goes, comes back, then another URI's goes. */
export function editsOf(text: string, length: number): Edit[] {
  const lines = text.split("\n");
  const uris = lines.flatMap((it, line) => (it.startsWith(FIELD) ? [line] : []));
  return Array.from({ length }, (_, index) => {
    // A stride that is prime visits all items, far from each other.
    const line = uris[(Math.floor(index / 2) * 7919) % uris.length] ?? 0;
    const start = { line, character: FIELD.length };
    const end = { line, character: FIELD.length + 1 };
    if (index % 2 === 0) return { change: { range: { start, end }, text: "" }, findings: 1 };
    const first = lines[line]?.charAt(FIELD.length) ?? "";
    return { change: { range: { start, end: start }, text: first }, findings: 0 };
  });
}

const FIELD = "    uri: ";
