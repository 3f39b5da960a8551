import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstDocumentOf, ROOT } from "./pages.ts";

// What there is before somebody follows a page, and what the page leaves to them.

/** What a page takes for granted. */
export interface World {
  /** A clone of this repository, rather than a repository of one's own with `files` in it. */
  readonly isClone?: true;
  readonly files: Readonly<Record<string, string>>;
  /** Bash, in the folder of `files`. */
  readonly setup?: string;
  /** The page itself says how to install `restream-lint`. */
  readonly installs?: true;
  /** Each block is for another day: it is run where nothing else was. */
  readonly isApart?: true;
  /** Bash before a command: what the sentences around it say, or take for granted. */
  readonly before?: Readonly<Record<string, string>>;
  /** What a person types at the terminal when a command asks. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Commands that end otherwise than with 0. */
  readonly ends?: Readonly<Record<string, number>>;
  /** A rule that nothing printed may name. */
  readonly silences?: string;
}

const FINE = `\
restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`;
const LIVE = `\
restreams:
  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
`;

/** On three lines; the second one is wrong. */
const RECORDS = `\
{"name":"YouTube","stream_id":20,"uri":"rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}"}
{"name":"Studio B","stream_id":20,"uri":"srt://ingest.studio-b.net:9000?mode=listener&latency=2000000","latency_unit":"us"}
{"name":"Twitch","stream_id":20,"uri":"rtmp://live.twitch.tv/app/\${TWITCH_KEY}"}
`;

/** What the pages leave to the environment. */
export const VARIABLES: Readonly<Record<string, string>> = {
  YOUTUBE_KEY: "q7wd-2c5v-8n1p-z4xk-0t6b",
  TWITCH_KEY: "live_204518_Vb7Qm2Xk9Rt4Lp8W",
  CI_MERGE_REQUEST_DIFF_BASE_SHA: "HEAD~1",
};

/** A repository with two documents that have no finding, and an env file. */
export const ORDINARY: World = {
  files: {
    "restreams.yaml": FINE,
    "live/restreams.yaml": LIVE,
    "show.env": `YOUTUBE_KEY=${VARIABLES["YOUTUBE_KEY"]}\nTWITCH_KEY=${VARIABLES["TWITCH_KEY"]}\n`,
    ".gitignore": "*.env\n",
  },
  setup: `
    git init -q && git add . && git commit -qm documents
    for change in 1 2 3; do git commit -qm "$change" --allow-empty; done`,
};

const WORLDS: Readonly<Record<string, World>> = {
  "README.md": {
    isClone: true,
    files: { "restreams.yaml": firstDocumentOf("README.md") },
    typed: { "restream-lint submit --env restreams.yaml": "y" },
  },
  "CONTRIBUTING.md": { isClone: true, files: {} },
  "docs/getting-started.md": {
    files: {},
    installs: true,
    ends: { "restream-lint": 1 },
  },
  "docs/editors.md": { isClone: true, files: {} },
  "docs/formats.md": {
    files: Object.fromEntries(
      // Those of scripts/formats-page.ts.
      ["examples/catalogue/srt-not-caller.restream.yaml", "examples/good/restreams.yaml"].map(
        (it) => [it, readFileSync(join(ROOT, it), "utf8")],
      ),
    ),
    ends: {
      "restream-lint": 1,
      "restream-lint --format concise": 1,
      "restream-lint --format pretty --format sarif=restreams.sarif --format junit=restreams.xml": 1,
      "restream-lint --format pretty --format sarif=restreams.sarif": 1,
      "restream-lint --format pretty --format junit=restreams.xml": 1,
      "restream-lint --format pretty --format gitlab=gl-code-quality-report.json": 1,
      "restream-lint --format checkstyle=checkstyle.xml": 1,
    },
  },
  // The last commit is the merge request's, and holds a mistake.
  "docs/gitlab.md": {
    files: {
      "restreams.yaml": FINE,
      "live/restreams.yaml": LIVE.replace("rtmp://", "rtmp:"),
    },
    setup: `
      git init -q && git add restreams.yaml && git commit -qm documents
      git add . && git commit -qm mistake`,
    ends: {
      "npx --yes restream-lint --format pretty --format gitlab=gl-code-quality-report.json": 1,
      'npx --yes restream-lint --changed="$CI_MERGE_REQUEST_DIFF_BASE_SHA"': 1,
    },
  },
  "docs/scale.md": {
    files: { "restreams.ndjson": RECORDS },
    ends: {
      "restream-lint --format jsonl - < restreams.ndjson": 1,
      "jq --slurp . restreams.ndjson | restream-lint --stdin-filename restreams.json -": 1,
      "parallel --pipe -N 50000 --block 50M --keep-order restream-lint --format jsonl --stdin-filename part-{#}.ndjson - < restreams.ndjson > found.jsonl": 1,
    },
  },
  "docs/secrets.md": {
    ...ORDINARY,
    files: { ...ORDINARY.files, "restreams.yaml": firstDocumentOf("docs/secrets.md") },
    ends: { "restream-lint secrets": 1 },
  },
  "docs/submit.md": {
    ...ORDINARY,
    isApart: true,
    before: {
      // Whoever pulls has no document yet.
      "restream-lint pull --out restreams.yaml --env-file show.env": "rm restreams.yaml show.env",
    },
    typed: { "restream-lint submit --env-file show.env restreams.yaml": "y" },
  },
  "packages/cli/README.md": {
    ...ORDINARY,
    files: { "restreams.yaml": firstDocumentOf("docs/secrets.md") },
    before: { "npx restream-lint init": 'cd "$(mktemp -d)"' },
  },
};

/** What a page takes for granted; most pages, no more than a repository with documents. */
export function worldOf(page: string): World {
  const rule = /^docs\/rules\/([\w-]+)\.md$/.exec(page)?.[1];
  return WORLDS[page] ?? (rule === undefined ? ORDINARY : worldOfRule(rule));
}

/** The pages that have a world of their own. */
export const PAGES_WITH_WORLDS: readonly string[] = Object.keys(WORLDS);

/** The mistake of the catalogue; the page says how not to be told of it. */
function worldOfRule(rule: string): World {
  const name = `${rule}.restream.yaml`;
  try {
    const mistake = readFileSync(join(ROOT, "examples/catalogue", name), "utf8");
    return { files: { [name]: mistake }, silences: rule };
  } catch {
    // What is too large stands in no catalogue.
    return { files: { [name]: FINE }, silences: rule };
  }
}
