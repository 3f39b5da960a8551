# restream-lint in a container, from this repository and nothing else; docs/ci.md says how it is built and used.
FROM node:20.20.2-bookworm-slim

LABEL org.opencontainers.image.title="restream-lint" \
      org.opencontainers.image.description="Finds, before you go on air, what would make a Gcore restream fail." \
      org.opencontainers.image.source="https://github.com/restream-lint/restream-lint" \
      org.opencontainers.image.licenses="MIT"

COPY LICENSE /opt/restream-lint/
COPY dist/ /opt/restream-lint/

USER node
WORKDIR /work

# The `--` ends Node's own options, which would take an --env-file for theirs.
ENTRYPOINT ["node", "--", "/opt/restream-lint/restream-lint.cjs"]
