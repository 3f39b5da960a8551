import type { VariableLookup } from "./fill-in.ts";

/** The variable of an environment that holds the token of Gcore's API. */
export const TOKEN_VARIABLE = "GCORE_API_KEY";

/** The same look-up, but for the API token, which is as if it were not set: documents may be by others, and name any host. */
export function withoutToken(lookUp: VariableLookup): VariableLookup {
  return (name) => (name === TOKEN_VARIABLE ? undefined : lookUp(name));
}
