/** One target, which has one mistake: an error at `LISTENER_AT`. */
export const LISTENER = `restreams:
- stream_id: 1
  uri: srt://h.acme.net:9000?mode=listener&latency=2000000
  latency_unit: us
`;

/** Where the mistake of `LISTENER` is, as the Problems panel says it, and which rule finds it. */
export const LISTENER_AT = "(srt-not-caller) [Ln 3, Col 35]";

/** The same without the mistake. */
export const CALLER: string = LISTENER.replace("listener", "caller");

/** What is found in `LISTENER`, as the Problems panel says it. */
export const LISTENER_FOUND = `error: SRT mode must be "caller", not "listener": Gcore dials, the target listens ${LISTENER_AT}`;

/** Three targets, one of them inactive, with an error and a warning. */
export const SHOW = `streams:
  - id: 20
    protocol: srt
restreams:
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=caller&latency=2000000
    latency_unit: us
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000000
    latency_unit: us
  - name: Studio C
    stream_id: 20
    uri: srt://ingest.studio-c.net:9000?mode=caller
    active: false
`;

/** A text of these, for another target: no two may be pushed to at a time. It is called by one letter. */
export function elsewhere(text: string, target: string): string {
  return text.replaceAll("//h.acme", `//${target}.acme`);
}
