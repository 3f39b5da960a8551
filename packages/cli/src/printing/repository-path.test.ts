import { expect, test } from "vitest";
import { createRepositoryPath } from "./repository-path.ts";

test.each([
  ["/ci/infra", {}, "a.yaml", "a.yaml"],
  ["/ci/infra", {}, "./b/../a b.yaml", "a b.yaml"],
  ["/ci/infra", {}, "/ci/infra/a.yaml", "a.yaml"],
  ["/ci/infra", {}, "../a.yaml", "../a.yaml"],
  ["/ci/infra", { GITHUB_WORKSPACE: "/ci" }, "a.yaml", "infra/a.yaml"],
  ["/ci/infra", { GITHUB_WORKSPACE: "/ci/" }, "../a.yaml", "a.yaml"],
  ["/ci", { CI_PROJECT_DIR: "/ci" }, "a.yaml", "a.yaml"],
  ["/elsewhere", { GITHUB_WORKSPACE: "/ci" }, "a.yaml", "a.yaml"],
  ["/cinema", { GITHUB_WORKSPACE: "/ci" }, "a.yaml", "a.yaml"],
  ["/ci/..infra", { GITHUB_WORKSPACE: "/ci" }, "a.yaml", "..infra/a.yaml"],
  ["/ci", { GITHUB_WORKSPACE: "" }, "a.yaml", "a.yaml"],
])("in %s with %j, %s is %s", (cwd, env, file, path) => {
  expect(createRepositoryPath({ cwd, env })(file)).toBe(path);
});
