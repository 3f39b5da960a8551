import {
  createVariableNames,
  type LiteralSecret,
  secretValueOf,
  type Variables,
} from "@restream-lint/core";

/** Names for variables, none of which is there with another value. */
export interface VariableNames {
  /** `YOUTUBE_KEY`; asked for all secrets before `nameOfText` is, which keeps clear of what was answered. */
  readonly nameOfSecret: (secret: LiteralSecret) => string;
  /** The wanted name, with a number where it is taken. */
  readonly nameOfText: (wanted: string, value: string) => string;
}

/** Names beside those that are taken, which are used where they hold the same. */
export function createNames(taken: Variables): VariableNames {
  const propose = createVariableNames(taken);
  const used = new Map(taken);
  return {
    nameOfSecret(secret) {
      const name = propose(secret);
      used.set(name, secretValueOf(secret));
      return name;
    },
    nameOfText(wanted, value) {
      let name = wanted;
      for (let count = 2; used.has(name) && used.get(name) !== value; count++)
        name = `${wanted}_${count}`;
      used.set(name, value);
      return name;
    },
  };
}
