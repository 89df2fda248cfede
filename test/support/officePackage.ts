import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** An element of a part of an Office Open XML package. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text in it. */
  readonly text: string;
}

/** An opened package: its parts by path, and where their relationships lead. */
export interface OfficePackage {
  readonly paths: readonly string[];
  read(path: string): Promise<Uint8Array>;
  xml(path: string): Promise<XmlElement>;
  /** Returns the paths of the parts that a part refers to, by the ids of the relationships; `''` is the package. */
  relationships(path: string): Promise<ReadonlyMap<string, string>>;
}

export async function openOfficePackage(file: string): Promise<OfficePackage> {
  const zip = await JSZip.loadAsync(await readFile(file), { checkCRC32: true });
  const paths = Object.keys(zip.files);
  const read = async (name: string): Promise<Uint8Array> => {
    const found = zip.file(name);
    if (!found) throw new Error(`There is no part ${name}.`);
    return found.async('uint8array');
  };
  const xml = async (name: string): Promise<XmlElement> => parseXml(new TextDecoder('utf-8', { fatal: true }).decode(await read(name)));
  const relationships = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const source = path.posix.join(path.posix.dirname(name), '_rels', `${path.posix.basename(name)}.rels`);
    if (!paths.includes(source)) return new Map();
    const { children } = await xml(source);
    return new Map(
      children.map(({ attributes }) => [
        attributes['Id']!,
        path.posix.resolve('/', path.posix.dirname(name), attributes['Target']!).slice(1),
      ]),
    );
  };
  return { paths, read, xml, relationships };
}

/** Returns all elements with a name, such as `a:t`, in `root`, in the order of the document. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

/** Parses XML with its namespaces. @throws if it is not well-formed */
function parseXml(source: string): XmlElement {
  type Draft = { name: string; attributes: Record<string, string>; children: Draft[]; text: string };
  const root: Draft = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: Draft = { name, attributes: values, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  return root.children[0]!;
}
