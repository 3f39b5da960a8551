/** Why an `Authorization` header is refused, in the API's words; undefined where it is not. */
export function refusalOf(header: string | undefined, token: string): string | undefined {
  const [, scheme = "", value = ""] = /^(\S+) +(\S+)$/.exec(header ?? "") ?? [];
  if (scheme === "") return "Authentication credentials were not provided.";
  if (scheme.toLowerCase() === "bearer") return "Given token not valid for any token type";
  if (scheme.toLowerCase() !== "apikey") return "Authentication credentials were not provided.";
  return value === token ? undefined : wrongTokenOf(value, token);
}

/** A shell in double quotes takes `$` and the name after it away. */
function wrongTokenOf(value: string, token: string): string {
  const id = token.split("$", 1)[0] ?? "";
  if (id === token || !value.startsWith(id)) return "Token is invalid or expired";
  return value === id ? `Bad token: ${value}` : `Bad permanent token: ${value}`;
}
