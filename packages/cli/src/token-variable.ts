import type { VariableLookup } from "@restream-lint/core";

/** The variable of the environment that holds the API token. */
export const TOKEN_VARIABLE = "GCORE_API_KEY";

/** The same look-up, but for the API token, which is as if it were not set: documents may be by others, and name any host. */
export function withoutToken(lookUp: VariableLookup): VariableLookup {
  return (name) => (name === TOKEN_VARIABLE ? undefined : lookUp(name));
}
