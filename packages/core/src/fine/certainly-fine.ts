import { MAX_LENGTH } from "../max-length.ts";
import type { Language } from "../syntax/syntax.ts";
import { Ascending } from "./ascending.ts";
import { DeclaredStreams } from "./declared-streams.ts";
import type { FineItem } from "./fine-items.ts";
import { visitJson } from "./fine-json.ts";
import { visitYaml } from "./fine-yaml.ts";
import { Seen } from "./seen.ts";

/** A text that linting has nothing to say of. */
export interface FineText {
  /** Hashes of what its targets have in common with those of another text if they are the same; none of a text alone. */
  readonly keys: readonly number[];
}

/**
 * Knows a text that linting has certainly nothing to say of by itself, so that it need not be parsed; undefined
 * wherever that takes more than a look. It knows ordinary block YAML and JSON, with every secret in a variable. For
 * settings that say nothing. A text that is alone, no other one is compared with.
 */
export function certainlyFine(
  text: string,
  language: Language,
  isAlone = false,
): FineText | undefined {
  if (text.length > MAX_LENGTH || text.includes("restream-lint")) return undefined;
  const ascending = new Ascending(isAlone);
  const fine = fineText(text, language, ascending);
  // What is not in order may be apart all the same.
  return fine ?? (ascending.areApart ? undefined : fineText(text, language, new Seen(isAlone)));
}

function fineText(
  text: string,
  language: Language,
  restreams: Ascending | Seen,
): FineText | undefined {
  const visit = language === "yaml" ? visitYaml : visitJson;
  const streams = new DeclaredStreams();
  let isPushed = false;
  const isFine = visit(text, (list, item) => {
    // Streams that stand behind the restreams are for others to look at.
    if (list === "streams") return !isPushed && streams.add(item);
    isPushed = true;
    return isWhole(item) && streams.mayHave(item) && restreams.add(item);
  });
  return isFine && isPushed && restreams.areApart ? { keys: restreams.keys() } : undefined;
}

/** Whether a restream has what each must have. */
function isWhole({ match, template: { groups } }: FineItem): boolean {
  return match[groups.stream_id] !== undefined && match[groups.uri] !== undefined;
}
