/** A restream to begin with; unknown fields are answered as they are. */
export interface RestreamSeed {
  /** The next free one where left out. */
  readonly id?: number;
  readonly name?: string;
  readonly active?: boolean;
  readonly live?: boolean;
  readonly uri?: string;
  readonly stream_id?: number;
  readonly client_user_id?: number | null;
  readonly [unknown: string]: unknown;
}

/** A restream as the server holds and answers it. */
export interface StoredRestream extends RestreamSeed {
  readonly id: number;
}

/** A stream; what a seed does not say is filled in, secrets too. */
export interface StoredStream {
  readonly id: number;
  readonly name?: string;
  readonly live?: boolean;
  readonly pull?: boolean;
  readonly uri?: string | null;
  readonly stream_source_type?: "rtmp" | "srt" | "webrtc" | "https" | null;
  readonly [unknown: string]: unknown;
}

/** All that the server remembers, in the order of its lists. */
export interface State {
  readonly restreams: readonly StoredRestream[];
  readonly streams: readonly StoredStream[];
  /** The ID that was given last: one of a deleted restream is never given again. */
  readonly lastId: number;
}

/** What restreams and streams a server starts with. */
export interface Seeds {
  readonly restreams?: readonly RestreamSeed[];
  /** One stream, 20, where left out. */
  readonly streams?: readonly StoredStream[];
}

/** The secret that every stream answers in its token, its passphrase and its push URIs: `SHAPES.mixed`. */
const SECRET = "Xq7Canary9Z";
const FIRST_ID = 3001;

/** The state that seeds stand for. */
export function stateOf({ restreams = [], streams = [{ id: 20 }] }: Seeds): State {
  const empty: State = {
    restreams: [],
    streams: streams.map(streamOf),
    lastId: Math.max(FIRST_ID - 1, ...restreams.map(({ id }) => id ?? 0)),
  };
  return restreams.reduce<State>(withRestream, empty);
}

/** The state with one more restream, last in the list. */
export function withRestream(state: State, seed: RestreamSeed): State {
  const lastId = seed.id === undefined ? state.lastId + 1 : Math.max(state.lastId, seed.id);
  const restream = { live: false, active: true, ...seed, id: seed.id ?? lastId };
  return { ...state, restreams: [...state.restreams, restream], lastId };
}

function streamOf(seed: StoredStream): StoredStream {
  const { id } = seed;
  return {
    name: `stream ${id}`,
    active: true,
    pull: false,
    uri: null,
    live: false,
    backup_live: false,
    stream_source_type: null,
    token: SECRET,
    srt_passphrase: SECRET,
    push_url: `rtmp://vp-push-anx2.gvideo.co/in/${id}?${SECRET}`,
    backup_push_url: `rtmp://vp-push-ed1.gvideo.co/in/${id}b?${SECRET}`,
    push_url_srt: `srt://vp-push-anx2-srt.gvideo.co:5001?streamid=${id}#${SECRET}`,
    backup_push_url_srt: `srt://vp-push-anx1-srt.gvideo.co:5001?streamid=${id}b#${SECRET}`,
    push_url_whip: `https://whip.gvideo.co/${id}_${SECRET}/whip`,
    created_at: "2023-10-01T00:01:01.000Z",
    started_at_primary: null,
    active_ingest_region_primary: null,
    dvr_duration: 3600,
    transcoded_qualities: null,
    frame_rate: null,
    html_overlays: [],
    ...seed,
  };
}
