import { redactUri } from "@restream-lint/core";
import type { Features } from "vscode-languageserver";

/** A log that repeats nothing of a document: libraries print the messages that they cannot read, and errors what they were about. */
export const TERSE: Features = {
  __brand: "features",
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(terse(message));
      }
      override warn(message: string): void {
        super.warn(terse(message));
      }
      override info(message: string): void {
        super.info(terse(message));
      }
      override log(message: string): void {
        super.log(terse(message));
      }
    },
};

/** The first line, without addresses, and where in the code it happened. */
function terse(message: string): string {
  const [first = "", ...rest] = message.slice(0, LONGEST).split("\n");
  const frames = rest.filter((line) => /^ {4}at /.test(line));
  return [first.replaceAll(/\S+:\/\/\S*/g, (uri) => redactUri(uri)), ...frames].join("\n");
}

const LONGEST = 10_000;
