import { afterEach, expect, test, vi } from "vitest";
import type { FileText } from "./host.ts";
import { createSettingsFinder } from "./settings-finder.ts";
import { folderOf } from "./uris.ts";

const SETTINGS = "file:///shows/.restream-lint.yaml";
const BROKEN = ".restream-lint.yaml has errors, so its settings are left out. Open it to see them.";
const A = "file:///shows/a/restreams.yaml";
const B = "file:///shows/b/restreams.yaml";

afterEach(() => {
  vi.useRealTimers();
});

/** A finder over one settings file and an editor that can be changed, and what it asked and said. */
function surroundings(initial: string | undefined, editor: unknown = null) {
  const state = {
    text: initial,
    editor,
    broken: [] as string[],
    asked: [] as unknown[],
  };
  const finder = createSettingsFinder({
    host: {
      settingsNear: async (): Promise<FileText | undefined> =>
        state.text === undefined ? undefined : { uri: SETTINGS, text: state.text },
    },
    workspaceFolderOf: (uri) => (uri.startsWith("file:///shows/") ? "file:///shows" : undefined),
    configurationFor: async (folder) => {
      state.asked.push(folder);
      return state.editor;
    },
    onBroken: (message) => state.broken.push(message),
    onLate: () => undefined,
  });
  return { finder, state };
}

test("settings that stay as they are stay the very same, however often they are looked up", async () => {
  const { finder, state } = surroundings("extends: strict\n");
  const first = await finder.settingsFor(A);
  finder.forgetFiles();
  expect(await finder.settingsFor(A)).toBe(first);
  state.text = "extends: all\n";
  expect(await finder.settingsFor(A)).toBe(first);
  finder.forgetFiles();
  expect((await finder.settingsFor(A)).settings.extends).toBe("all");
});

test("globs are counted from the settings file's folder", async () => {
  const { finder } = surroundings("files: [a/*.yaml, '!b/*.yaml']\n");
  expect((await finder.settingsFor(A)).isTaken).toBe(true);
  expect((await finder.settingsFor(B)).isTaken).toBe(false);
});

test("a broken file is told once, and again when it was mended and broke again", async () => {
  const { finder, state } = surroundings("extends: strcit\n");
  const look = async (text: string) => {
    state.text = text;
    finder.forgetFiles();
    return finder.settingsFor(A);
  };
  expect((await finder.settingsFor(A)).settings.extends).toBeUndefined();
  await finder.settingsFor(B);
  await look("extends: strcit # x\n");
  expect(state.broken).toEqual([BROKEN]);
  await look("extends: strict\n");
  await look("extends: strcit\n");
  expect(state.broken).toEqual([BROKEN, BROKEN]);
});

test("the editor is asked once for a folder, and only where there is no file", async () => {
  const { finder, state } = surroundings(undefined, { extends: "strict" });
  const [a, b] = await Promise.all([finder.settingsFor(A), finder.settingsFor(B)]);
  expect([a.settings.extends, b.settings.extends]).toEqual(["strict", "strict"]);
  expect(state.asked).toEqual(["file:///shows"]);
  state.text = "extends: all\n";
  finder.forgetFiles();
  expect((await finder.settingsFor(A)).settings.extends).toBe("all");
  expect(state.asked).toHaveLength(1);
});

test.each([
  ["a text", /mapping/],
  [12, /mapping/],
  [[1, 2], /mapping/],
  [{ extends: "strcit" }, /"strict"/],
  [{ rules: "x" }, /rules/],
])("an editor that is set to %j is told once why that is nothing", async (editor, reason) => {
  const { finder, state } = surroundings(undefined, editor);
  expect((await finder.settingsFor(A)).settings.extends).toBeUndefined();
  finder.forgetEditor();
  await finder.settingsFor(B);
  expect(state.broken).toEqual([expect.stringMatching(reason)]);
});

test("without a folder that is open, globs are compared with names, whichever file came first", async () => {
  for (const uris of [
    ["file:///a/one.yaml", "file:///a/b/two.yaml"],
    ["file:///a/b/two.yaml", "file:///a/one.yaml"],
  ]) {
    const { finder } = surroundings(undefined, { files: ["b/two.yaml", "one.yaml"] });
    for (const uri of uris)
      expect((await finder.settingsFor(uri)).isTaken).toBe(
        uri.endsWith("one.yaml") ? true : undefined,
      );
  }
});

test("a host that looks upwards is asked about each folder once", async () => {
  const asked: string[] = [];
  const finder = createSettingsFinder({
    host: {
      settingsNear: async (folder, near) => {
        asked.push(folder);
        const parent = folderOf(folder.slice(0, -1));
        return parent === undefined ? undefined : near(parent);
      },
    },
    workspaceFolderOf: () => undefined,
    configurationFor: () => Promise.resolve(null),
    onBroken: () => undefined,
    onLate: () => undefined,
  });
  await Promise.all([A, B, "file:///shows/b/deep/restreams.yaml"].map(finder.settingsFor));
  expect(asked.toSorted()).toEqual([
    "file:///",
    "file:///shows/",
    "file:///shows/a/",
    "file:///shows/b/",
    "file:///shows/b/deep/",
  ]);
});

/** A finder over settings that come when they are given, one answer for each time it asks. */
function slowSurroundings() {
  const given: ((file: FileText | undefined) => void)[] = [];
  const state = { late: 0 };
  const finder = createSettingsFinder({
    host: { settingsNear: () => new Promise((resolve) => given.push(resolve)) },
    workspaceFolderOf: () => undefined,
    configurationFor: () => Promise.resolve({ extends: "all" }),
    onBroken: () => undefined,
    onLate: () => (state.late += 1),
  });
  return { finder, given, state };
}

const STRICT = { uri: SETTINGS, text: "extends: strict\n" };

test("settings that are slow are waited for a second, once, and hold when they come", async () => {
  vi.useFakeTimers();
  const { finder, given, state } = slowSurroundings();
  const first = finder.settingsFor(A);
  await vi.advanceTimersByTimeAsync(999);
  const second = finder.settingsFor(A);
  await vi.advanceTimersByTimeAsync(1);
  expect((await first).settings.extends).toBe("all");
  expect((await second).settings.extends).toBe("all");
  // No time passes here.
  expect((await finder.settingsFor(A)).settings.extends).toBe("all");
  expect(await finder.fileFor(A)).toBeUndefined();
  given[0]?.(STRICT);
  await vi.advanceTimersByTimeAsync(0);
  expect(state.late).toBe(1);
  expect((await finder.settingsFor(A)).settings.extends).toBe("strict");
  expect(await finder.fileFor(A)).toEqual(STRICT);
  expect(given).toHaveLength(1);
});

test.each([
  ["asked for anew meanwhile", true, STRICT],
  ["nothing after all", false, undefined],
])("what comes late is not told when it is %s", async (_, isForgotten, file) => {
  vi.useFakeTimers();
  const { finder, given, state } = slowSurroundings();
  const first = finder.settingsFor(A);
  await vi.advanceTimersByTimeAsync(1000);
  await first;
  if (isForgotten) finder.forgetFiles();
  given[0]?.(file);
  await vi.advanceTimersByTimeAsync(0);
  expect(state.late).toBe(0);
});
