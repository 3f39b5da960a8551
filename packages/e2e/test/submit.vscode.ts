import { rmSync } from "node:fs";
import { join } from "node:path";
import { API_TOKEN, createGate, createGcoreApi, folderWith, telling } from "@restream-lint/testkit";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { startCodeServer } from "../src/code-server.ts";
import { filesHolding, logFiles } from "../src/log-files.ts";
import { outputShown, showOutput } from "../src/output.ts";
import { commandsOffered } from "../src/palette.ts";
import { vsCode } from "../src/vs-code.ts";
import { VSIX } from "../src/vsix.ts";
import { openWorkbench, type Workbench } from "../src/workbench.ts";

// From a linted file to restreams that exist, at a server that stands in for Gcore. No secret is seen on the way.

/** Another user's stream, which is refused. */
const FOREIGN = 21;
const api = await createGcoreApi({ foreignStreams: [FOREIGN] });
afterAll(() => api.stop());

const MACHINE = { "restream-lint.apiBaseUri": api.url };
const { folder, write, show, server } = vsCode(
  { "restream-lint.envFile": ".env", "diffEditor.useInlineViewWhenSpaceIsLimited": false },
  { machineSettings: MACHINE },
);

const HOST = new URL(api.url).host;
/** Of the shape that `telling` looks for. */
const CANARY = "Xq7Canary9Z";
const SHOW = `restreams:
  - name: Studio A
    stream_id: 20
    uri: srt://ingest.studio-a.net:9000?mode=caller&latency=2000000&passphrase=\${PASSPHRASE}
    latency_unit: us
  - name: Twitch
    stream_id: 20
    uri: rtmp://live.twitch.tv/app/${CANARY}
`;
const SENT = SHOW.replace("${PASSPHRASE}", CANARY);
const [STUDIO_A_URI = "", TWITCH_URI = ""] = Array.from(
  SENT.matchAll(/uri: (.+)/g),
  ([, it]) => it,
);

/** The end of the row of lenses above the first restreams. */
const OFFER = expect.stringMatching(/ \| Plan \| Submit…$/);

beforeEach(() => {
  api.misbehave([]);
  api.change({ restreams: [] });
});

/** Shows a text with nothing of other tests beside it: no notification, and the right token. */
async function showAnew(text: string, token = API_TOKEN): Promise<Workbench> {
  write({ ".env": `PASSPHRASE=${CANARY}\n` });
  const workbench = await show("restreams.yaml", text);
  onTestFinished(() => rmSync(join(folder, ".env"), { force: true }));
  await expect.poll(() => workbench.codeLenses()).toContainEqual(OFFER);
  await workbench.command("restream-lint: Set Gcore API Token…");
  await workbench.enter(token);
  await workbench.waitForNotification(
    `The API token for ${HOST} is kept in the system's keychain.`,
  );
  await workbench.command("Notifications: Clear All Notifications");
  return workbench;
}

/** Submits what is shown, and agrees. */
async function submit(workbench: Workbench, button = "Submit"): Promise<void> {
  await workbench.clickLens("Submit…");
  expect((await workbench.dialog()).buttons).toContain(button);
  await workbench.answer(button);
}

