import { expect, test } from "vitest";
import { account, type Account, item } from "./gcore.ts";

const SECRET = "wJalrXUtnFEMI-K7MDENG";
const ENV = { AWS_SECRET_ACCESS_KEY: SECRET };
const LONG = "a".repeat(400);

/** What somebody else's document may say, and what a person sees of it. */
const WAYS: Readonly<
  Record<string, { readonly name?: string; readonly uri: string; readonly seen: string }>
> = {
  "a stream key": {
    uri: "rtmp://thief.acme.net/live/${AWS_SECRET_ACCESS_KEY}",
    seen: "uri: rtmp://thief.acme.net/live/${AWS_SECRET_ACCESS_KEY}\n",
  },
  "part of one": {
    uri: "rtmp://thief.acme.net/live/a${AWS_SECRET_ACCESS_KEY}b",
    seen: "uri: rtmp://thief.acme.net/live/***${AWS_SECRET_ACCESS_KEY}***\n",
  },
  "a host": {
    uri: "rtmp://${AWS_SECRET_ACCESS_KEY}.thief.acme.net/live/${KEY}",
    seen: "uri: rtmp://${AWS_SECRET_ACCESS_KEY}.thief.acme.net/live/${KEY}\n",
  },
  "a query": {
    uri: "rtmp://thief.acme.net/live/${KEY}?a=${AWS_SECRET_ACCESS_KEY}",
    seen: "?a=${AWS_SECRET_ACCESS_KEY}\n",
  },
  "a streamid": {
    uri: "srt://thief.acme.net:9000?mode=caller&latency=2000000&streamid=a${AWS_SECRET_ACCESS_KEY}",
    seen: "&streamid=***${AWS_SECRET_ACCESS_KEY}\n",
  },
  "a name": {
    name: "a ${AWS_SECRET_ACCESS_KEY}",
    uri: "rtmp://thief.acme.net/live/${KEY}",
    seen: "name: a ${AWS_SECRET_ACCESS_KEY}\n",
  },
  "the default of another": {
    uri: "rtmp://thief.acme.net/live/${NOT_SET:-${AWS_SECRET_ACCESS_KEY}}",
    seen: "/live/${NOT_SET***} (also ${AWS_SECRET_ACCESS_KEY})\n",
  },
  "the replacement of another": {
    uri: "rtmp://thief.acme.net/live/${KEY:+${AWS_SECRET_ACCESS_KEY}}",
    seen: "(also ${AWS_SECRET_ACCESS_KEY})\n",
  },
  "the end of a long URI": {
    uri: `rtmp://thief.acme.net/live/${LONG.replaceAll("a", "a/")}\${AWS_SECRET_ACCESS_KEY}`,
    seen: "… (also ${AWS_SECRET_ACCESS_KEY})\n",
  },
  "the end of a long name": {
    name: `${LONG}\${AWS_SECRET_ACCESS_KEY}`,
    uri: "rtmp://thief.acme.net/live/${KEY}",
    seen: "… (also ${AWS_SECRET_ACCESS_KEY})\n",
  },
};

test.each(Object.entries(WAYS))(
  "which variable goes where is seen before anything is sent: %s",
  async (_, { name = "kestrel", uri, seen }) => {
    const { run, server } = await accountWith(name, uri);
    const { status, stdout, stderr } = await run(["plan", "--env"], { env: ENV });
    expect(stdout).toContain(seen);
    expect(stdout + stderr).not.toContain(SECRET);
    expect(status).toBe(0);

    const asked: unknown[] = [];
    const submitted = await run(["submit", "--env"], {
      env: ENV,
      ask: async (question) => {
        asked.push(question);
        return "n";
      },
    });
    // The question comes after the plan, and nothing of it is sent.
    expect(asked).toHaveLength(1);
    expect(submitted.stdout).toBe(stdout);
    expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);

    // It would have been sent: there was something to see.
    await run(["submit", "--env", "--yes"], { env: ENV });
    expect(JSON.stringify(server.state.restreams)).toContain(SECRET);
  },
);

test("which variable goes where is seen of what changes, too", async () => {
  const { run } = await accountWith("kestrel", "rtmp://thief.acme.net/live/${NOT_SET:-${SECOND}}", {
    restreams: [{ name: "kestrel", stream_id: 20, uri: "rtmp://old.acme.net/live/a1b2" }],
  });
  const { stdout } = await run(["plan", "--env"], { env: { SECOND: SECRET } });
  expect(stdout).toContain(
    "uri: rtmp://old.acme.net/live/*** -> rtmp://thief.acme.net/live/${NOT_SET***} (also ${SECOND})",
  );
});

async function accountWith(
  name: string,
  uri: string,
  options: Parameters<typeof account>[1] = {},
): Promise<Account> {
  const written = item("kestrel")
    .replace("name: kestrel", `name: "${name}"`)
    .replace(/uri: .*/, () => `uri: "${uri}"`);
  return account({ "restreams.yaml": `restreams:\n${written}` }, options);
}
