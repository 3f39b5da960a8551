import type { Placeholder } from "@restream-lint/core";
import { code } from "./markdown.ts";

/** What a placeholder of a value is, and what fills it in; a default is masked, as it may be a secret. */
export function placeholderWords(value: string, placeholder: Placeholder): readonly string[] {
  const { range, shown } = placeholder;
  const hidden = shown.end < range.end ? `***${endingOf(value, placeholder)}` : "";
  return [
    `**Placeholder** ${code(value.slice(shown.start, shown.end) + hidden)}`,
    `${filledInBy(value, placeholder)}. Linting reads neither the environment nor any secret store: a placeholder stands for any valid value of its place, and what is around it is still checked.`,
  ];
}

function endingOf(value: string, { range }: Placeholder): string {
  const written = value.slice(range.end - 2, range.end);
  return written === "}}" || written === "%>" ? written : "}";
}

function filledInBy(value: string, { range, variable }: Placeholder): string {
  if (variable) return `The variable ${code(variable.name)} ${OPERATORS[variable.operator ?? ""]}`;
  const opening = value.slice(range.start, range.start + 5);
  if (opening.startsWith("op://")) return "A 1Password reference: `op` fills it in";
  if (opening.startsWith("ENC["))
    return "Encrypted by SOPS, which fills it in when it decrypts the file";
  return "A template: the tool that renders the file fills it in";
}

/** What each operator of Compose interpolation adds; its operand is not shown. */
const OPERATORS: Readonly<Record<string, string>> = {
  "": "fills it in",
  ":-": "fills it in; if that is not set or empty, a default does",
  "-": "fills it in; if that is not set, a default does",
  ":?": "fills it in, and must be set and not empty",
  "?": "fills it in, and must be set",
  ":+": "decides: if it is set and not empty, another text stands here, else nothing",
  "+": "decides: if it is set, another text stands here, else nothing",
};
