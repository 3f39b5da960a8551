import { expect, test } from "vitest";
import { DEFAULT_BASE_URI, parseBaseUri } from "./base-uri.ts";

test.each([
  [DEFAULT_BASE_URI, "https://api.gcore.com"],
  [" https://API.gcore.com/ \n", "https://api.gcore.com"],
  ["https://api.gcore.com:443//", "https://api.gcore.com"],
  ["https://proxy.example.com:8443/gcore/v1/", "https://proxy.example.com:8443/gcore/v1"],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
  ["http://127.9.8.7/", "http://127.9.8.7"],
  ["http://127.1:4010", "http://127.0.0.1:4010"],
  ["http://localhost:4010/x", "http://localhost:4010/x"],
  ["http://[::1]:4010", "http://[::1]:4010"],
])("%s is taken", (text, value) => {
  expect(parseBaseUri(text)).toEqual({ value });
});

const INSECURE = "must begin with `https://`";

test.each([
  ["", "is no URI"],
  ["api.gcore.com", "is no URI"],
  ["https://", "is no URI"],
  ["http://api.gcore.com", INSECURE],
  ["http://127.0.0.1.example.com", INSECURE],
  ["http://localhost.example.com", INSECURE],
  ["http://notlocalhost", INSECURE],
  ["http://128.0.0.1", INSECURE],
  ["http://127.0.0.1@example.com", INSECURE],
  ["ftp://127.0.0.1", INSECURE],
  ["file:///etc/passwd", INSECURE],
  ["https://xq7canary9z@api.gcore.com", "holds a user name or a password"],
  ["https://a:xq7canary9z@api.gcore.com", "holds a user name or a password"],
  ["https://api.gcore.com/?key=xq7canary9z", "holds a `?` or a `#`"],
  ["https://api.gcore.com/?", "holds a `?` or a `#`"],
  ["https://api.gcore.com/#xq7canary9z", "holds a `?` or a `#`"],
])("%s is refused", (text, words) => {
  const parsed = parseBaseUri(text);
  expect("fault" in parsed && parsed.fault).toMatch(words);
  expect(JSON.stringify(parsed)).not.toMatch("canary");
});
