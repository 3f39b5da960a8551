import type { Reference } from "./target-facts.ts";

/** Where Gcore documents restreams: what it pushes to what, and which latency it recommends. Read 2026-11. */
export const RESTREAM_GUIDE: Reference = {
  by: "Gcore",
  page: "https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media",
};
