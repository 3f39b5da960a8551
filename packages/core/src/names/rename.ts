import type { Edit } from "../edit.ts";
import { isStreamId } from "../stream-id.ts";
import type { Name } from "./name.ts";

/** The edits that rename all places of a name; or why the new name is impossible, as a person is told. */
export function renameEdits(name: Name, newName: string): readonly Edit[] | string {
  const fault = name.obstacle ?? faultOf(name, newName);
  if (fault !== undefined) return fault;
  return [...name.definitions, ...name.uses].map((range) => ({ range, newText: newName }));
}

function faultOf({ kind, text, taken }: Name, newName: string): string | undefined {
  const fault = kind === "anchor" ? anchorFault(newName) : streamFault(newName);
  if (fault !== undefined || newName === text || !taken.has(newName)) return fault;
  return kind === "anchor"
    ? `Another anchor of this YAML document is called ${newName}, and aliases might mean the wrong one: choose another name`
    : `There is a stream ${newName} here already, and the two would become one: choose another number, or change single restreams by hand`;
}

function anchorFault(newName: string): string | undefined {
  if (newName === "") return "An anchor without a name means nothing: type one, such as base";
  if (/^[&*]/.test(newName)) return "The name stands without its & or *: type what follows it";
  if (NOT_IN_ANCHOR.test(newName)) {
    return "YAML ends an anchor's name at a blank and at any of , [ ] { }: type letters, digits, - and _";
  }
  // Of an alias as a key, nobody could tell where it ends.
  return newName.endsWith(":")
    ? "With a : at its end, the name would be read as a key: leave it out"
    : undefined;
}

/** Also what YAML does not allow anywhere, or nobody sees. */
const NOT_IN_ANCHOR = /[\s,[\]{}\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

function streamFault(newName: string): string | undefined {
  return isStreamId(newName)
    ? undefined
    : `A stream's ID is a whole number from 1 to ${Number.MAX_SAFE_INTEGER}: type it in digits alone`;
}
