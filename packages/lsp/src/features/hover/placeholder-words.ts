import type { Operator, Placeholder } from "@restream-lint/core";
import { code } from "./markdown.ts";

/** What a placeholder of a value is, and what fills it in; a default is masked, as it may be a secret. */
export function placeholderWords(value: string, placeholder: Placeholder): readonly string[] {
  const { range, shown } = placeholder;
  const hidden = shown.end < range.end ? `***${endingOf(value, placeholder)}` : "";
  return [
    `**Placeholder** ${code(value.slice(shown.start, shown.end) + hidden)}`,
    `${filledInBy(placeholder)}. Linting reads neither the environment nor any secret store: a placeholder stands for any valid value of its place, and what is around it is still checked.`,
  ];
}

function endingOf(value: string, { range }: Placeholder): string {
  const written = value.slice(range.end - 2, range.end);
  return written === "}}" || written === "%>" ? written : "}";
}

function filledInBy({ kind, variable }: Placeholder): string {
  if (!variable) return KINDS[kind];
  const { name, operator } = variable;
  return `The variable ${code(name)} ${operator ? OPERATORS[operator] : "fills it in"}`;
}

const KINDS: Readonly<Record<Placeholder["kind"], string>> = {
  interpolation: "The tool that renders the file fills it in",
  template: "A template: the tool that renders the file fills it in",
  "1password": "A 1Password reference: `op` fills it in",
  sops: "Encrypted by SOPS, which fills it in when it decrypts the file",
};

/** What each operator of Compose interpolation adds; its operand is not shown. */
const OPERATORS: Readonly<Record<Operator, string>> = {
  ":-": "fills it in; if that is not set or empty, a default does",
  "-": "fills it in; if that is not set, a default does",
  ":?": "fills it in, and must be set and not empty",
  "?": "fills it in, and must be set",
  ":+": "decides: if it is set and not empty, another text stands here, else nothing",
  "+": "decides: if it is set, another text stands here, else nothing",
};
