import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../packages/core/src/index.ts";
import { HOMEPAGE } from "../../packages/core/src/homepage.ts";
import { publishedSchema } from "../../packages/core/src/schema/published-schema.ts";
import { publishedSettingsSchema } from "../../packages/core/src/schema/settings-schema.ts";
import { ROOT } from "../bundle.ts";
import { licencesOf } from "../licences.ts";
import { extensionScripts } from "./bundles.ts";
import { offeringSchema } from "./offering-schema.ts";

/** The folder of the extension. */
export const EXTENSION = "packages/vscode-extension";

/** Folders of the extension that are shipped as they are. */
const AS_THEY_ARE = ["snippets", "walkthrough"];

/** Everything that is in the extension's package, by its name there. */
export async function extensionContents(): Promise<ReadonlyMap<string, string | Buffer>> {
  const manifest = read(`${EXTENSION}/package.json`);
  const scripts = await extensionScripts();
  const inputs = [...scripts.values()].flatMap((script) => script.inputs);
  return new Map<string, string | Buffer>([
    ["package.json", shippedManifest(manifest)],
    ["README.md", withWholeLinks(read(`${EXTENSION}/README.md`), EXTENSION)],
    ["CHANGELOG.md", withWholeLinks(read("CHANGELOG.md"), ".")],
    ["LICENSE.txt", read("LICENSE")],
    ["LICENSES.txt", licencesOf(ROOT, inputs)],
    ...Array.from(scripts, ([name, { text }]) => [name, text] as const),
    ["schema/restream.schema.json", schemaFile(publishedSchema(HOMEPAGE))],
    ["schema/settings.schema.json", schemaFile(publishedSettingsSchema(HOMEPAGE, RULES))],
    ...AS_THEY_ARE.flatMap(filesOf),
    ...picturesNamedIn(manifest),
  ]);
}

const RULES = rules.map(({ id, docs }) => ({ id, summary: docs.summary }));

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** What of package.json means something in this workspace only. */
const NOT_SHIPPED = ["private", "type", "devDependencies"];

function shippedManifest(manifest: string): string {
  const entries = Object.entries(JSON.parse(manifest) as object);
  const shipped = entries.filter(([name]) => !NOT_SHIPPED.includes(name));
  return `${JSON.stringify(Object.fromEntries(shipped), undefined, 2)}\n`;
}

function schemaFile(schema: object): string {
  return JSON.stringify(offeringSchema(schema));
}

/** Where there is no repository around a page, its links lead there: pictures to themselves, all others to their pages. */
function withWholeLinks(page: string, folder: string): string {
  return page.replaceAll(/(!?)(\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+)/g, (_, mark, text, link) => {
    const base = `${HOMEPAGE}/${mark === "!" ? "raw" : "blob"}/main/${folder}/`;
    return `${mark}${text}${new URL(link, base).href}`;
  });
}

/** The icon, and what the walkthrough shows: pictures that tests take of the real thing. */
function picturesNamedIn(manifest: string): (readonly [name: string, content: Buffer])[] {
  const names = new Set(
    Array.from(manifest.matchAll(/"(images\/[\w-]+\.png)"/g), ([, it = ""]) => it),
  );
  return Array.from(names, (name) => {
    const folder = [EXTENSION, "docs"].find((it) => existsSync(join(ROOT, it, name)));
    if (folder === undefined) throw new Error(`There is no ${name}: take it with pnpm screenshots`);
    return [name, readFileSync(join(ROOT, folder, name))];
  });
}

function filesOf(folder: string): (readonly [name: string, content: Buffer])[] {
  const path = join(ROOT, EXTENSION, folder);
  return readdirSync(path)
    .toSorted()
    .map((name) => [`${folder}/${name}`, readFileSync(join(path, name))]);
}
