import type { Target } from "../document.ts";
import type { Part } from "../uri/part.ts";
import type { Protocol } from "../uri/uri.ts";
import { hostName, siteOwner } from "./platforms.ts";
import type { Fact, Platform } from "./target-facts.ts";

/** Why an address is not where its platform takes streams. */
export type IngestFault = { readonly platform: Platform } & (
  | { readonly kind: "site" }
  /** It takes the scheme at another host. */
  | { readonly kind: "host"; readonly host: string }
  /** It takes others only, by its own word or the user's. */
  | { readonly kind: "scheme"; readonly schemes: Fact<readonly Protocol[]> }
  | { readonly kind: "app" }
);

/** What is wrong with the host, scheme or app of a target that is known: the first that holds. */
export function ingestFaultOf(target: Target): IngestFault | undefined {
  const { platform, uri } = target;
  const { authority } = uri;
  if (!authority || !/^(?:name|public)$/.test(authority.hostKind.kind)) return undefined;
  const host = hostName(authority.host.text);
  if (!platform) {
    const owner = siteOwner(host);
    return owner && { kind: "site", platform: owner };
  }
  const right = hostFor(target, platform, host);
  if (right !== undefined) return { kind: "host", platform, host: right };
  const schemes = otherSchemes(target, platform);
  if (schemes) return { kind: "scheme", platform, schemes };
  return isWrongApp(target, platform) ? { kind: "app", platform } : undefined;
}

/** The host that takes the scheme, where this one takes another. */
function hostFor({ uri }: Target, { hostEnds = {} }: Platform, host: string): string | undefined {
  const end = uri.protocol && hostEnds[uri.protocol];
  if (end === undefined || host.endsWith(end)) return undefined;
  const other = Object.values(hostEnds).find((it) => host.endsWith(it));
  return other && host.slice(0, -other.length) + end;
}

/** What the target takes, where it is not the scheme that is written. What others say of it is no proof that it refuses one. */
function otherSchemes(
  target: Target,
  { schemes }: Platform,
): Fact<readonly Protocol[]> | undefined {
  const { protocol } = target.uri;
  if (!protocol || !schemes || schemes.source.isThirdParty || needsRtmps(target)) return undefined;
  return schemes.value.includes(protocol) ? undefined : schemes;
}

/** Whether an RTMP path begins with none of the platform's apps. One segment alone may be the key: that is another rule's. */
export function isWrongApp({ field }: Target, { apps }: Platform): boolean {
  const { app, streamKey, lacks } = field.rtmp ?? {};
  if (!apps || !app || app.isOpen || lacks !== undefined) return false;
  return !apps.value.some((it) => it === app.text || isSplit(it, app, streamKey));
}

/** Whether an app of two segments, `v2/pub`, stands there as the app and the beginning of the key. */
function isSplit(known: string, app: Part, streamKey: Part | undefined): boolean {
  if (!known.startsWith(`${app.text}/`)) return false;
  const rest = known.slice(app.text.length + 1);
  return streamKey?.isOpen === true || `${streamKey?.text ?? ""}/`.startsWith(`${rest}/`);
}

/** Whether a target takes RTMP with TLS, but no plain RTMP as it is pushed here. */
export function needsRtmps({ platform, uri }: Target): boolean {
  const schemes = platform?.schemes?.value;
  return (
    uri.protocol === "rtmp" &&
    schemes !== undefined &&
    schemes.includes("rtmps") &&
    !schemes.includes("rtmp")
  );
}