test("a plan is seen, submitted, and what became of it stands beside the restreams", async () => {
  const workbench = await showAnew(SHOW);
  await workbench.command("restream-lint: Remove Gcore API Token");
  await workbench.waitForNotification("No Gcore API token is kept any more.");

  await workbench.clickLens("Plan");
  expect(await workbench.asked()).toEqual({
    title: `Gcore API token for ${HOST}`,
    isHidden: true,
  });
  await workbench.enter(API_TOKEN);
  await workbench.waitForNotification(`restreams.yaml → ${HOST} · Plan: 2 to create`);
  const { before, after, title } = await workbench.comparison("Twitch");
  expect(title).toContain(`Plan: restreams.yaml → ${HOST}`);
  expect(before).toBe("");
  // What a variable stands for is shown as the variable.
  expect(after.split("\n")).toEqual([
    '- name: "Studio A"',
    "stream_id: 20",
    "uri: srt://ingest.studio-a.net:9000?mode=caller&latency=2000000&passphrase=${PASSPHRASE}",
    '- name: "Twitch"',
    "stream_id: 20",
    "uri: rtmp://live.twitch.tv/app/***",
    "",
  ]);
  // A copy of something is nobody's document.
  expect(await workbench.problems()).toEqual(["restreams.yaml", expect.stringContaining("info:")]);
  expect(api.counts["POST /streaming/restreams"]).toBe(0);

  await workbench.answer("Submit…");
  const { text, buttons } = await workbench.dialog();
  expect(text).toContain(`Submit restreams.yaml to ${HOST}?`);
  expect(text).toContain("Plan: 2 to create");
  expect(buttons).toEqual(expect.arrayContaining(["Submit", "Cancel"]));
  expect(api.counts["POST /streaming/restreams"]).toBe(0);
  await workbench.answer("Submit");
  await workbench.waitForNotification(`restreams.yaml → ${HOST} · Done: 2 created.`);
  await expect
    .poll(() => workbench.codeLenses())
    .toEqual([OFFER, ...api.state.restreams.map(() => expect.stringMatching(/^created\b/))]);
  expect(api.state.restreams.map(({ name, uri }) => `${name}: ${uri}`).toSorted()).toEqual([
    `Studio A: ${STUDIO_A_URI}`,
    `Twitch: ${TWITCH_URI}`,
  ]);
  expect(api.requests.filter(({ leaks }) => leaks)).toEqual([]);

  await workbench.command("Notifications: Clear All Notifications");
  await workbench.clickLens("Plan");
  await workbench.waitForNotification("Nothing to change: 2 unchanged.");
  expect(await workbench.page.locator(".monaco-diff-editor:visible").count()).toBe(0);
});

test("what is typed and not saved is what is planned", async () => {
  const workbench = await showAnew(SHOW);
  await workbench.replace("Twitch", "Twitch, second");
  await workbench.clickLens("Plan");
  expect((await workbench.comparison("second")).after).toContain('"Twitch, second"');
});

test("what is on air is changed only by a button that says so, and who cancels changes nothing", async () => {
  api.change({
    restreams: [{ id: 3001, name: "Twitch", stream_id: 20, uri: `${TWITCH_URI}-old`, live: true }],
  });
  const workbench = await showAnew(SHOW);
  await workbench.clickLens("Submit…");
  const { text, buttons } = await workbench.dialog();
  expect(text).toContain(
    "1 restream would be changed while on air: viewers may see the push break off.",
  );
  expect(buttons).toContain("Submit, also On Air");
  await workbench.answer("Cancel");
  await workbench.page.locator(".monaco-dialog-box").waitFor({ state: "hidden" });
  expect(api.counts["PATCH /streaming/restreams/{restream_id}"]).toBe(0);

  // What was asked last is still in sight, and leads there too.
  await workbench.command("restream-lint: Submit…");
  await workbench.dialog();
  await workbench.answer("Submit, also On Air");
  await workbench.waitForNotification("Done: 1 created, 1 changed.");
  expect(api.state.restreams.find(({ id }) => id === 3001)?.uri).toBe(TWITCH_URI);
});

test("what Gcore refuses is underlined where it is written", async () => {
  const workbench = await showAnew(SHOW.replace(/20\n(?=.*\n$)/, `${FOREIGN}\n`));
  await submit(workbench);
  await workbench.waitForNotification("Partly done: 1 created, 1 failed.");
  await workbench.answer("Show Problems");
  await expect
    .poll(() => workbench.problems())
    .toContainEqual(expect.stringMatching(/^error: .*stream_id.* \[Ln 7, Col 16\]$/));
  await expect.poll(() => workbench.underlined("error")).toEqual([`${FOREIGN}`]);

  await workbench.replace(`${FOREIGN}`, "20");
  await submit(workbench);
  await workbench.waitForNotification("Done: 1 created.");
  await expect.poll(() => workbench.underlined("error")).toEqual([]);
  expect(api.state.restreams).toHaveLength(2);
});

test("a document with errors is not planned", async () => {
  const workbench = await showAnew(SHOW.replace("caller", "listener"));
  await workbench.clickLens("Plan");
  await workbench.waitForNotification("restreams.yaml has 1 error");
  await workbench.answer("Show Problems");
  expect(await workbench.page.locator(".markers-panel-container").isVisible()).toBe(true);
});

