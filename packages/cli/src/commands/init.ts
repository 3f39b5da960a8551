import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FIRST_SETTINGS, isRestreamFile, SETTINGS_FILES } from "@restream-lint/core";
import { isFileError } from "@restream-lint/files";
import { DOCUMENT_EXTENSIONS } from "../document-extensions.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { reasonOf } from "../reason-of.ts";

const RESTREAMS = `\
# Which streams Gcore pushes to which targets. Check it: restream-lint
# All fields: https://github.com/restream-lint/restream-lint/blob/main/docs/fields.md

# Optional: what is known of the sources, so that their targets can be checked against it. Never sent to the API.
streams:
  - id: 20 # the stream's ID at Gcore
    protocol: rtmp # how the encoder reaches Gcore: rtmp, rtmps or srt
    video_codec: h264
    audio_codec: aac
    video_bitrate: 4500 # kbit/s
    keyframe_interval: 2 # seconds

restreams:
  - name: YouTube
    stream_id: 20
    # Keys stay out of the file: \${NAME} is filled in when the restreams are submitted.
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}

  - name: Studio B
    stream_id: 20
    # Gcore dials, so the mode is caller; 2 s of latency, in the unit that this server reads.
    uri: srt://\${STUDIO_B_HOST}:9000?mode=caller&latency=2000000&passphrase=\${STUDIO_B_PASSPHRASE}
    latency_unit: us # us, ms or s: ask whoever runs the server
    network: public-internet # or cross-region: decides which latency is right
    active: false # until the studio is ready
`;

/** Writes a first document and a settings file, with comments; leaves alone what is there. */
export function init(args: Arguments, io: Io): number {
  if (args.paths.length > 0)
    throw new UsageError("init takes no argument: it writes into this folder");
  const written = [
    write("restreams.yaml", RESTREAMS, NAMES.filter(isRestreamFile), io),
    write(SETTINGS_FILES[0] ?? "", FIRST_SETTINGS, SETTINGS_FILES, io),
  ];
  return written.includes(true) ? EXIT.ok : EXIT.usage;
}

/** The names that a first document may already have. */
const NAMES = ["restream", "restreams"].flatMap((name) =>
  DOCUMENT_EXTENSIONS.map((extension) => `${name}.${extension}`),
);

/** Writes a file unless one of its names is taken. */
function write(
  name: string,
  text: string,
  taken: readonly string[],
  { cwd, stdout, stderr }: Io,
): boolean {
  const present = taken.find((it) => existsSync(join(cwd, it)));
  if (present !== undefined) {
    stderr.write(`restream-lint: ${present} is there already: left alone\n`);
    return false;
  }
  try {
    writeFileSync(join(cwd, name), text, { flag: "wx" });
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new UsageError(`${name}: ${reasonOf(error)}`, { cause: error });
  }
  stdout.write(`wrote ${name}\n`);
  return true;
}
