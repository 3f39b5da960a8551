/** One restream as the corpora have it, some 200 bytes of text; all of it but the URI's scheme and host may be missing. */
export type Entry = Readonly<Record<string, string | number | boolean>>;

/** The restream of this number, without a fault. Two in three go to SRT; each stream has one protocol. */
export function fineEntry(id: number): Entry {
  const common = { name: `Target ${id}`, stream_id: id, active: true, client_user_id: 10 };
  if (id % 3 === 0) {
    const uri = `rtmp://ingest${id}.acme-live.net:1935/live/backup?token=\${KEY_${id}}`;
    return { ...common, uri };
  }
  const query = `mode=caller&latency=2000000&streamid=\${KEY_${id}}`;
  const uri = `srt://ingest${id}.acme-live.net:9000?${query}`;
  return { ...common, uri, latency_unit: "us" };
}

/** The restream of this number with the one fault that its number names: one that a JSON Schema can tell, too. */
export function faultyEntry(id: number): Entry {
  const entry = fineEntry(id);
  const fault = FAULTS[Math.floor(id / FAULTY_EVERY) % FAULTS.length];
  return fault === undefined ? entry : fault(entry);
}

/** One restream in so many has a fault: 5 %. */
export const FAULTY_EVERY = 20;

/** Whether the restream of this number is to have a fault where some are to have one. */
export function isFaulty(id: number): boolean {
  return id % FAULTY_EVERY === FAULTY_EVERY / 2;
}

const FAULTS: readonly ((entry: Entry) => Entry)[] = [
  wrongType,
  missingField,
  unsupportedScheme,
  portOutOfRange,
  unknownField,
];

function wrongType(entry: Entry): Entry {
  return { ...entry, active: "yes" };
}

function missingField({ stream_id: _, ...others }: Entry): Entry {
  return others;
}

function unsupportedScheme(entry: Entry): Entry {
  return { ...entry, uri: String(entry["uri"]).replace(/^\w+/, "https") };
}

function portOutOfRange(entry: Entry): Entry {
  return { ...entry, uri: String(entry["uri"]).replace(/:\d+/, ":70000") };
}

function unknownField(entry: Entry): Entry {
  return { ...entry, enabled: true };
}
