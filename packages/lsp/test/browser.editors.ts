import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleWorker } from "../../../scripts/bundle-worker.ts";

// The server in a web worker of a real browser, which must be installed.

const CHROMIUM = "/usr/bin/chromium";
const URI = "inmemory://page/restreams.yaml";
const TEXT =
  "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener&latency=2000000\n  latency_unit: us\n";
/** Where the mode stands, on the third line. */
const MODE = 34;

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await createSite({
    "/": PAGE,
    "/page.js": SCRIPT,
    "/worker.js": (await bundleWorker()).text,
  });
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    // As root in a container, and with no other machine to be found.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

test("a web worker serves its page, and asks nobody else for anything", async () => {
  const page = await browser.newPage();
  const requested: string[] = [];
  page.on("request", (it) => requested.push(it.url()));
  const worker = await workerOf(page);

  const { result } = await worker.ask("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        hover: { contentFormat: ["markdown"] },
      },
    },
  });
  await worker.tell("initialized", {});

  await worker.tell("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "yaml", version: 1, text: TEXT },
  });
  expect(await worker.foundIn(1)).toEqual(["srt-not-caller 2:34-42"]);
  await change(2, "listener", "caller");
  expect(await worker.foundIn(2)).toEqual([]);
  await change(3, "caller", "rendezvous");
  expect(await worker.foundIn(3)).toEqual(["srt-not-caller 2:34-44"]);

  if (result.capabilities.hoverProvider) {
    const position = { line: 2, character: MODE };
    const hover = await worker.ask("textDocument/hover", { textDocument: { uri: URI }, position });
    expect(hover.result.contents.value).toContain("caller");
  }
  expect((await worker.ask("shutdown")).result).toBe(null);
  await worker.tell("exit");

  expect(worker.complaints).toEqual([]);
  expect(requested.toSorted()).toEqual(
    ["/", "/page.js", "/worker.js"].map((path) => `${site.origin}${path}`),
  );
  expect(site.requested.toSorted()).toEqual(["/", "/page.js", "/worker.js"]);

  async function change(version: number, before: string, after: string): Promise<void> {
    const range = {
      start: { line: 2, character: MODE },
      end: { line: 2, character: MODE + before.length },
    };
    await worker.tell("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges: [{ range, text: after }],
    });
  }
});

/** What a page and its worker say to each other. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: any;
  readonly result?: any;
}

interface PageWorker {
  /** All that was printed, by the page or by the worker, and the errors that nobody caught. */
  readonly complaints: readonly string[];
  readonly tell: (method: string, params?: object) => Promise<void>;
  readonly ask: (method: string, params?: object) => Promise<Message>;
  /** The diagnostics that are sent of a version: rules and places. */
  readonly foundIn: (version: number) => Promise<string[]>;
}

/** Opens the page of the site, and lets it speak for this test. */
async function workerOf(page: Page): Promise<PageWorker> {
  const received: Message[] = [];
  const complaints: string[] = [];
  let wake: () => void = () => undefined;
  const complain = (text: string) => {
    complaints.push(text);
    wake();
  };
  page.on("console", (it) => complain(it.text()));
  page.on("pageerror", (it) => complain(String(it)));
  await page.exposeFunction("received", (message: Message) => {
    received.push(message);
    wake();
  });
  await page.goto(site.origin);
  let requests = 0;
  return { complaints, tell, ask, foundIn };

  async function tell(method: string, params?: object, id?: number): Promise<void> {
    const message = { jsonrpc: "2.0", method, ...(params && { params }), ...(id && { id }) };
    await page.evaluate(`worker.postMessage(${JSON.stringify(message)})`);
  }

  async function ask(method: string, params?: object): Promise<Message> {
    requests += 1;
    const id = requests;
    await tell(method, params, id);
    return next((it) => it.id === id);
  }

  async function foundIn(version: number): Promise<string[]> {
    const { params } = await next(
      (it) =>
        it.method === "textDocument/publishDiagnostics" &&
        it.params.uri === URI &&
        it.params.version === version,
    );
    return params.diagnostics.map(
      ({ code, range: { start, end } }: any) =>
        `${code} ${start.line}:${start.character}-${end.character}`,
    );
  }

  async function next(isIt: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = received.find(isIt);
      if (found) return found;
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }
}

const PAGE = `<!doctype html><link rel="icon" href="data:,"><script src="/page.js"></script>`;

const SCRIPT = `
const worker = new Worker("/worker.js");
worker.onmessage = ({ data }) => received(data);
`;

interface Site {
  readonly server: Server;
  readonly origin: string;
  /** The paths that were asked for. */
  readonly requested: readonly string[];
}

/** Serves these files on loopback, under a policy that lets page and worker run no text as code. */
async function createSite(files: Readonly<Record<string, string>>): Promise<Site> {
  const requested: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    requested.push(url);
    const text = files[url];
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": url.endsWith(".js") ? "text/javascript" : "text/html",
      "content-security-policy": "script-src 'self'",
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}`, requested };
}
