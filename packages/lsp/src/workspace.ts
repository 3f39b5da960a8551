import type { PositionEncoding } from "./encoding.ts";
import { fileTexts } from "./file-texts.ts";
import type { FileText, Host } from "./host.ts";
import type { OpenTexts } from "./open-texts.ts";
import type { SettingsFinder, SettingsFor } from "./settings-finder.ts";
import { keyOf } from "./uris.ts";
import { createView, type Source, type View } from "./view.ts";

/** The texts that the server knows of, open or on disk. */
export interface Workspace {
  /** The view of an open text; undefined for one that is not open, or somebody else's. */
  readonly viewOf: (uri: string) => Promise<View | undefined>;
  /**
   * All views, of what is only on disk, then of what is open: of two that clash, the later one is told, and that should be
   * one that a person sees. The same view for the same text and settings.
   */
  readonly views: () => Promise<readonly View[]>;
  /** Looks at the disk again: which documents there are in these folders, and what is in them. */
  readonly rescan: (folders: readonly string[]) => Promise<void>;
}

/** Makes the workspace of what an editor has open and a host has on disk. */
export function createWorkspace(
  host: Host,
  texts: OpenTexts,
  finder: SettingsFinder,
  encoding: () => PositionEncoding,
): Workspace {
  const made = new Map<string, Made>();
  let onDisk: ReadonlyMap<string, FileText> = new Map();
  return { viewOf, views, rescan };

  async function viewOf(uri: string): Promise<View | undefined> {
    const settings = await finder.settingsFor(uri);
    // Only now: it may have changed meanwhile.
    const open = texts.at(uri);
    return open && remembered(open, settings);
  }

  async function views(): Promise<readonly View[]> {
    const names = texts.all().map(({ uri }) => uri);
    const open = names.toSorted().map(viewOf);
    const closed = Array.from(onDisk.values(), async (file) => {
      const settings = await finder.settingsFor(file.uri);
      return texts.at(file.uri) ? undefined : remembered(file, settings);
    });
    // Whoever asks for a view that fails hears of it; the others are no worse for that.
    const all = await Promise.allSettled([...closed, ...open]);
    const isOpen = new Set(names.map(keyOf));
    for (const key of made.keys()) if (!isOpen.has(key) && !onDisk.has(key)) made.delete(key);
    return all.flatMap((it) => (it.status === "fulfilled" && it.value ? [it.value] : []));
  }

  async function rescan(folders: readonly string[]): Promise<void> {
    const found = new Map<string, FileText>();
    for (const folder of folders) {
      const files = await fileTexts(host, await host.documentsIn(folder));
      for (const file of files) found.set(keyOf(file.uri), file);
    }
    onDisk = found;
  }

  function remembered(source: Source, settings: SettingsFor): View | undefined {
    const known = made.get(keyOf(source.uri));
    if (known && isMadeOf(known, source, settings)) return known.view;
    const view = createView(source, settings, encoding());
    made.set(keyOf(source.uri), { source, settings, view });
    return view;
  }
}

/** A view, and what it was made of. */
interface Made {
  readonly source: Source;
  readonly settings: SettingsFor;
  readonly view: View | undefined;
}

function isMadeOf({ source, settings }: Made, now: Source, settingsNow: SettingsFor): boolean {
  return (
    settings === settingsNow &&
    source.version === now.version &&
    source.languageId === now.languageId &&
    source.text === now.text
  );
}
