// A module of the command line's own, which the bundle makes a chunk of: most runs name their files.
export { filesIn, filesMatching } from "@restream-lint/files";
