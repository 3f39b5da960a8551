import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ParseOption, XmlDocument, XmlElement, XsdValidator } from "libxml2-wasm";

/** An element, by its name. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of an XML document in their order, as libxml2 reads them; throws where it is not well-formed, or not what the schema says. */
export function elementsIn(xml: string, schema: "jenkins-junit.xsd" | "checkstyle.xsd"): Element[] {
  const document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NONET });
  const source = readFileSync(join(import.meta.dirname, "schemas", schema), "utf8");
  const schemaDocument = XmlDocument.fromString(source);
  const validator = XsdValidator.fromDoc(schemaDocument);
  try {
    validator.validate(document);
    return document
      .find("//*")
      .flatMap((node) => (node instanceof XmlElement ? [elementOf(node)] : []));
  } finally {
    validator.dispose();
    schemaDocument.dispose();
    document.dispose();
  }
}

function elementOf({ name, attrs, content }: XmlElement): Element {
  return {
    name,
    attributes: Object.fromEntries(attrs.map((it) => [it.name, it.value])),
    text: content,
  };
}
