export { isExcluded } from "./excluded.ts";
export { nearestSettings } from "./nearest-settings.ts";
export {
  checkRegular,
  type FoundText,
  isFileError,
  readFoundText,
  readRegularText,
  readText,
} from "./read-text.ts";
export { filesIn, filesMatching, type Found, type Globs } from "./search.ts";
