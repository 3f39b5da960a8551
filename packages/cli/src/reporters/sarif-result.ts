import {
  type Document,
  type Fix,
  type LineStarts,
  lineStartsOf,
  type Range,
  type Related,
} from "@restream-lint/core";
import type { ArtifactLocation, Fix as SarifFix, Location, PhysicalLocation, Result } from "sarif";
import type { FileReport, Paper } from "../report.ts";
import { wellFormed } from "../well-formed.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Located, locatedIn } from "./located.ts";
import { regionOf } from "./region.ts";
import { LEVELS } from "./sarif-rule.ts";

/** A finding, and what makes SARIF of it; of 25 000 findings, not all may be asked for. */
export interface ResultSource {
  readonly located: Located;
  readonly result: () => Result;
}

/** The folder that all paths start from; the reader knows where it is. */
export const ROOT_ID = "%SRCROOT%";

/** The findings of files as SARIF's results. */
export function resultSourcesOf(reports: readonly FileReport[], paper: Paper): ResultSource[] {
  const linesOf = createLineStarts();
  return reports.flatMap((report) => {
    const own = lineStartsOf(report.text);
    return locatedIn(report, paper).map((located) => ({
      located,
      result: () => resultOf(located, report, { own, linesOf, pathOf: paper.pathOf }),
    }));
  });
}

interface Lines extends Pick<Paper, "pathOf"> {
  readonly own: LineStarts;
  readonly linesOf: (document: Document) => LineStarts;
}

function resultOf(located: Located, report: FileReport, lines: Lines): Result {
  const { path, region, diagnostic } = located;
  const { rule, severity, message, fixes, related } = diagnostic;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: messageText(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(path), region } }],
    // `primaryLocationLineHash`, the only one that GitHub reads, is left to `upload-sarif`, which complains of any value but its own.
    partialFingerprints: { "restreamLint/v1": fingerprintOf(located) },
    ...(fixes.length > 0 ? { fixes: fixes.map((it) => fixOf(it, path, lines.own)) } : {}),
    ...(related.length > 0
      ? {
          relatedLocations: related
            .slice(0, MOST_RELATED)
            .map((it, index) => relatedOf(it, index, report, lines)),
        }
      : {}),
    properties: { path: diagnostic.path },
  };
}

/** GitHub shows a hundred, and refuses a file with more than a thousand. */
const MOST_RELATED = 100;

function relatedOf(related: Related, id: number, report: FileReport, lines: Lines): Location {
  const { document, range, message } = related;
  const file = document ? report.fileOf(document) : report.file;
  const lineStarts = document ? lines.linesOf(document) : lines.own;
  return {
    id,
    message: { text: messageText(message) },
    physicalLocation: placeOf(lines.pathOf(file), range, lineStarts),
  };
}

function fixOf({ title, safe, edits }: Fix, path: string, lineStarts: LineStarts): SarifFix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range, lineStarts),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: messageText(title) },
    artifactChanges: [{ artifactLocation: artifactOf(path), replacements }],
    properties: { safe },
  };
}

function placeOf(path: string, range: Range, lineStarts: LineStarts): PhysicalLocation {
  return { artifactLocation: artifactOf(path), region: regionOf(range, lineStarts) };
}

function artifactOf(path: string): ArtifactLocation {
  const uri = wellFormed(path).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: ROOT_ID };
}

/** A message may hold links, `[text](target)`: ours never do, but what they quote might. */
function messageText(message: string): string {
  return message.replaceAll("](", "] (");
}

/** Many findings may speak of one document. */
function createLineStarts(): (document: Document) => LineStarts {
  const known = new Map<Document, LineStarts>();
  return (document) => {
    const found = known.get(document) ?? lineStartsOf(document.text);
    known.set(document, found);
    return found;
  };
}
