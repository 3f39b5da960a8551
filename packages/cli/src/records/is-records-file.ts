/** Why a file like that is not read as others are, as the end of a sentence. */
export const ONLY_STREAMED: string =
  "NDJSON is linted from standard input, line by line: restream-lint --format jsonl - < FILE";

/** Whether a name says that each line is a document by itself: NDJSON. */
export function isRecordsFile(name: string): boolean {
  return /\.(?:ndjson|jsonl)$/i.test(name);
}
