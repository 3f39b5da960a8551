import { faultOf, type Part, type Variant, variantsOf } from "./glob-parts.ts";

/** Why a text is no glob that can be used; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  return faultOf(glob.replace(/^!/, ""));
}

/**
 * Makes the function that says whether globs take a path, from the settings file's folder, with `/`: the last one that
 * fits decides, and `!` leaves out; undefined where none fits. A glob without `/` fits names in any folder.
 */
export function createGlobs(globs: readonly string[]): (path: string) => boolean | undefined {
  const matchers = globs
    .filter((glob) => globFault(glob) === undefined)
    .map((glob) => ({ isTaken: !glob.startsWith("!"), variants: variantsOf(anywhere(glob)) }));
  return (path) => {
    const folders = path.split("/");
    if (folders.includes("..")) return undefined;
    const names = folders.map((it) => [...it]);
    const fits = (variant: Variant) => matches(variant, names, isGlobstar, fitsName);
    return matchers.findLast(({ variants }) => variants.some(fits))?.isTaken;
  };
}

function anywhere(glob: string): string {
  const pattern = glob.replace(/^!?(?:\.\/)?/, "");
  return pattern.replace(/\/$/, "").includes("/") ? pattern : `**/${pattern}`;
}

const isGlobstar = (it: Variant[number]): it is "**" => it === "**";
const isStar = (it: Part): it is "*" => it === "*";

function fitsName(parts: readonly Part[], name: readonly string[]): boolean {
  if (name.length === 0) return false;
  return matches(parts, name, isStar, (part, character) => part(character));
}

/**
 * Whether a pattern takes all of a row: folders of a path, characters of a name. A wild item takes any number of them.
 * Only the last one met is tried again, further on: what an earlier one would take, it can take too. So no pattern
 * costs more than its length times the row's, which no regular expression promises.
 */
function matches<Item, Wild extends Item, Single>(
  pattern: readonly Item[],
  row: readonly Single[],
  isWild: (item: Item) => item is Wild,
  takes: (item: Exclude<Item, Wild>, single: Single) => boolean,
): boolean {
  let at = 0;
  let taken = 0;
  let retry: { readonly at: number; taken: number } | undefined;
  while (taken < row.length) {
    const item = pattern[at];
    if (item !== undefined && isWild(item)) {
      at += 1;
      retry = { at, taken };
    } else if (item !== undefined && takes(item as Exclude<Item, Wild>, row[taken] as Single)) {
      at += 1;
      taken += 1;
    } else if (retry) {
      retry.taken += 1;
      ({ at, taken } = retry);
    } else return false;
  }
  return pattern.slice(at).every(isWild);
}
