export { isShown, telling } from "./canary.ts";
export {
  BROKEN_ENV_FILES,
  DELETED,
  DOCUMENTS,
  type Place,
  SETTINGS,
  type Shape,
  SHAPES,
  SHOWN,
  URIS,
} from "./canary-places.ts";
export { checkRule, type InvalidCase, type RuleCases } from "./check-rule.ts";
export { type Cursor, parseCursor } from "./cursor.ts";
export { parseFixture } from "./fixture.ts";
export { folderWith } from "./folder-with.ts";
export { annotate, type Marked, strip } from "./markers.ts";
export { mutated } from "./mutated.ts";
