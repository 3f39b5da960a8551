import { expect } from "vitest";

/** What is done in the editor; each is a function of the drivers. A text stands for its first place in the document. */
export type Step =
  | readonly ["diagnostics"]
  | readonly ["replace", old: string, by: string]
  | readonly ["hover", text: string]
  | readonly ["complete", behind: string]
  | readonly ["accept", behind: string, label: string]
  | readonly ["action", text: string, title: string]
  | readonly ["symbols"]
  | readonly ["rename", text: string, name: string]
  /** A command about the document, with what a person answers if they are asked; it shows what they are told. */
  | readonly ["command", name: string, answer?: string]
  | readonly ["stop"];

/** Lines that the editor shows. Diagnostics: line, column in characters, severity, rule, what is marked, message. */
export type Shown = readonly string[];

/** What is played in every editor, which show the same. */
export interface Scenario {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly document: string;
  /** With what docs/editors.md says of the editor's own settings: `extends: strict`. */
  readonly isSet?: boolean;
  /** What is at Gcore after it, where a test server stands in for it. */
  readonly submitted?: readonly string[];
  readonly steps: readonly (readonly [step: Step, shown: unknown])[];
}

// Bytes, UTF-16 units and characters before the URI all differ.
const SHOWS = `restreams:
  - { name: "Zürich 🎥 東京", stream_id: 20, latency_unit: ms, uri: "srt://ingest.studio-b.net:9000?mode=listener&latency=2000" }
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`;

const NOT_CALLER =
  '2:103 error srt-not-caller [listener] SRT mode must be "caller", not "listener": Gcore dials, the target listens';
const NO_KEY =
  "5:36 error missing-stream-key [live2] There is no stream key after the app: the target cannot tell whose stream this is";
const wrongUnit = (place: string, severity: string) =>
  `${place} ${severity} srt-wrong-latency-unit [2000] SRT latency 2000 is 2 ms in microseconds, the unit of this target, but 2 s in milliseconds (2 000 s in seconds): the number or the unit is wrong`;

const STREAMS = "streams:\n  - id: 20\n    protocol: srt\n";
const CALLED = `${STREAMS}${SHOWS}`.replace("listener", "caller");

const linesOf = (text: string) => text.trimEnd().split("\n");
const shows = (words: string): unknown => expect.arrayContaining([expect.stringContaining(words)]);

const YOUTUBE = "    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}";

// Neither takes snippets as it is set up, so it is on one line.
const FLOW_RESTREAM =
  '  - { name: "YouTube", stream_id: 20, uri: "rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}" }';

/** What both editors play. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "edits mend one restream, break another and mend that",
    files: { "restreams.yaml": SHOWS },
    document: "restreams.yaml",
    steps: [
      [["diagnostics"], [NOT_CALLER]],
      [["replace", "listener", "caller"], [SHOWS.split("\n")[1]?.replace("listener", "caller")]],
      [["replace", "${YOUTUBE_KEY}", ""], ["    uri: rtmp://a.rtmp.youtube.com/live2/"]],
      [["diagnostics"], [NO_KEY]],
      [["replace", "live2/", "live2/${YOUTUBE_KEY}"], [YOUTUBE]],
      [["diagnostics"], []],
      [["stop"], []],
    ],
  },
  {
    name: "what an editor asks for, and the edits that it takes",
    files: { "restreams.yaml": `${STREAMS}${SHOWS}` },
    document: "restreams.yaml",
    steps: [
      [["diagnostics"], [NOT_CALLER.replace("2:103", "5:103")]],
      [["hover", "2000"], shows("in milliseconds: 2 s")],
      [["hover", "a.rtmp"], shows("takes streams here")],
      [["complete", "mode="], ["caller"]],
      [
        ["complete", "protocol: s"],
        ["rtmp", "rtmps", "srt"],
      ],
      [["symbols"], ["1 streams", "2 stream 20", "4 restreams", "5 Zürich 🎥 東京", "6 YouTube"]],
      [["action", "listener", "Connect as the caller"], linesOf(CALLED)],
      [["diagnostics"], []],
      [["rename", "20", "21"], linesOf(CALLED.replaceAll("20,", "21,").replaceAll(/20$/gm, "21"))],
      [["diagnostics"], []],
      [["stop"], []],
    ],
  },
  {
    name: "a whole restream is accepted, and is fine",
    files: { "restreams.yaml": "streams: [{ id: 20, protocol: rtmp }]\nrestreams:\n  - \n" },
    document: "restreams.yaml",
    steps: [
      [
        ["accept", "  - ", "restream to YouTube"],
        ["streams: [{ id: 20, protocol: rtmp }]", "restreams:", FLOW_RESTREAM],
      ],
      [["diagnostics"], []],
      [["stop"], []],
    ],
  },
  {
    name: "the settings file of a repository holds, for a document of any name",
    files: {
      ".git/HEAD": "ref: refs/heads/main\n",
      ".restream-lint.yaml":
        'extends: strict\ntargets:\n  - { host: "*.studio-b.net", latencyUnit: us }\n',
      "shows/tonight.yaml":
        "# Zürich 🎥\nstream_id: 20\nuri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n",
    },
    document: "shows/tonight.yaml",
    steps: [
      [["diagnostics"], [wrongUnit("3:57", "error")]],
      [
        ["replace", "latency=2000", "latency=2000000"],
        ["uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000"],
      ],
      [["diagnostics"], []],
      [["stop"], []],
    ],
  },
  {
    name: "the editor's own settings hold where there is no settings file",
    files: {
      "restream.yml":
        "stream_id: 20\nuri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\nlatency_unit: us\n",
    },
    document: "restream.yml",
    isSet: true,
    steps: [
      [["diagnostics"], [wrongUnit("2:57", "error")]],
      [["stop"], []],
    ],
  },
];

/** For editors that know JSON without a package. */
export const JSON_BODY: Scenario = {
  name: "the body of a request, in JSON",
  files: {
    "body.json":
      '{\n  "name": "東京 🎥", "stream_id": 20, "uri": "rtmp://a.rtmp.youtube.com/live2/"\n}\n',
  },
  document: "body.json",
  steps: [
    [["diagnostics"], [NO_KEY.replace("5:36", "2:70")]],
    [["stop"], []],
  ],
};

const NEWS =
  "restreams:\n  - name: News\n    stream_id: 20\n    uri: rtmp://news.acme.net/live/${KEY}\n";
const CREATED = "rtmp://news.acme.net/live/night-owl-7";

/** What is planned and submitted from editors that have no commands of their own. */
export const SUBMITTING: readonly Scenario[] = [
  {
    name: "a plan is shown, and submitted once that is agreed to",
    files: { "restreams.yaml": NEWS, "show.env": "KEY=night-owl-7\n" },
    document: "restreams.yaml",
    submitted: [CREATED],
    steps: [
      [
        ["command", "restream-lint.plan"],
        shows("Plan: 1 to create, 0 to change, 0 to delete, 0 unchanged."),
      ],
      [["command", "restream-lint.submit", "Submit"], shows("Done: 1 created.")],
      [["command", "restream-lint.plan"], shows("Nothing to change: 1 unchanged.")],
      [["stop"], []],
    ],
  },
  {
    name: "what is not agreed to is not submitted",
    files: { "restreams.yaml": NEWS, "show.env": "KEY=night-owl-7\n" },
    document: "restreams.yaml",
    submitted: [],
    steps: [
      [["command", "restream-lint.submit", "Cancel"], shows("Nothing was submitted.")],
      [["stop"], []],
    ],
  },
];
