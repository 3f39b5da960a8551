import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import type { Page } from "playwright-core";

/** Files that browsers may read from any page. */
export interface ServedFolder {
  readonly url: string;
  readonly stop: () => void;
}

/** Serves a folder to the browsers on this machine, as a shop serves unpacked extensions to VS Code in a browser. */
export function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://x").pathname);
    const content = await readFile(join(folder, path)).catch(() => undefined);
    const type = path.endsWith("js") ? "text/javascript" : "application/octet-stream";
    response.writeHead(content === undefined ? 404 : 200, {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": type,
    });
    response.end(content);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("No port."));
      const stop = (): void => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://127.0.0.1:${address.port}`, stop });
    });
  });
}

/** Lets the workbenches that a page loads from now on have the extension at this address, which runs in the browser. */
export async function addWebExtension(
  page: Page,
  server: { readonly url: string },
  url: string,
): Promise<void> {
  // The page may read from its own server alone, which passes on what others on its machine serve.
  const path = `/proxy/${new URL(url).port}/`;
  const location = { scheme: "http", authority: new URL(server.url).host, path };
  await page.addInitScript(addWhenRead, location);
}

/** Runs in the page: the workbench reads an attribute to learn how it is configured. */
function addWhenRead(location: object): void {
  const original = Object.getOwnPropertyDescriptor(Element.prototype, "getAttribute");
  Element.prototype.getAttribute = function (name) {
    const value: string | null = original?.value.call(this, name);
    if (this.id !== "vscode-workbench-web-configuration" || value === null) return value;
    if (name !== "data-settings") return value;
    return JSON.stringify({ ...JSON.parse(value), additionalBuiltinExtensions: [location] });
  };
}
