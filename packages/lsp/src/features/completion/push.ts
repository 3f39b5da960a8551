import {
  checkCombination,
  type JudgedLatency,
  judgeLatency,
  knownIn,
  LATENCY_UNITS,
  type Protocol,
  PROTOCOLS,
  variablesIn,
  valueOf,
} from "@restream-lint/core";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import { streamIdsIn, streamOf } from "./stream-items.ts";

/** What is known of a restream whose URI is being written. */
export interface Push {
  /** Whether Gcore lists a way from its source to a target of this protocol; true where the source is not known. */
  readonly reaches: (protocol: Protocol) => boolean;
  /** How its latency has to be written. */
  readonly terms: JudgedLatency["terms"];
  readonly streamIds: readonly string[];
  /** The names of all variables of the document. */
  readonly taken: ReadonlySet<string>;
}

/** Reads what is known of a restream from its mapping: half written, it is none of the document's restreams. */
export function pushAt(view: View, cursor: Cursor): Push {
  const { document, mapping } = cursor;
  const { targets } = knownIn(document, view.settings);
  const target = targets.find(({ restream }) => mapping && restream.node === mapping);
  const declared = PROTOCOLS.find((it) => it === textIn(cursor, "source_protocol"));
  const source = declared ?? streamOf(document, cursor)?.protocol?.value;
  const unit = LATENCY_UNITS.find((it) => it === textIn(cursor, "latency_unit"));
  return {
    reaches: (protocol) => !source || checkCombination(source, protocol).supported,
    terms: target
      ? judgeLatency(target).terms
      : { unit: unit ?? view.settings.latencyUnit, range: undefined },
    streamIds: streamIdsIn(cursor).map(({ id }) => id),
    taken: new Set(variablesIn(document)),
  };
}

function textIn({ mapping }: Cursor, key: string): unknown {
  const value = mapping && valueOf(mapping, key);
  return value?.kind === "scalar" ? value.value : undefined;
}
