import { describe, expect, test } from "vitest";
import { type Authority, parseAuthority, portOf } from "./authority.ts";
import { partAt } from "./part.ts";
import { surfaceOf } from "./surface.ts";

describe("parseAuthority", () => {
  test.each([
    ["h.acme.net", "|h.acme.net| name h.acme.net"],
    ["h.acme.net:1935", "|h.acme.net:1935| name h.acme.net port 1935"],
    ["h.acme.net:", "|h.acme.net:| name h.acme.net port "],
    ["", "|| missing "],
    [":", "|:| missing  port "],
    ["user:pa@ss@h.acme.net:1935", "user:pa@ss@|h.acme.net:1935| name h.acme.net port 1935"],
    ["@", "@|| missing "],
    // IPv6.
    ["[2606:2800::1]:1935", "|[2606:2800::1]:1935| public 2606:2800::1 port 1935"],
    ["[::1]", "|[::1]| unreachable ::1"],
    ["[::1]1935", "|[::1]1935| invalid [::1]1935"],
    ["[::1", "|[::1| invalid [::1"],
    ["::1]:1", "|::1]:1| invalid ::1]:1"],
    ["[]:1", "|[]:1| invalid [] port 1"],
    ["[::1]]:1", "|[::1]]:1| invalid [::1]] port 1"],
    [
      "2606:2800::1:1935",
      "|2606:2800::1:1935| public 2606:2800::1 port 1935 meant [2606:2800::1]:1935 or [2606:2800::1:1935]",
    ],
    ["2606:2800::1", "|2606:2800::1| public 2606:2800::1 meant [2606:2800::1]"],
    ["fe80::1%en0", "|fe80::1%en0| unreachable fe80::1%en0 meant [fe80::1%en0]"],
    // Two colons alone are no address.
    ["h:1:2", "|h:1:2| name h port 1:2"],
    ["cafe:1935:1936", "|cafe:1935:1936| invalid cafe:1935 port 1936"],
    // Placeholders.
    ["${HOST}", "|${HOST}| open ${HOST}"],
    ["${HOST:-a:b@c}:${PORT}", "|${HOST:-a:b@c}:${PORT}| open ${HOST:-a:b@c} port ${PORT}"],
    ["${LOGIN}@h.acme.net", "${LOGIN}@|h.acme.net| name h.acme.net"],
    ["[${V6}]:1935", "|[${V6}]:1935| open ${V6} port 1935"],
    ["2606::${LAST}:1935", "|2606::${LAST}:1935| open 2606::${LAST}:1935"],
    // Whitespace is read over, and marked by nobody.
    [" user @ h.acme.net : 19 35 ", " user @ |h.acme.net : 19 35| name h.acme.net port 1935"],
    ["  [ ::1 ] ", "  |[ ::1 ]| unreachable ::1"],
    [" ", " || missing "],
  ])("%j: %s", (text, expected) => {
    const surface = surfaceOf(text);
    expect(rendered(text, parseAuthority(surface, { start: 0, end: text.length }))).toBe(expected);
  });
});

test.each([
  ["1", 1],
  ["1935", 1935],
  ["65535", 65_535],
  ["01935", 1935],
  ["0", undefined],
  ["65536", undefined],
  ["100000", undefined],
  ["-1", undefined],
  ["1e3", undefined],
  ["19.35", undefined],
  ["", undefined],
  ["１９", undefined],
  ["${PORT}", undefined],
  ["19${PORT}", undefined],
])("portOf %j", (text, expected) => {
  expect(portOf(partAt(surfaceOf(text), { start: 0, end: text.length }))).toBe(expected);
});

/** The text with its host and port between bars, and what they are. */
function rendered(
  text: string,
  { hostAndPort, host, hostKind, port, unbracketed }: Authority,
): string {
  const { start, end } = hostAndPort;
  const meant = unbracketed?.readings.map((it) => it.text).join(" or ");
  return [
    `${text.slice(0, start)}|${text.slice(start, end)}| ${hostKind.kind} ${host.text}`,
    ...(port ? [`port ${port.text}`] : []),
    ...(meant === undefined ? [] : [`meant ${meant}`]),
  ].join(" ");
}
