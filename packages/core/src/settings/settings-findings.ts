import { didYouMean } from "../did-you-mean.ts";
import { suggestion } from "../fix.ts";
import { pointer } from "../forms.ts";
import { pageOf } from "../homepage.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Range } from "../range.ts";
import type { Severity } from "../rule.ts";
import type { Edit } from "../edit.ts";
import type { SettingsError } from "../schema/generated/settings-validator.ts";
import { knownAt, quoted, nameOf, wantedBy } from "./settings-words.ts";
import { isHarmlessName } from "../shape/field-name.ts";
import { entriesOf } from "../shape/plain.ts";
import { headOf } from "../syntax/head.ts";
import { contentOf, type Entry, MAX_FAULTS, type MappingNode, type Node } from "../syntax/node.ts";
import { removeItem } from "../syntax/remove-item.ts";
import { written } from "../syntax/written.ts";

/** Comparing words takes time, and nobody reads more guesses. */
const MAX_GUESSES = 100;

/** The diagnostics of a settings file, in the order of its text: of each rule as many as anybody reads. */
export class SettingsFindings {
  readonly #text: string;
  readonly #root: Node | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #counts = new Map<string, number>();
  readonly #entries = new WeakMap<object, ReadonlyMap<string, Entry>>();

  constructor(text: string, root: Node | undefined) {
    this.#text = text;
    this.#root = root;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === "error");
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics.toSorted((a, b) => a.range.start - b.range.start);
  }

  add(
    rule: string,
    severity: Severity,
    message: string,
    path: string,
    range: Range,
    fixes: Diagnostic["fixes"] = [],
  ): void {
    if (this.#isFull(rule)) return;
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
    this.#diagnostics.push({
      rule,
      severity,
      message,
      range,
      path,
      url: pageOf(rule),
      fixes,
      related: [],
    });
  }

  /** At a value, or at its key; `meant` is what to write instead. */
  at(
    rule: string,
    severity: Severity,
    message: string,
    path: string,
    {
      isKey = false,
      meant,
    }: { readonly isKey?: boolean; readonly meant?: string | undefined } = {},
  ): void {
    if (this.#isFull(rule)) return;
    const { key, value } = this.#placeAt(path);
    const node = isKey ? key : (value ?? key);
    const range = node ? headOf(this.#text, node) : { start: 0, end: 0 };
    const style = node?.kind === "scalar" ? node.style : "plain";
    const fix =
      meant === undefined || !node
        ? undefined
        : suggestion(`Write "${meant}"`, { range, newText: written(meant, style) });
    this.add(rule, severity, message, isKey ? shownPath(path) : path, range, fix ? [fix] : []);
  }

  /** The word that was probably meant, as `didYouMean` says it. */
  guess(word: string, known: readonly string[]): string | undefined {
    return this.#diagnostics.length < MAX_GUESSES ? didYouMean(word, known) : undefined;
  }

  #isFull(rule: string): boolean {
    return (this.#counts.get(rule) ?? 0) >= MAX_FAULTS;
  }

  addError({ instancePath: path, keyword, params }: SettingsError): void {
    const { additionalProperty, missingProperty } = params;
    if (additionalProperty !== undefined) return this.#addUnknown(path, additionalProperty);
    if (missingProperty !== undefined) {
      return this.at("missing-field", "error", `"${missingProperty}" is missing here`, path);
    }
    const name = nameOf(path);
    const message = `${name} must be ${wantedBy(keyword, params)}`;
    const value = this.#placeAt(path).value;
    const meant =
      params.allowedValues && value?.kind === "scalar"
        ? this.guess(String(value.value), params.allowedValues)
        : undefined;
    this.at(
      "wrong-type",
      "error",
      meant === undefined ? message : `${message}: did you mean "${meant}"?`,
      path,
      { meant },
    );
  }

  #addUnknown(path: string, name: string): void {
    if (this.#isFull("unknown-field")) return;
    const { value } = this.#placeAt(path);
    const given = value?.kind === "mapping" ? this.#entriesOf(value) : new Map<string, never>();
    const known = knownAt(path).filter((it) => !given.has(it));
    const meant = this.guess(name, known);
    const shown = isHarmlessName(name) ? `"${name}"` : "This";
    const hint = meant === undefined ? `it may be ${quoted(known)}` : `did you mean "${meant}"?`;
    this.at(
      "unknown-field",
      "warning",
      `${shown} is no field of settings, so it has no effect: ${hint}`,
      pointer(path, name),
      { isKey: true, meant },
    );
  }

  rangeAt(path: string): Range | undefined {
    const { key, value, isThere } = this.#placeAt(path);
    return isThere ? (key ?? value)?.range : undefined;
  }

  removalAt(path: string): Edit | undefined {
    const end = path.lastIndexOf("/");
    const { value, isThere } = this.#placeAt(path.slice(0, end));
    const index = Number(path.slice(end + 1));
    return isThere && value?.kind === "sequence" ? removeItem(this.#text, value, index) : undefined;
  }

  /** What a JSON Pointer leads to, or the last that there is on the way. */
  #placeAt(path: string): Place {
    let key: Node | undefined;
    let value = this.#root;
    for (const token of path.split("/").slice(1)) {
      const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
      if (value?.kind === "mapping") {
        const entry = this.#entriesOf(value).get(name);
        if (!entry) return { key, value, isThere: false };
        ({ key, value } = entry);
      } else if (value?.kind === "sequence") {
        key = undefined;
        value = value.items[Number(name)];
      } else return { key, value, isThere: false };
    }
    return { key, value, isThere: true };
  }

  #entriesOf(node: MappingNode): ReadonlyMap<string, Entry> {
    const content = contentOf(node);
    const entries = this.#entries.get(content) ?? entriesOf(node);
    this.#entries.set(content, entries);
    return entries;
  }
}

interface Place {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
  readonly isThere: boolean;
}

/** A path to a key that nobody knows, which may be a secret: then to what it stands in. */
function shownPath(path: string): string {
  const end = path.lastIndexOf("/");
  return isHarmlessName(path.slice(end + 1)) ? path : path.slice(0, end);
}
