import type { SecretStorage } from "vscode";
import type { Origin } from "./origin.ts";

/** Where VS Code keeps them, all under one name, so that none is left behind. */
const KEY = "tokens";

/** The API tokens of a person: one for each origin, which goes to no other. */
export interface Tokens {
  /** The token for an origin, asked for where there is none yet; undefined if the person gives none. */
  readonly tokenFor: (origin: Origin) => Promise<string | undefined>;
  /** Asks for another one; undefined, with nothing changed, if the person gives none. */
  readonly ask: (origin: Origin) => Promise<string | undefined>;
  /** Forgets all of them; false where there was none. */
  readonly remove: () => Promise<boolean>;
}

/** Keeps tokens where VS Code keeps secrets, and nowhere else. */
export function createTokens(
  secrets: Pick<SecretStorage, "get" | "store" | "delete">,
  askPerson: (origin: Origin) => PromiseLike<string | undefined>,
): Tokens {
  const known = async () => parseTokens(await secrets.get(KEY));
  const ask = async (origin: Origin) => {
    const token = (await askPerson(origin))?.trim();
    if (!token) return undefined;
    const all = { ...(await known()), [origin.key]: token };
    await secrets.store(KEY, JSON.stringify(all));
    return token;
  };
  return {
    ask,
    tokenFor: async (origin) => (await known())[origin.key] ?? ask(origin),
    remove: async () => {
      const isThere = (await secrets.get(KEY)) !== undefined;
      await secrets.delete(KEY);
      return isThere;
    },
  };
}

function parseTokens(text: string | undefined): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, it]) => typeof it === "string"));
  } catch {
    // Whatever it is, a person has to give it again.
    return {};
  }
}
