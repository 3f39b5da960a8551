const vscode = require("vscode");
const FILES = require("./files.json");

// The files of files.json, by their paths, at memory:/ as if they were far away: nobody can write them.

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider("memory", provider, { isReadonly: true }),
  );
};

const provider = {
  onDidChangeFile: () => new vscode.Disposable(() => {}),
  watch: () => new vscode.Disposable(() => {}),
  stat: (uri) => {
    if (FILES[uri.path] !== undefined)
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: contentOf(uri).length };
    if (namesIn(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  },
  readDirectory: (uri) =>
    [...new Set(namesIn(uri))].map((name) => {
      const isFile = FILES[`${folderPath(uri)}${name}`] !== undefined;
      return [name, isFile ? vscode.FileType.File : vscode.FileType.Directory];
    }),
  readFile: (uri) => {
    if (FILES[uri.path] === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return contentOf(uri);
  },
  createDirectory: refuse,
  delete: refuse,
  rename: refuse,
  writeFile: refuse,
};

function refuse() {
  throw vscode.FileSystemError.NoPermissions();
}

function contentOf({ path }) {
  return new TextEncoder().encode(FILES[path]);
}

function namesIn(uri) {
  const folder = folderPath(uri);
  const within = Object.keys(FILES).filter((it) => it.startsWith(folder));
  return within.map((it) => it.slice(folder.length).split("/", 1)[0]);
}

function folderPath({ path }) {
  return path.endsWith("/") ? path : `${path}/`;
}
