import { SETTINGS_FILES } from "@restream-lint/core";

/** What a URI and all its other spellings have in common: clients write `c%3A` or `C:`, `%20` or a blank. */
export function keyOf(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Za-z]:/, (drive) => drive.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The last segment of a URI's path. */
export function fileNameOf(uri: string): string {
  const path = keyOf(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder that a file is in, with its `/`; undefined for what is not in one (`untitled:Untitled-1`). */
export function folderOf(uri: string): string | undefined {
  const end = uri.lastIndexOf("/") + 1;
  return end > uri.indexOf("://") + 3 || uri.startsWith("file:///") ? uri.slice(0, end) : undefined;
}

/** The path of a file from a folder, with `/`; undefined where it is not below it. */
export function pathFrom(folder: string, uri: string): string | undefined {
  const prefix = keyOf(folder).replace(/\/?$/, "/");
  const key = keyOf(uri);
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}

/** What a URI begins with, up to its first `:`, in lower case. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(uri.indexOf(":"), 0)).toLowerCase();
}

/** Whether a URI's last segment is what settings files are called. */
export function isSettingsFile(uri: string): boolean {
  return SETTINGS_FILES.includes(fileNameOf(uri));
}
