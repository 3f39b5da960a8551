import { type Program, parse } from "acorn";
import { transform } from "esbuild";

/** A rule's module as JavaScript, without the `docs` of the rule: linting never reads them. */
export async function withoutDocs(source: string, name: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  const docs = docsIn(parse(code, { ecmaVersion: "latest", sourceType: "module" }));
  if (docs === undefined) throw new Error(`${name} has no object literal with \`docs\``);
  return code.slice(0, docs.start) + code.slice(docs.end);
}

/** Where the property `docs` of the rule's object literal stands, with the comma after it. */
function docsIn({ body }: Program): { start: number; end: number } | undefined {
  const variables = body.flatMap((it) =>
    it.type === "VariableDeclaration" ? it.declarations : [],
  );
  for (const { init } of variables) {
    if (init?.type !== "ObjectExpression") continue;
    for (const [index, property] of init.properties.entries()) {
      if (property.type !== "Property" || property.key.type !== "Identifier") continue;
      if (property.key.name !== "docs") continue;
      return { start: property.start, end: init.properties[index + 1]?.start ?? property.end };
    }
  }
  return undefined;
}
