export { checkRule, type InvalidCase, type RuleCases } from "./check-rule.ts";
export { parseFixture } from "./fixture.ts";
export { annotate, type Marked, strip } from "./markers.ts";
export { mutated } from "./mutated.ts";
