import type { Edit } from "../edit.ts";
import type { Language } from "../syntax/syntax.ts";
import type { Cutter } from "./cutter.ts";
import type { Extent } from "./extent.ts";
import { MAX_LINES } from "./fine-yaml.ts";
import { jsonCutterOf } from "./json-cutter.ts";
import { Ledger } from "./ledger.ts";
import { pieceOf } from "./piece.ts";
import { Pieces } from "./pieces.ts";
import { yamlCutterOf } from "./yaml-cutter.ts";

/** Longer texts are left to the parsers, which measure them. */
const MAX_LENGTH = 32 * 1024 * 1024;
/** What may silence findings elsewhere. */
const SILENCING = "restream-lint";

/**
 * A text in pieces: what stands before its list of restreams, each item, and what stands behind. Each item is known to
 * be fine by itself, or is to be looked at. An edit costs the pieces that it touches: nobody makes one string of all of
 * them unless that is asked for.
 */
export class Sheet {
  readonly pieces: Pieces;
  readonly #cutter: Cutter;
  readonly #ledger: Ledger;
  #text: string | undefined;

  /** The sheet of a text; undefined where it has to be read as a whole. */
  static of(text: string, language: Language): Sheet | undefined {
    if (text.length > MAX_LENGTH || text.includes(SILENCING)) return undefined;
    const cutter = cutterOf(text, language);
    const cut = cutter?.cut(text, cutter.first, false);
    if (!cutter || !cut) return undefined;
    const [before, behind] = [text.slice(0, cutter.first), text.slice(cut.end)];
    if (!cutter.mayEnd(behind)) return undefined;
    const pieces = Pieces.of([pieceOf(before), ...cut.items, pieceOf(behind)]);
    if (isTooLong(pieces.size) || !cutter.mayRead(pieces)) return undefined;
    const ledger = new Ledger();
    for (const { facts } of cut.items) if (facts) ledger.add(facts);
    const sheet = new Sheet(cutter, pieces, ledger);
    sheet.#text = text;
    return sheet;
  }

  private constructor(cutter: Cutter, pieces: Pieces, ledger: Ledger) {
    this.#cutter = cutter;
    this.pieces = pieces;
    this.#ledger = ledger;
  }

  /** The text as one string, made when it is asked for. */
  get text(): string {
    return (this.#text ??= this.pieces.text());
  }

  get cutter(): Pick<Cutter, "language" | "parse"> {
    return this.#cutter;
  }

  /** What the items have in common: of the latest sheet alone, since it changes along. */
  get ledger(): Pick<Ledger, "isShared" | "shares" | "has" | "hasStream" | "pushes"> {
    return this.#ledger;
  }

  /** The sheet of the text after an edit; undefined where that needs a sheet of its own. */
  change({ range, newText }: Edit): Sheet | undefined {
    const { pieces } = this;
    const last = pieces.count - 1;
    const tail = pieces.at(last);
    if (range.start < pieces.at(1).start || range.end > tail.start) return undefined;
    if (range.end === tail.start && tail.text !== "") return undefined;
    // What begins an item may come to belong to the one before.
    const from = Math.max(pieces.atOffset(range.start).index - 1, 1);
    const to = Math.min(pieces.atOffset(range.end).index + 1, last);
    const touched = pieces.slice(from, to);
    const { start } = pieces.at(from);
    const before = touched.map(({ text }) => text).join("");
    const text = before.slice(0, range.start - start) + newText + before.slice(range.end - start);
    if (text.includes(SILENCING)) return undefined;
    const cut = this.#cutter.cut(text, 0, to < last);
    if (cut?.end !== text.length || cut.items.length === 0) return undefined;
    const changed = pieces.with(from, to, cut.items);
    if (isTooLong(changed.size) || !this.#cutter.mayRead(changed)) return undefined;
    for (const { facts } of touched) if (facts) this.#ledger.remove(facts);
    for (const { facts } of cut.items) if (facts) this.#ledger.add(facts);
    return new Sheet(this.#cutter, changed, this.#ledger);
  }
}

function cutterOf(text: string, language: Language): Cutter | undefined {
  switch (language) {
    case "yaml":
      return yamlCutterOf(text);
    case "json":
      return jsonCutterOf(text);
    // Its comments may stand anywhere, and silence findings.
    case "jsonc":
      return undefined;
  }
}

function isTooLong({ start, line }: Extent): boolean {
  return start > MAX_LENGTH || line > MAX_LINES;
}
