import type { Settings } from "@restream-lint/core";
import { parseCursor } from "@restream-lint/testkit";
import { createView, type View } from "../src/view.ts";

/** What a test says of a text besides. */
export interface About {
  readonly uri?: string;
  readonly settings?: Settings;
}

/** The view of a fixture; JSON where its first character says so. Throws where it is nobody's document. */
export function viewOf(text: string, { uri, settings = {} }: About = {}): View {
  const name = uri ?? `file:///shows/restreams.${/^\s*[[{]/.test(text) ? "json" : "yaml"}`;
  const view = createView({ uri: name, text }, { settings, isTaken: undefined }, "utf-16");
  if (!view) throw new Error("the fixture is neither a restream document nor a settings file");
  return view;
}

/** The view of a fixture with a cursor `<|>` in it, and where that stands. */
export function viewAt(fixture: string, about: About = {}): { view: View; offset: number } {
  const { text, offset } = parseCursor(fixture);
  return { view: viewOf(text, about), offset };
}
