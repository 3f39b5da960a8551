import { expect, test } from "vitest";
import { createRepositoryPath } from "./repository-path.ts";

test.each([
  ["/work/infra", {}, "a.yaml", "a.yaml"],
  ["/work/infra", {}, "./b/../a b.yaml", "a b.yaml"],
  ["/work/infra", {}, "/work/infra/a.yaml", "a.yaml"],
  ["/work/infra", {}, "../a.yaml", "../a.yaml"],
  ["/work/infra", { GITHUB_WORKSPACE: "/work" }, "a.yaml", "infra/a.yaml"],
  ["/work/infra", { GITHUB_WORKSPACE: "/work/" }, "../a.yaml", "a.yaml"],
  ["/work", { CI_PROJECT_DIR: "/work" }, "a.yaml", "a.yaml"],
  ["/elsewhere", { GITHUB_WORKSPACE: "/work" }, "a.yaml", "a.yaml"],
  ["/workshop", { GITHUB_WORKSPACE: "/work" }, "a.yaml", "a.yaml"],
  ["/work/..infra", { GITHUB_WORKSPACE: "/work" }, "a.yaml", "..infra/a.yaml"],
  ["/work", { GITHUB_WORKSPACE: "" }, "a.yaml", "a.yaml"],
])("in %s with %j, %s is %s", (cwd, env, file, path) => {
  expect(createRepositoryPath({ cwd, env })(file)).toBe(path);
});
