import type { Protocol } from "./uri.ts";

/** Where nobody expects a scheme: the usual ports of the other RTMP scheme, and of plain HTTP for one with TLS. */
const FOREIGN_PORTS: Readonly<Record<Protocol, readonly number[]>> = {
  rtmp: [443],
  rtmps: [1935, 80],
  srt: [],
};

/** Whether a port is known for speaking something else than the scheme says: RTMPS on 1935, RTMP on 443. */
export function isForeignPort(protocol: Protocol, port: number): boolean {
  return FOREIGN_PORTS[protocol].includes(port);
}