test("a variable that nothing fills in leads to the setting that names a file", async () => {
  const workbench = await showAnew(SHOW.replace("PASSPHRASE", "NOWHERE"));
  await workbench.clickLens("Plan");
  await workbench.waitForNotification("1 restream is refused");
  expect((await workbench.comparison("refused")).after).toContain("NOWHERE");
  await workbench.answer("Choose Env File…");
  await workbench.page
    .locator(".settings-editor .setting-item-label", { hasText: "Env File" })
    .waitFor();
});

test("a wrong token is explained, and another one is tried at once", async () => {
  const workbench = await showAnew(SHOW, "29841");
  await workbench.clickLens("Plan");
  await workbench.waitForNotification("only the beginning of the API token arrived");
  await workbench.answer("Set API Token");
  await workbench.enter(API_TOKEN);
  await workbench.waitForNotification("Plan: 2 to create");
});

test("what is cancelled in the middle finishes what is under way, and a second time does the rest", async () => {
  const names = ["A", "B", "C", "D", "E", "F", "G"];
  const items = names.map(
    (it) =>
      `  - { name: ${it}, stream_id: 20, uri: "rtmp://${it.toLowerCase()}.acme.net/live/k" }\n`,
  );
  const workbench = await showAnew(`restreams:\n${items.join("")}`);
  const gate = createGate();
  api.misbehave([{ on: "POST /streaming/restreams", fault: { kind: "held", acts: true, gate } }]);
  await submit(workbench);
  await gate.arrived(1);
  // The plan that is still in sight stands for its document.
  await workbench.command("restream-lint: Plan…");
  await workbench.waitForNotification("restreams.yaml is being planned or submitted already.");
  await workbench.answer("Cancel");
  gate.open();
  await workbench.waitForNotification("Interrupted:");
  const done = api.state.restreams.length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(names.length);
  expect((await workbench.notifications()).join("\n")).toContain(
    `Interrupted: ${done} created, ${names.length - done} not begun.`,
  );

  api.misbehave([]);
  await workbench.command("Notifications: Clear All Notifications");
  await submit(workbench);
  await workbench.waitForNotification(`Done: ${names.length - done} created.`);
  expect(api.state.restreams.map(({ name }) => `${name}`).toSorted()).toEqual(names);
});

test("neither the token nor a key is in the output or in a log", async () => {
  const workbench = await showAnew(SHOW);
  await workbench.command("Developer: Set Log Level...");
  await workbench.pick("restream-lint");
  await workbench.pick("Trace");
  await submit(workbench);
  await workbench.waitForNotification("Done: 2 created.");
  const said = await workbench.notifications();
  await showOutput(workbench);

  const everything = async (): Promise<string> => (await logFiles(server(), /\.log$/)).join("\n");
  await expect.poll(everything).toContain("Sending request 'restream-lint/submit");
  await expect.poll(() => outputShown(workbench.page)).toContain("restream-lint/");
  for (const text of [
    await everything(),
    await outputShown(workbench.page),
    server().log(),
    said.join("\n"),
    workbench.consoleErrors().join("\n"),
  ]) {
    expect(telling(text, "mixed")).toBeUndefined();
    expect(text).not.toContain("29841");
  }
  expect(await filesHolding(server(), api.url)).not.toEqual([]);
  expect(await filesHolding(server(), API_TOKEN)).toEqual([]);
});

test("nothing of a folder that nobody trusts is sent anywhere", async () => {
  const [untrusting, browser] = await Promise.all([
    startCodeServer({ vsix: VSIX, trust: true, machineSettings: MACHINE }),
    launchBrowser(),
  ]);
  onTestFinished(async () => {
    await browser.close();
    await untrusting.stop();
  });
  const other = folderWith({ "restreams.yaml": SHOW });
  const before = api.requests.length;
  const workbench = await openWorkbench(browser, untrusting, {
    folder: other,
    file: "restreams.yaml",
  });
  await expect.poll(() => workbench.codeLenses()).toContainEqual(OFFER);
  for (const title of ["Plan", "Submit…"]) {
    await workbench.clickLens(title);
    await workbench.waitForNotification("This workspace is not trusted");
    await workbench.answer("Manage Workspace Trust");
    await workbench.page.locator(".workspace-trust-editor").waitFor();
    await workbench.command("View: Close Editor");
  }
  const offered = await commandsOffered(workbench.page, "restream-lint: ");
  expect(offered.filter((it) => /Plan|Submit/.test(it))).toEqual([]);
  expect(api.requests.length).toBe(before);
});
