import type { StaticFeature } from "vscode-languageclient";
import type { ClientOffers } from "@restream-lint/lsp/protocol";

/** Tells the server what this client can be asked. */
export function clientOffers(offers: ClientOffers): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, "restream-lint": offers };
    },
    initialize: () => undefined,
    getState: () => ({ kind: "static" }),
    clear: () => undefined,
  };
}
