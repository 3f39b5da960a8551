import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentOf, type Format, shuffledDocument, smallDocuments, type Text } from "./corpus.ts";
import type { Corpus } from "./linters.ts";

/** Of what sizes and kinds the documents are that linters are timed on. */
export interface Selection {
  readonly sizes: readonly number[];
  readonly formats: readonly Format[];
  readonly smallFiles: number;
}

/** What a full run takes. */
export const FULL: Selection = {
  sizes: [10, 1000, 10_000, 100_000],
  formats: ["yaml", "json"],
  smallFiles: 2000,
};

/** What CI takes. */
export const QUICK: Selection = { sizes: [10, 1000, 10_000], formats: ["yaml"], smallFiles: 200 };

/** What a corpus is called in tables, by which bars find it, too. */
export function corpusName(size: number, format: Format, isSound: boolean): string {
  return `${grouped(size)} restreams, ${format === "json" ? "JSON" : "YAML"}, ${stateOf(isSound)}`;
}

/** The same for valid restreams that stand in no order, in YAML. */
export function shuffledName(size: number): string {
  return `${corpusName(size, "yaml", true)}, in no order`;
}

/** The same for a folder of small files. */
export function smallFilesName(count: number, isSound: boolean): string {
  return `${grouped(count)} files of 5 to 15, YAML, ${stateOf(isSound)}`;
}

/** Writes all documents into a folder, valid ones and ones with faults. */
export function writeCorpora(folder: string, selection: Selection): Corpus[] {
  const { sizes, formats, smallFiles } = selection;
  const single = [true, false].flatMap((isSound) =>
    formats.flatMap((format) =>
      sizes.map((size): Corpus => {
        const { text, faults } = documentOf(size, format, isSound);
        const path = join(folder, `${isSound ? "valid" : "faulty"}-${size}.restream.${format}`);
        writeFileSync(path, text);
        const name = corpusName(size, format, isSound);
        return { name, path, isFolder: false, faults, faultyFiles: Math.min(faults, 1) };
      }),
    ),
  );
  const largest = writeShuffled(folder, Math.max(...sizes));
  const small = [true, false].map((isSound) => writeSmallFiles(folder, smallFiles, isSound));
  return [...single, largest, ...small];
}

/** Restreams that stand in order are told apart by that: these do not. */
function writeShuffled(folder: string, size: number): Corpus {
  const path = join(folder, `shuffled-${size}.restream.yaml`);
  writeFileSync(path, shuffledDocument(size).text);
  return { name: shuffledName(size), path, isFolder: false, faults: 0, faultyFiles: 0 };
}

function writeSmallFiles(folder: string, count: number, isSound: boolean): Corpus {
  const path = join(folder, isSound ? "valid" : "faulty");
  mkdirSync(path);
  const documents = smallDocuments(count, isSound);
  for (const [index, { text }] of documents.entries())
    writeFileSync(join(path, `${index}.restream.yaml`), text);
  const faults = documents.reduce((sum, it) => sum + it.faults, 0);
  const faultyFiles = documents.filter((it: Text) => it.faults > 0).length;
  return { name: smallFilesName(count, isSound), path, isFolder: true, faults, faultyFiles };
}

function stateOf(isSound: boolean): string {
  return isSound ? "valid" : "5 % faulty";
}

/** 10 000, with a space that does not break. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, "\u{a0}");
}
