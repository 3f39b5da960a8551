/** Of restream documents, without the dot; nothing else about a name matters to a file that is named. */
export const DOCUMENT_EXTENSIONS: readonly string[] = ["yaml", "yml", "json", "jsonc"];
