import { afterEach, expect, test, vi } from "vitest";
import { createClientHost } from "./client-host.ts";
import { firstOf, type SettingsNear } from "./host.ts";
import { FILES_IN } from "./protocol.ts";

const ROOT = "vscode-vfs://github/acme/shows";
const NAME = ".restream-lint.yaml";

afterEach(() => {
  vi.useRealTimers();
});

/** A client host over files by their paths from the root, and all that it asked for. */
function hostOver(files: Readonly<Record<string, unknown>>, folders: readonly string[] = [ROOT]) {
  const asked: string[] = [];
  const host = createClientHost({
    canAsk: () => true,
    folders: () => folders,
    request: async (method, params) => {
      const uri = "uri" in params ? params.uri : params.folder;
      asked.push(uri);
      if (method === FILES_IN) return Object.keys(files).map((path) => `${ROOT}/${path}`);
      return files[uri.slice(ROOT.length + 1)] ?? null;
    },
  });
  const all = firstOf([host]);
  // As the settings finder: each folder is asked about once.
  const known = new Map<string, ReturnType<SettingsNear>>();
  const near: SettingsNear = (folder) => {
    const found = known.get(folder) ?? all.settingsNear(folder, near);
    known.set(folder, found);
    return found;
  };
  return { host: all, near, asked };
}

test.each([
  ["by their names", { "b/restreams.yaml": "", "a.restream.json": "", "values.yaml": "" }],
  ["by what settings say", { [NAME]: "files: ['prod/*.yaml']", "prod/a.yaml": "", "a.yaml": "" }],
  [
    "but for those that settings leave out",
    { [NAME]: "files: ['!old/**']", "old/restreams.yaml": "", "restreams.yaml": "" },
  ],
  [
    "by what the nearest settings say",
    {
      [NAME]: "files: ['*.yaml']",
      "in/.restream-lint.json": '{"files": ["deep/b.yaml"]}',
      "in/a.yaml": "",
      "in/deep/b.yaml": "",
      "out.yaml": "",
    },
  ],
  [
    "by the first of several settings files in a folder",
    {
      ".restream-lint.json": '{"files": ["a.yaml"]}',
      [NAME]: "files: [b.yaml]",
      "a.yaml": "",
      "b.yaml": "",
    },
  ],
  [
    "and nothing by settings that are broken or cannot be read",
    { [NAME]: "files: [", "in/.restream-lint.yaml": 7, "in/a.yaml": "", "b.yaml": "" },
  ],
  [
    "but for what is others'",
    { "node_modules/x/restreams.yaml": "", ".git/restreams.yaml": "", "my.git/restreams.yaml": "" },
  ],
])("finds documents %s", async (name, files) => {
  const { host } = hostOver(files);
  const found = await host.documentsIn(ROOT);
  expect(found.map((uri) => uri.slice(ROOT.length + 1))).toEqual(EXPECTED[name]);
});

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "by their names": ["a.restream.json", "b/restreams.yaml"],
  "by what settings say": ["prod/a.yaml"],
  "but for those that settings leave out": ["restreams.yaml"],
  "by what the nearest settings say": ["in/deep/b.yaml", "out.yaml"],
  "by the first of several settings files in a folder": ["b.yaml"],
  "and nothing by settings that are broken or cannot be read": [],
  "but for what is others'": ["my.git/restreams.yaml"],
};

test.each([
  ["beside", "a/b/", `a/b/${NAME}`],
  ["above", "a/b/c/d/", `a/b/${NAME}`],
  ["in the folder of the workspace", "x/y/", NAME],
  ["by the first of their names", "two/", "two/.restream-lint.yml"],
])("finds the nearest settings: %s", async (_, folder, expected) => {
  const { near } = hostOver({
    [NAME]: "top",
    [`a/b/${NAME}`]: "below",
    "two/.restream-lint.json": "{}",
    "two/.restream-lint.yml": "extends: all",
  });
  expect((await near(`${ROOT}/${folder}`))?.uri).toBe(`${ROOT}/${expected}`);
});

test.each([
  ["above the folder of the workspace", `${ROOT}/in/`, [`${ROOT}/in`]],
  ["beside it, in one that is called alike", `${ROOT}-old/`, [ROOT]],
  ["beyond it by ..", `${ROOT}/../../secrets/`, [ROOT]],
  ["beyond it by .. in other letters", `${ROOT}/in/%2e%2E/%2e./secrets/`, [ROOT]],
  ["of another scheme", "file:///acme/shows/", [ROOT]],
  ["where no folder is open", `${ROOT}/`, []],
])("never asks for what is %s", async (_, folder, folders) => {
  const { near, host, asked } = hostOver({ [NAME]: "" }, folders);
  expect(await near(folder)).toBeUndefined();
  await host.textOf(`${folder}restreams.yaml`);
  expect(asked.filter((it) => !folders.some((open) => it.startsWith(`${open}/`)))).toEqual([]);
  expect(asked.filter((it) => it.includes("secrets"))).toEqual([]);
});

