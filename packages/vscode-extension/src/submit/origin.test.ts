import { expect, test } from "vitest";
import { originOf } from "./origin.ts";

test.each([
  ["", "https://api.gcore.com", "api.gcore.com"],
  ["  ", "https://api.gcore.com", "api.gcore.com"],
  ["https://api.gcore.com/", "https://api.gcore.com", "api.gcore.com"],
  ["https://API.acme.net:443/gcore/v1", "https://api.acme.net", "api.acme.net"],
  ["https://api.acme.net:8443", "https://api.acme.net:8443", "api.acme.net:8443"],
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080"],
  ["http://[::1]:8080/", "http://[::1]:8080", "[::1]:8080"],
  ["http://localhost", "http://localhost", "localhost"],
  // Nobody is told of the user name: only the host counts.
  ["https://api.gcore.com@acme.net", "https://acme.net", "acme.net"],
])("%j leads to %s", (baseUri, key, host) => {
  expect(originOf(baseUri)).toEqual({ key, host });
});

test.each(["http://api.gcore.com", "http://127.0.0.1.acme.net", "ftp://acme.net", "api.gcore.com"])(
  "a token goes nowhere by %s",
  (baseUri) => {
    expect(originOf(baseUri)).toBeUndefined();
  },
);
