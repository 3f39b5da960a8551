import { expect, test } from "vitest";
import { isSecretParameter } from "./secret-parameters.ts";
import { findSrtParameter } from "./srt-parameters.ts";

test.each(["passphrase", "streamid", "srt_streamid"])("%s is secret, and known", (name) => {
  expect(isSecretParameter(name)).toBe(true);
  expect(findSrtParameter(name)).toBeDefined();
});

test.each(["mode", "latency", "Passphrase", ""])("%j is not", (name) => {
  expect(isSecretParameter(name)).toBe(false);
});
