import { type Protocol, PROTOCOLS } from "../uri/uri.ts";

/**
 * What Gcore documents as supported, source protocol first; nothing else is listed.
 * https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11.
 * The diagram beside that list draws more pairs than the list names; the list holds.
 */
const SUPPORTED: Readonly<Record<Protocol, readonly Protocol[]>> = {
  rtmp: ["rtmp", "srt"],
  rtmps: ["rtmps"],
  srt: ["rtmp", "srt"],
};

/** Whether Gcore pushes a source to a target, and what else it could do. */
export interface Combination {
  readonly supported: boolean;
  /** Targets that this source can be pushed to. */
  readonly targets: readonly Protocol[];
  /** Sources that can be pushed to this target. */
  readonly sources: readonly Protocol[];
}

/** Looks a source → target pair up in Gcore's list. */
export function checkCombination(source: Protocol, target: Protocol): Combination {
  return {
    supported: SUPPORTED[source].includes(target),
    targets: SUPPORTED[source],
    sources: PROTOCOLS.filter((it) => SUPPORTED[it].includes(target)),
  };
}
