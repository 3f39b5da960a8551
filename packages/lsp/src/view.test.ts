import type { Settings } from "@restream-lint/core";
import { expect, test } from "vitest";
import { createView } from "./view.ts";

/** Long enough to be kept in pieces. */
const TEXT = `restreams:\n${Array.from(
  { length: 1000 },
  (_, id) =>
    `- stream_id: ${id + 1}\n  uri: rtmp://h.acme.net/live/\${KEY_${id + 1}}\n${id % 400 === 7 ? "  enabled: true\n" : ""}`,
).join("")}`;

test.each<[Settings, readonly string[]]>([
  [{}, ["warning", "warning", "warning"]],
  [{ rules: { "unknown-field": "off" } }, []],
  [{ rules: { "unknown-field": "info" } }, ["info", "info", "info"]],
  [{ extends: "strict" }, ["error", "error", "error"]],
])("judges a long text by its settings: %j", (settings, severities) => {
  const source = { uri: "file:///a/restreams.yaml", text: TEXT };
  const view = createView(source, { settings, isTaken: undefined }, "utf-16");
  expect(view?.diagnostics().map(({ severity }) => severity)).toEqual(severities);
});
