import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** A folder that is served on loopback. */
export interface StaticServer {
  /** `http://127.0.0.1:40000`, without a slash. */
  readonly origin: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/**
 * Serves files as a plain host of static pages does: `index.html` for a folder, 404 for what is not there, and for all
 * that is not below the base, a path with a slash at both ends.
 */
export async function serveFolder(folder: string, base = "/"): Promise<StaticServer> {
  const server = createServer(async ({ url = "/" }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://127.0.0.1").pathname));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const name = file.startsWith(base) ? file.slice(base.length) : undefined;
    const body =
      name === undefined ? undefined : await readFile(join(folder, name)).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port is free.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
