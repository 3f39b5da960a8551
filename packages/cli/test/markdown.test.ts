import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { lexer, type Token, type Tokens } from "marked";
import { expect, test } from "vitest";
import { visible } from "../src/printable.ts";
import { markdown } from "../src/reporters/markdown.ts";
import { diagnosticOf, HOSTILE_REPORTS, PAPER, reportOf, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

test("Markdown is a table with the worst first, and links to the rules", async () => {
  const cwd = folderWith({
    "a_b.yaml":
      "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000&passphrase=0123456789ab\nlatency_unit: ms\n",
  });
  const { stdout } = await run(["-f", "markdown", "a_b.yaml"], { cwd });
  const [title, , counts, , head, line, first, second] = stdout.split("\n");
  expect([title, counts, head, line]).toEqual([
    "### restream-lint",
    "1 file: 1 error, 1 info; --fix mends 1",
    "| severity | place | what is wrong | rule |",
    "|---|---|---|---|",
  ]);
  expect(first).toBe(
    '| error | <code>a&#95;b.yaml&#58;2&#58;33</code> | SRT mode must be "caller", not "listener": Gcore dials, the target listens | [srt-not-caller](https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md) |',
  );
  expect(second).toMatch(/^\| info \| /);
});

test("Markdown of nothing is its counts", async () => {
  const cwd = folderWith({
    "a.yaml": "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
  });
  const { stdout } = await run(["-f", "markdown", "a.yaml"], { cwd });
  expect(stdout).toBe("### restream-lint\n\n1 file: no findings\n");
});

test("Markdown fits into a comment, and says how much does not", () => {
  const diagnostics = Array.from({ length: 20 }, () => diagnosticOf({ message: "x".repeat(200) }));
  const reports = Array.from({ length: 20 }, (_, index) => reportOf(`${index}.yaml`, diagnostics));
  const text = markdown(reports, SUMMARY, PAPER);
  expect(Buffer.byteLength(text)).toBeLessThan(65_536);
  const rows = text.match(/^\| error /gm) ?? [];
  expect(rows.length).toBeGreaterThan(100);
  expect(text).toContain(`\nand ${400 - rows.length} more\n`);
});

test("Markdown shows what it was given as text, whatever that is", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const rows = rowsIn(markdown(reports, SUMMARY, PAPER));
      const order = ["error", "warning", "info"];
      const given = reports
        .flatMap(({ file, diagnostics }) =>
          diagnostics.map(({ severity, message }) => [
            severity,
            `${visible(PAPER.pathOf(file))}:`,
            visible(message),
          ]),
        )
        .toSorted(([a = ""], [b = ""]) => order.indexOf(a) - order.indexOf(b));
      expect(rows).toHaveLength(given.length);
      for (const [index, [severity, place = "", message = "", rule]] of rows.entries()) {
        const [wanted, file = "", text = ""] = given[index] ?? [];
        expect(severity).toBe(wanted);
        expect(place.startsWith(file)).toBe(true);
        expect(message).toBe(text.trim());
        expect(rule).toMatch(/^[a-z-]+$/);
      }
    }),
  );
});

test("nobody is mentioned, and nothing is linked after Markdown is done", () => {
  const words = "@octocat #12 !3 %4 ~bug :100: $x$ https://e.test www.e.test a@e.test &me";
  const text = markdown([reportOf("@a #1", [diagnosticOf({ message: words })])], SUMMARY, PAPER);
  const [, place = "", message = ""] = /^\| error \| (.*) \| (.*) \| \[/m.exec(text) ?? [];
  // Neither GitHub nor GitLab looks into code.
  expect(shown(place)).toBe("<code>@a #1:1:1</code>");
  expect(decoded(message)).toBe(
    "@\u200boctocat #\u200b12 !\u200b3 %\u200b4 ~\u200bbug :\u200b100: $\u200bx$ https:\u200b//e.test www\u200b.e.test a@\u200be.test &\u200bme",
  );
});

/** What the cells of the only table show, which must be nothing but text, code and the link to the rule's page. */
function rowsIn(text: string): string[][] {
  const tables = lexer(text).filter((token): token is Tokens.Table => token.type === "table");
  return tables.flatMap(({ rows }) =>
    rows.map((cells) => cells.map(({ tokens }, column) => textOf(tokens, column === 3))),
  );
}

function textOf(tokens: readonly Token[], mayLink: boolean): string {
  const texts = tokens.map((token) => {
    if (token.type === "text") return shown(token.raw);
    if (token.type === "html" && /^<\/?code>$/.test(token.raw)) return "";
    if (token.type === "link" && mayLink) return token.text;
    throw new Error(`${token.type}: ${token.raw}`);
  });
  return texts.join("");
}

/** Without the breaks that nobody sees. */
function shown(text: string): string {
  return decoded(text.replaceAll("&#8203;", ""));
}

function decoded(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
