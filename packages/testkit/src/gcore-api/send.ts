import type { ServerResponse } from "node:http";
import type { Answer } from "./act.ts";
import { errorBody, HTML } from "./errors.ts";
import type { Fault } from "./fault.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** Sends an answer, whole. */
export function sendAnswer(response: ServerResponse, { status, json }: Answer): void {
  if (json === undefined) sendText(response, status, "", {});
  else sendText(response, status, JSON.stringify(json), { "content-type": JSON_TYPE });
}

/** The faults that are seen on the wire; the others change what is done, or when. */
export type WireFault = Exclude<Fault, { readonly kind: "held" | "meanwhile" | "page-before" }>;

/** Sends an answer as a fault has it; `moved` is where a redirect without an address leads. */
export function sendFault(
  response: ServerResponse,
  fault: WireFault,
  answer: Answer,
  moved: string,
  requestId: string,
): void {
  switch (fault.kind) {
    case "drop":
      response.socket?.resetAndDestroy();
      return;
    case "cut":
      cut(response, answer);
      return;
    case "status":
      sendStatus(response, fault, requestId);
      return;
    case "body":
      sendText(response, 200, fault.text, { "content-type": fault.type ?? JSON_TYPE });
      return;
    case "redirect":
      sendText(response, fault.status, "", { location: fault.to ?? moved });
      return;
    case "endless":
      response.writeHead(200, {
        "content-type": JSON_TYPE,
        ...(fault.length !== undefined && { "content-length": fault.length }),
      });
      flood(response);
      return;
    case "stalled":
      response.writeHead(200, { "content-type": JSON_TYPE });
      response.write("[");
      return;
  }
}

/** The status that a client is told whole with an answer; undefined where the connection breaks or goes on. */
export function statusOf(fault: WireFault): number | undefined {
  if (fault.kind === "body") return 200;
  return fault.kind === "status" || fault.kind === "redirect" ? fault.status : undefined;
}

function sendStatus(
  response: ServerResponse,
  { status, shape = "platform", retryAfter }: Extract<Fault, { readonly kind: "status" }>,
  requestId: string,
): void {
  const retry = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  if (shape === "empty") sendText(response, status, "", retry);
  else if (shape === "html") {
    sendText(response, status, HTML, { "content-type": "text/html", ...retry });
  } else {
    const text = JSON.stringify(errorBody(shape, status, requestId));
    sendText(response, status, text, { "content-type": JSON_TYPE, ...retry });
  }
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  // A 204 has no length: its body is not empty, it is absent.
  const length = status === 204 ? {} : { "content-length": Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, ...length });
  response.end(text);
}

function cut(response: ServerResponse, { status, json }: Answer): void {
  const body = Buffer.from(json === undefined ? "  " : JSON.stringify(json));
  // What has no body by its status cannot be cut in it.
  const cutStatus = status === 204 ? 200 : status;
  response.writeHead(cutStatus, { "content-type": JSON_TYPE, "content-length": body.length });
  response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
}

/** White space, which any reader of JSON would swallow. */
const FLOOD = Buffer.alloc(0x1_0000, " ");

function flood(response: ServerResponse): void {
  response.write("[");
  response.on("drain", pour);
  pour();

  function pour(): void {
    while (!response.destroyed && response.write(FLOOD));
  }
}
