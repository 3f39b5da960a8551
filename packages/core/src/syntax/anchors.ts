import type { Node } from "./node.ts";

/** Small documents may alias as they like; the larger ones this many nodes for each character. */
const ALIASED_NODES = 10_000;
const ALIASED_NODES_PER_UNIT = 2;

/** What an anchor names, and how many nodes it is when all its aliases are written out. */
interface Anchored {
  /** Undefined while it is being read. */
  readonly node: Node | undefined;
  readonly size: number;
}

/**
 * The anchors of a YAML document. An alias is the node of its anchor; what all aliases stand for, written out, is
 * bounded, so that whoever walks the tree takes time in proportion to the text.
 */
export class Anchors {
  readonly #byName = new Map<string, Anchored>();
  /** Nodes so far, with those that aliases stand for. */
  #size = 0;
  #left: number;

  /** For a document of so many UTF-16 units. */
  constructor(length: number) {
    this.#left = ALIASED_NODES + ALIASED_NODES_PER_UNIT * length;
  }

  /** Creates a node that may have an anchor. Each node of a document is created here, and those in it meanwhile. */
  define(anchor: string | undefined, create: () => Node): Node {
    const before = this.#size;
    this.#size += 1;
    if (anchor === undefined) return create();
    const unfinished: Anchored = { node: undefined, size: 0 };
    this.#byName.set(anchor, unfinished);
    const node = create();
    // What stands in it may have the same anchor, and then is nearer to the aliases that follow.
    if (this.#byName.get(anchor) === unfinished) {
      this.#byName.set(anchor, { node, size: this.#size - before });
    }
    return node;
  }

  /** The node that an alias stands for, or why it stands for none. */
  resolve(alias: string): Node | string {
    const anchored = this.#byName.get(alias);
    if (!anchored) return "No anchor (&name) of this name stands before this alias";
    if (!anchored.node) return "This alias stands inside the very anchor that it means";
    if (this.#left < anchored.size)
      return "Aliases multiply the document: written out, it would be too large";
    this.#left -= anchored.size;
    this.#size += anchored.size;
    return anchored.node;
  }
}
