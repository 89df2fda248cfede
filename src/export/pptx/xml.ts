/** Helpers to write the XML of a package of Office Open XML (ECMA-376). */

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces that the root of each part of a presentation declares. */
export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const OFFICE_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** A file inside the package that holds XML. */
export interface XmlPart {
  /** Path in the package, such as `ppt/presentation.xml`. */
  readonly path: string;
  readonly contentType: string;
  /** The root element. */
  readonly xml: string;
  /** The parts it refers to: `rId1` is the first. */
  readonly relationships: readonly Relationship[];
}

export interface Relationship {
  /** The last word of its type's address, such as `slideLayout`, or the whole address. */
  readonly type: string;
  /** Path of the part in the package. */
  readonly target: string;
}

/** Characters that XML 1.0 cannot contain, not even escaped: control characters, halves of pairs and noncharacters. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Escapes a text for an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"\n\r\t]/gu, (character) => ENTITIES[character]!);
}

/** Returns the contents of a part. */
export const xmlFile = (root: string): string => HEADER + root;

/** Returns the path and contents of the file with a part's relationships. `path` is empty for those of the package. */
export function relationshipsFile(path: string, relationships: readonly Relationship[]): readonly [path: string, contents: string] {
  const at = path.lastIndexOf('/') + 1;
  const elements = relationships.map(({ type, target }, index) => {
    const address = type.includes(':') ? type : OFFICE_TYPES + type;
    return `<Relationship Id="rId${index + 1}" Type="${address}" Target="/${target}"/>`;
  });
  const root = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`;
  return [`${path.slice(0, at)}_rels/${path.slice(at)}.rels`, xmlFile(root)];
}

/** Returns the contents of `[Content_Types].xml` for XML parts and PNG pictures. */
export function contentTypesFile(parts: readonly Pick<XmlPart, 'path' | 'contentType'>[]): string {
  const overrides = parts.map(({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`);
  return xmlFile(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="png" ContentType="image/png"/>' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${overrides.join('')}</Types>`,
  );
}
