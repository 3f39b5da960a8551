import { expect, test } from "vitest";
import { type Access, accessIn, accessOf } from "./access.ts";

const FILES = {
  folders: () => ["file:///shows"],
  textOf: async (uri: string) =>
    ({
      "file:///shows/show.env": "KEY=k3y\nGCORE_API_KEY=t0ken\n",
      "file:///shows/broken.env": "KEY=k3y\n'\n",
      "file:///shows/huge.env": "#".repeat(64 * 1024 * 1024 + 1),
    })[uri],
};

function accessIs(access: object): Access {
  if (!("token" in access)) throw new Error(JSON.stringify(access));
  return access as Access;
}

test("an env file fills in, but for the token", async () => {
  const account = { token: "t", baseUri: "", envFile: "file:///shows/show.env" };
  const { baseUri, lookUp } = accessIs(await accessOf(account, FILES));
  expect(baseUri).toBe("https://api.gcore.com");
  expect(["KEY", "GCORE_API_KEY", "NONE"].map((it) => lookUp?.(it))).toEqual([
    "k3y",
    undefined,
    undefined,
  ]);
});

test.each([
  ["file:///shows/no.env", "no.env cannot be read: there is no such env file."],
  ["file:///shows/broken.env", "broken.env: line 2 must be NAME=value, with its quotes closed."],
  ["file:///shows/huge.env", "huge.env is too large to be an env file."],
  [
    "file:///other/show.env",
    "show.env is outside of the workspace: name an env file inside of it.",
  ],
  ["file:///shows/../show.env", expect.stringContaining("outside of the workspace")],
])("%s", async (envFile, message) => {
  expect(await accessOf({ token: "t", baseUri: "", envFile }, FILES)).toEqual({
    kind: "refused",
    message,
    remedy: "variables",
  });
});

test("the environment gives the token, the base URI, and what fills in", () => {
  const variables: Readonly<Record<string, string>> = {
    GCORE_API_KEY: "t",
    GCORE_BASE_URL: "http://127.0.0.1:80/x/",
  };
  const variable = (name: string) => variables[name];
  const access = accessIn({ variable, placeholders: () => (name) => `a ${name}` });
  expect(access).toMatchObject({ token: "t", baseUri: "http://127.0.0.1/x" });
  expect(accessIs(access).lookUp?.("KEY")).toBe("a KEY");
  expect(accessIn({ variable: () => undefined, placeholders: () => undefined })).toEqual({
    token: "",
    baseUri: "https://api.gcore.com",
    lookUp: undefined,
  });
  expect(accessIn({ variable, placeholders: () => "show.env: no such file." })).toEqual({
    kind: "refused",
    message: "show.env: no such file.",
    remedy: "variables",
  });
});
