import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ROOT } from "./pages.ts";

// What takes the place of programs that a test cannot have: those that ask the network, build for minutes or open a window.

/** A call of a stand-in, as it came. */
export interface Call {
  readonly program: string;
  /** Where it was called. */
  readonly cwd: string;
  readonly argv: readonly string[];
}

interface StandIn {
  /** What it does beside noting its call, in bash; `$MAIN` is the command line, in one file. */
  readonly script?: string;
  /** Whether such a call would do what the page says; throws where not. */
  readonly expectCall: (call: Call) => void;
}

const VSIX = "packages/vscode-extension/restream-lint.vsix";

/** By name. */
export const STAND_INS: Readonly<Record<string, StandIn>> = {
  // It asks npm's registry.
  npx: {
    script: `
      while [[ $1 == -* ]]; do shift; done
      case $1 in
        restream-lint) shift; exec node -- "$MAIN" "$@" ;;
        pnpm@*) shift; exec pnpm "$@" ;;
      esac`,
    expectCall({ argv, cwd }) {
      const [option = "", ...rest] = argv;
      const [name = "", ...words] = option.startsWith("-") ? rest : argv;
      if (option.startsWith("-")) expect(["-y", "--yes"]).toContain(option);
      if (name.startsWith("pnpm@")) expect(name).toBe(manifestOf(".").packageManager);
      else if (name !== "restream-lint") expectPublishing(name, words, cwd);
    },
  },
  // It installs and builds for minutes.
  pnpm: {
    script: `if [[ $1 == package ]]; then touch ${VSIX}; fi`,
    expectCall({ argv, cwd }) {
      expect(existsSync(join(cwd, "pnpm-workspace.yaml")), `pnpm in ${cwd}`).toBe(true);
      const filters = argv.flatMap((it, index) => (argv[index - 1] === "--filter" ? [it] : []));
      for (const name of filters) expect(published()).toContain(name);
      const [command = "", ...rest] = argv.slice(2 * filters.length);
      if (command === "exec") {
        expectFile(ROOT, `node_modules/.bin/${rest[0]}`);
        return;
      }
      const known = filters.length > 0 ? ["publish"] : Object.keys(manifestOf(".").scripts ?? {});
      expect(known, `pnpm ${command}`).toContain(command);
      expect(rest).toEqual([]);
    },
  },
  // It asks npm's registry.
  npm: {
    expectCall({ argv: [command, ...names] }) {
      expect(["install", "i"]).toContain(command);
      for (const name of names.filter((it) => !/^(?:-D|-g|--save-dev|--global)$/.test(it)))
        expect(published(), `npm install ${name}`).toContain(name);
    },
  },
  // It is an editor, and opens a window.
  code: {
    expectCall({ argv, cwd }) {
      expect(argv).toEqual(["--install-extension", VSIX]);
      expectFile(cwd, VSIX);
    },
  },
  // It needs an engine; this does what the image's entry point does.
  docker: {
    script: `
      command=$1; shift
      if [[ $command == build ]]; then exec git ls-remote --exit-code "\${@: -1}" HEAD; fi
      while [[ $1 == -* ]]; do
        case $1 in
          --rm) shift ;;
          --volume) folder=\${2%%:/work*}; shift 2 ;;
          --user) shift 2 ;;
          *) echo "docker run: $1" >&2; exit 125 ;;
        esac
      done
      [[ $1 == restream-lint ]] || exit 125
      shift; cd "$folder" && exec node -- "$MAIN" "$@"`,
    expectCall({ argv }) {
      if (argv[0] === "build") expect(argv.slice(1, 3)).toEqual(["--tag", "restream-lint"]);
      else expect(argv.slice(0, 2)).toEqual(["run", "--rm"]);
    },
  },
  // It asks GitHub.
  gh: {
    expectCall({ argv, cwd }) {
      expect(argv.slice(0, 3)).toEqual(["pr", "comment", "--body-file"]);
      expectFile(cwd, argv[3]);
    },
  },
  // It is not to be had from Debian 12; gitleaks.test.ts tries the rules.
  gitleaks: {
    expectCall({ argv, cwd }) {
      expect(argv).toEqual(["git", "."]);
      expectFile(cwd, ".gitleaks.toml");
    },
  },
  // It calls more programs than a walk has, and makes one part of so few lines; scale.shells.ts runs it.
  parallel: {
    script: `
      while [[ $1 == -* ]]; do case $1 in -N | --block) shift 2 ;; *) shift ;; esac; done
      "\${@//'{#}'/1}"`,
    expectCall({ argv }) {
      expect(argv.slice(0, 2)).toEqual(["--pipe", "-N"]);
      expect(argv).toContain("restream-lint");
      expect(argv).toContain("part-{#}.ndjson");
    },
  },
};

/** What takes the place of programs that this machine may not have, by name; where it has them, they are run. */
export const SUBSTITUTES: Readonly<Record<string, StandIn>> = {
  // It is nothing that the tests need otherwise.
  jq: {
    script: "cat > /dev/null",
    expectCall: ({ argv }) => expect(argv.at(-1)).toMatch(/^[.a-z]/),
  },
  // It is installed in CI, and test:pre-commit asks for it.
  "pre-commit": {
    expectCall({ argv: [command], cwd }) {
      expect(["install", "run", "autoupdate"]).toContain(command);
      expectFile(cwd, ".pre-commit-config.yaml");
    },
  },
};

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly packageManager?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as Manifest;
}

/** The packages that npm has once they are published. */
function published(): string[] {
  const manifests = readdirSync(join(ROOT, "packages")).map((it) => manifestOf(`packages/${it}`));
  return manifests.filter((it) => it.private !== true).map(({ name }) => name);
}

function expectPublishing(name: string, words: readonly string[], cwd: string): void {
  expect(name).toMatch(/^(?:@vscode\/vsce|ovsx)@\d+\.\d+\.\d+$/);
  expect(words[0]).toBe("publish");
  if (name.startsWith("@")) expect(words[1]).toBe("--packagePath");
  expectFile(cwd, words.at(-1));
}

function expectFile(cwd: string, name = ""): void {
  const stats = statSync(join(cwd, name), { throwIfNoEntry: false });
  expect(stats?.isFile(), `${name} in ${cwd}`).toBe(true);
}
