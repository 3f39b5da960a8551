import { expect, test } from "vitest";
import type { Origin } from "./origin.ts";
import { createTokens, type Tokens } from "./tokens.ts";

const GCORE: Origin = { key: "https://api.gcore.com", host: "api.gcore.com" };
const OTHER: Origin = { key: "https://api.acme.net", host: "api.acme.net" };

/** What VS Code keeps, and a person who gives these answers. */
function createKeychain(...answers: (string | undefined)[]): {
  tokens: Tokens;
  asked: string[];
  kept: Map<string, string>;
} {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const secrets = {
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  };
  const ask = async ({ host }: Origin) => {
    asked.push(host);
    return answers.shift();
  };
  return { tokens: createTokens(secrets, ask), asked, kept };
}

test("asks once, and remembers", async () => {
  const { tokens, asked } = createKeychain(" first\n");
  expect(await tokens.tokenFor(GCORE)).toBe("first");
  expect(await tokens.tokenFor(GCORE)).toBe("first");
  expect(asked).toEqual(["api.gcore.com"]);
});

test("a token goes to the origin that it was given for, and to no other", async () => {
  const { tokens, asked } = createKeychain("first", "second");
  await tokens.tokenFor(GCORE);
  expect(await tokens.tokenFor(OTHER)).toBe("second");
  expect(await tokens.tokenFor(GCORE)).toBe("first");
  expect(asked).toEqual(["api.gcore.com", "api.acme.net"]);
});

test.each([undefined, "", "  "])("who gives %j keeps what there was", async (given) => {
  const { tokens } = createKeychain(given, "first", given);
  expect(await tokens.tokenFor(GCORE)).toBeUndefined();
  expect(await tokens.ask(GCORE)).toBe("first");
  expect(await tokens.ask(GCORE)).toBeUndefined();
  expect(await tokens.tokenFor(GCORE)).toBe("first");
});

test("forgets all of them", async () => {
  const { tokens, kept } = createKeychain("first", "second");
  await tokens.tokenFor(GCORE);
  await tokens.tokenFor(OTHER);
  expect(await tokens.remove()).toBe(true);
  expect(kept.size).toBe(0);
  expect(await tokens.remove()).toBe(false);
});

test.each(["no JSON", "null", '{"https://api.gcore.com": 7}'])(
  "what somebody else wrote there is no token: %s",
  async (text) => {
    const { tokens, kept } = createKeychain("first");
    kept.set("tokens", text);
    expect(await tokens.tokenFor(GCORE)).toBe("first");
  },
);