test("at the root of a URI, there is nothing above", async () => {
  for (const root of ["memfs:/", "vscode-vfs://github/"]) {
    const { near, asked } = hostOver({}, [root]);
    expect(await near(`${root}a/`)).toBeUndefined();
    expect(asked.toSorted()).toEqual(
      ["", "a/"]
        .flatMap((folder) =>
          ["json", "yaml", "yml"].map((it) => `${root}${folder}.restream-lint.${it}`),
        )
        .toSorted(),
    );
  }
});

test.each([
  ["a number", 12],
  ["null", null],
  ["a text", `${ROOT}/restreams.yaml`],
  ["an object", { length: 1, 0: `${ROOT}/restreams.yaml` }],
  ["more than anybody has", Array.from({ length: 1e6 }, (_, at) => `${ROOT}/${at}.restreams.yaml`)],
  [
    "a list of what is no file of the folder",
    [7, null, [ROOT], { uri: ROOT }, "", "restreams.yaml", "file:///etc/restreams.yaml"],
  ],
  [
    "a list of what is elsewhere",
    [`${ROOT}/../restreams.yaml`, `${ROOT}/%2e%2e/restreams.yaml`, `${ROOT}-2/restreams.yaml`],
  ],
  ["a name without an end", [`${ROOT}/${"a/".repeat(5000)}restreams.yaml`]],
])("a listing that is %s is empty", async (_, answer) => {
  const host = createClientHost({
    canAsk: () => true,
    folders: () => [ROOT],
    request: () => Promise.resolve(answer),
  });
  expect(await host.documentsIn(ROOT)).toEqual([]);
});

test("a file that is named twice is one document", async () => {
  const uris = [
    `${ROOT}/b/restreams.yaml`,
    `${ROOT}/a.restreams.yaml`,
    `${ROOT}/b%2Frestreams.yaml`,
  ];
  const host = createClientHost({
    canAsk: () => true,
    folders: () => [ROOT],
    request: () => Promise.resolve([...uris, ...uris]),
  });
  expect(await host.documentsIn(ROOT)).toHaveLength(2);
});

test("a text that is none, or an error, is no file", async () => {
  for (const answer of [12, null, ["a"], { text: "a" }, undefined]) {
    const { host } = hostOver({ "restreams.yaml": answer });
    expect(await host.textOf(`${ROOT}/restreams.yaml`)).toBeUndefined();
  }
  const failing = createClientHost({
    canAsk: () => true,
    folders: () => [ROOT],
    request: () => Promise.reject(new Error("no such file")),
  });
  expect(await failing.textOf(`${ROOT}/restreams.yaml`)).toBeUndefined();
});

test("who never answers is not waited for twice, and asked again once it has", async () => {
  vi.useFakeTimers();
  const answers: ((text: string) => void)[] = [];
  const host = createClientHost({
    canAsk: () => true,
    folders: () => [ROOT],
    request: () => new Promise((resolve) => answers.push(resolve)),
  });
  const first = host.textOf(`${ROOT}/a.yaml`);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await first).toBeUndefined();
  expect(await host.textOf(`${ROOT}/b.yaml`)).toBeUndefined();
  expect(answers).toHaveLength(1);
  // Of something else it is: to list files may take long where to read one does not.
  const listed = host.documentsIn(ROOT);
  expect(answers).toHaveLength(2);
  answers.splice(1).map((answer) => answer("nothing"));
  expect(await listed).toEqual([]);
  answers[0]?.("late");
  await vi.advanceTimersByTimeAsync(0);
  const again = host.textOf(`${ROOT}/c.yaml`);
  answers[1]?.("in time");
  expect(await again).toBe("in time");
});

test("what is asked grows with what there is, and no faster", async () => {
  const rounds = async (folders: readonly string[]) => {
    const files = Object.fromEntries(
      folders.flatMap((it) => [
        [`${it}restreams.yaml`, ""],
        [`${it}${NAME}x`, ""],
      ]),
    );
    const { host, near, asked } = hostOver(files);
    const found = await host.documentsIn(ROOT);
    await Promise.all(found.map(host.textOf));
    await Promise.all(folders.map((it) => near(`${ROOT}/${it}`)));
    return asked.length;
  };
  const flat = (count: number) => Array.from({ length: count }, (_, at) => `${at}/`);
  const deep = (count: number) => Array.from({ length: count }, (_, at) => "a/".repeat(at + 1));
  // The listing, then for each folder its document and three names of settings; and those names in the root.
  for (const shape of [flat, deep]) {
    expect(await rounds(shape(20))).toBe(1 + 20 * 4 + 3);
    expect(await rounds(shape(40))).toBe(1 + 40 * 4 + 3);
  }
});
