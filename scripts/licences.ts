import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The licences of the packages that a bundle's input files come from, as one text. */
export function licencesOf(root: string, inputs: Iterable<string>): string {
  const folders = new Set(Array.from(inputs).flatMap((input) => PACKAGE.exec(input)?.[0] ?? []));
  const licences = Array.from(folders, (folder) => licenceOf(join(root, folder))).toSorted();
  return ["The files in this folder hold the packages below.\n", ...licences].join(
    `\n${"-".repeat(80)}\n\n`,
  );
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  if (file === undefined) throw new Error(`${name} has no licence file to copy`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
