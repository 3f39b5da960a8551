export { type FileText, type Host, NO_FILES } from "./host.ts";
export { startServer } from "./server.ts";
