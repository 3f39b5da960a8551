/** Where the project lives; equal to `homepage` in the root package.json, which a test compares. */
export const HOMEPAGE = "https://github.com/restream-lint/restream-lint";

/** The page of a rule. */
export function pageOf(rule: string): string {
  return `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`;
}
