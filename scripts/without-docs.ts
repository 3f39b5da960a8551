import { type ObjectExpression, type Program, parse } from "acorn";
import { transform } from "esbuild";

/** A rule's module as JavaScript, without the `docs` of the rule: linting never reads them. */
export async function withoutDocs(source: string, name: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  const docs = docsIn(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  if (docs === undefined) throw new Error(`${name} has no object literal with \`docs\``);
  return code.slice(0, docs.start) + code.slice(docs.end);
}

/** A module as JavaScript, without any property `summary`: those alone read it who are asked for help. */
export async function withoutSummaries(source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  const cuts = summariesIn(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  if (cuts.length === 0) throw new Error("no object literal has a `summary`");
  return cuts.toReversed().reduce((it, { start, end }) => it.slice(0, start) + it.slice(end), code);
}

/** In the order of the text, none within another. */
function summariesIn(node: object): Cut[] {
  const own = isObjectExpression(node) ? cutsIn(node, "summary") : [];
  const inner = Object.values(node).flatMap((it: unknown) =>
    typeof it === "object" && it !== null ? summariesIn(it) : [],
  );
  return [...own, ...inner].toSorted((a, b) => a.start - b.start);
}

function isObjectExpression(node: object): node is ObjectExpression {
  return "type" in node && node.type === "ObjectExpression";
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Where the properties of a name stand, each with the comma after it. */
function cutsIn({ properties }: ObjectExpression, name: string): Cut[] {
  return properties.flatMap((property, index) => {
    if (property.type !== "Property" || property.key.type !== "Identifier") return [];
    if (property.key.name !== name) return [];
    return [{ start: property.start, end: properties[index + 1]?.start ?? property.end }];
  });
}

/** Where the property `docs` of the rule's object literal stands. */
function docsIn({ body }: Program): Cut | undefined {
  const variables = body.flatMap((it) =>
    it.type === "VariableDeclaration" ? it.declarations : [],
  );
  return variables.flatMap(({ init }) =>
    init?.type === "ObjectExpression" ? cutsIn(init, "docs") : [],
  )[0];
}
