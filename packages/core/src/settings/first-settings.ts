/** A first settings file, with all but the preset commented out; docs/settings.md shows it. */
export const FIRST_SETTINGS: string = `\
# Settings of restream-lint for this folder and all below it. What is in force: restream-lint config FILE

# recommended, strict (warnings are errors, and so is every secret written out) or all (infos are warnings besides).
extends: recommended

# Severity by rule: error, warning, info or off. All rules: restream-lint rules
# rules:
#   srt-undeclared-latency-unit: off

# Other severities for some files.
# overrides:
#   - files: "rehearsal/**"
#     rules: { missing-stream-key: warning }

# Restream documents that are not called restreams.yaml, *.restream.yaml or the like; ! leaves out.
# files: ["live/*.yml", "!vendor/**"]

# Findings that are known and left alone, where no comment can say so (JSON).
# ignore:
#   - { rule: unreachable-host, file: rehearsal.restream.json, path: /restreams/0 }

# What targets read latency in (us, ms, s), where nothing nearer says so; and what lies between Gcore and them.
# latencyUnit: ms
# network: public-internet

# What you know of your own targets.
# targets:
#   - host: "*.studio-b.net"
#     latencyUnit: us
#     latency: { min: 500, max: 2000 } # ms
#     maxVideoBitrate: 8000 # kbit/s
`;
