import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A server on a free port of loopback. */
export interface Listener {
  /** Without a slash at the end. */
  readonly url: string;
  /** Breaks every connection, and resolves when the port is free. */
  readonly stop: () => Promise<void>;
}

/** Starts a server that hands over each request with its whole body; one that breaks off on the way is dropped. */
export async function listen(
  answer: (request: IncomingMessage, text: string, response: ServerResponse) => void,
): Promise<Listener> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(request, Buffer.concat(chunks).toString(), response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
