import type { Range } from "../range.ts";
import type { SyntaxFault } from "./node.ts";

/** What the parsers read in place of a text: as long as it, so that every offset holds for both. */
export interface Source {
  readonly text: string;
  readonly faults: readonly SyntaxFault[];
}

/** Smooths over what would hide the rest of a text: a byte order mark, lone carriage returns, unfinished merges. */
export function sourceOf(written: string): Source {
  const nul = written.indexOf("\0");
  if (nul !== -1) {
    return {
      text: "",
      faults: [
        fault("This is no UTF-8 text: it holds a NUL character; save the file as UTF-8", nul),
      ],
    };
  }
  const undecodable = written.indexOf("\ufffd");
  const decoding = fault(
    "This character could not be decoded: save the file as UTF-8",
    undecodable,
  );
  const faults = undecodable === -1 ? [] : [decoding];

  // A line break, since a blank would indent the first key.
  const unmarked = written.startsWith("\ufeff") ? `\n${written.slice(1)}` : written;
  const unix = unmarked.replaceAll(/\r+(?!\n)/g, (breaks) => "\n".repeat(breaks.length));
  return unix.includes("<<<<<<< ") ? withoutConflicts(unix, faults) : { text: unix, faults };
}

const MARKER = /^(?:<{7} |\|{7}|={7}$|>{7}).*$/gm;

/** Keeps the first side of each conflict, so that the rest can be checked while the merge is unfinished. */
function withoutConflicts(text: string, earlier: readonly SyntaxFault[]): Source {
  const faults = [...earlier];
  let result = "";
  let kept = 0;
  let opened: Range | undefined;
  let oursEnd: number | undefined;
  for (const { index, 0: marker } of text.matchAll(MARKER)) {
    const end = index + marker.length;
    if (marker.startsWith("<")) {
      opened = { start: index, end };
      oursEnd = undefined;
    } else if (!marker.startsWith(">")) {
      oursEnd ??= index;
    } else if (opened && oursEnd !== undefined) {
      const message = "Git left a merge conflict here: keep one side, and delete the marker lines";
      faults.push({ kind: "syntax", message, range: opened });
      result += text.slice(kept, opened.start) + blank(text.slice(opened.start, opened.end));
      result += text.slice(opened.end, oursEnd) + blank(text.slice(oursEnd, end));
      kept = end;
      opened = undefined;
    }
  }
  return { text: result + text.slice(kept), faults };
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}

function fault(message: string, at: number): SyntaxFault {
  return { kind: "syntax", message, range: { start: at, end: at + 1 } };
}
