import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const CANARY = "s3cr3t-CANARY-8f2k";

/** An address with a secret in one place where a secret can be told. */
const LITERAL = [
  `rtmp://h.acme.net/live/${CANARY}`,
  `rtmp://h.acme.net/live/x?token=${CANARY}`,
  `rtmp://h.acme.net/live/?key=${CANARY}`,
  `rtmp://h.acme.net/live/x#${CANARY}`,
  `rtmp://user:${CANARY}@h.acme.net/live/\${KEY}`,
  `srt://h.acme.net:9000?mode=caller&passphrase=${CANARY}`,
  `srt://h.acme.net:9000?streamid=#!::u=a,s=${CANARY}&mode=caller`,
  `srt://global-live.mux.com:6001?streamid=${CANARY}`,
];

test.each(LITERAL)(
  "a secret that is moved is in the env file, and nowhere else: %s",
  async (uri) => {
    const name = "restreams.yaml";
    const cwd = folderWith({ [name]: `- stream_id: 1\n  name: Main\n  uri: "${uri}"\n` });
    const { status, stdout, stderr } = await run(["secrets", "--move"], { cwd });
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain("CANARY");
    expect(readFileSync(join(cwd, name), "utf8")).not.toContain("CANARY");
    expect(readFileSync(join(cwd, ".env"), "utf8")).toContain(CANARY);
    expect(readdirSync(cwd).toSorted()).toEqual([".env", name]);
  },
);
