/** A restream as the API tells it: every field may be missing, and unknown ones are kept. */
export interface RemoteRestream {
  readonly id?: number;
  readonly name?: string;
  readonly active?: boolean;
  readonly uri?: string;
  readonly stream_id?: number;
  readonly client_user_id?: number | null;
  readonly live?: boolean;
  readonly [unknown: string]: unknown;
}

/** A stream as the API tells it, as far as it says what protocol feeds it; unknown fields are kept. */
export interface RemoteStream {
  readonly id: number;
  readonly name?: string;
  readonly live?: boolean;
  readonly pull?: boolean;
  readonly uri?: string | null;
  readonly stream_source_type?: "rtmp" | "srt" | "webrtc" | "https" | null;
  readonly [unknown: string]: unknown;
}

/** What is sent: the fields of `createRestream`, only those that are meant. */
export interface RestreamBody {
  readonly name?: string;
  readonly active?: boolean;
  readonly uri?: string;
  readonly stream_id?: number;
  readonly client_user_id?: number | null;
}
