import type { View } from "../src/view.ts";
import { EXAMPLE_TEXTS } from "./example-texts.ts";
import { viewOf } from "./view-of.ts";

const BAD = EXAMPLE_TEXTS.filter(({ uri }) => uri.includes("/bad/")).map(({ text }) => text);

/** A view of each beginning of texts, as if somebody were typing them: the bad examples, unless others are given. */
export function* beginnings(
  texts: readonly string[] = BAD,
  uri = "file:///shows/restreams.yaml",
): Iterable<View> {
  for (const text of texts) {
    for (let end = 0; end <= text.length; end += 1) yield viewOf(text.slice(0, end), { uri });
  }
}
