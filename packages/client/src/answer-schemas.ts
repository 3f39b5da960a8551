/** Beyond it numbers run together, and a change would meet another restream. */
const LARGEST = Number.MAX_SAFE_INTEGER;
const ID = { type: ["integer", "null"], minimum: 0, maximum: LARGEST };
const TEXT = { type: ["string", "null"] };
const FLAG = { type: ["boolean", "null"] };

/** What every answer must fit. Fields that are not named here are kept as they are; the validators are generated from this. */
export const ANSWER_SCHEMAS: Readonly<Record<"restream" | "stream", object>> = {
  restream: {
    type: "object",
    properties: {
      id: ID,
      name: TEXT,
      active: FLAG,
      uri: TEXT,
      stream_id: ID,
      client_user_id: { type: ["integer", "null"] },
      live: FLAG,
    },
  },
  stream: {
    type: "object",
    properties: {
      id: { ...ID, type: "integer" },
      name: TEXT,
      live: FLAG,
      pull: FLAG,
      uri: TEXT,
      stream_source_type: TEXT,
    },
    required: ["id"],
  },
};
