import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CapturedElement, CapturedNode } from './capturedPage';

type SvgElement = DefaultTreeAdapterTypes.Element;

/** Parts of an SVG file that others draw with `<use href="file.svg#part">`. */
export class SvgSprite {
  readonly #parts = new Map<string, SvgElement>();
  readonly #prefix: string;

  /** @param prefix begins the ids of the parts in the page, so that they are those of no other file */
  constructor(text: string, prefix: string) {
    this.#prefix = prefix;
    const visit = (node: DefaultTreeAdapterTypes.Node): void => {
      if ('attrs' in node) {
        const id = node.attrs.find(({ name }) => name === 'id')?.value;
        if (id !== undefined && !this.#parts.has(id)) this.#parts.set(id, node);
      }
      if ('childNodes' in node) node.childNodes.forEach(visit);
    };
    visit(parse(text));
  }

  /** The id of a part in the page; undefined if the file has none of this name. */
  idOf(part: string): string | undefined {
    return this.#parts.has(part) ? `${this.#prefix}-${part}` : undefined;
  }

  /** Returns a part and those that it refers to, except those in `known`, to which their names are added. */
  take(part: string, known: Set<string>): readonly CapturedElement[] {
    const id = this.idOf(part);
    if (id === undefined || known.has(id)) return [];
    known.add(id);
    const references = new Set<string>();
    const element = this.#copy(this.#parts.get(part)!, references);
    return [element, ...[...references].flatMap((each) => this.take(each, known))];
  }

  #copy(node: SvgElement, references: Set<string>): CapturedElement {
    const rename = (part: string): string => {
      if (!this.#parts.has(part)) return part;
      references.add(part);
      return `${this.#prefix}-${part}`;
    };
    const attributes = node.attrs.map(({ name, prefix, value }): [string, string] => {
      if (name === 'id') return [name, this.idOf(value) ?? value];
      const isReference = name === 'href' && value.startsWith('#');
      const written = isReference
        ? `#${rename(value.slice(1))}`
        : value.replaceAll(/url\(\s*(["']?)#([^"')]+)\1\s*\)/gu, (_, _quote, reference: string) => `url(#${rename(reference)})`);
      return [prefix ? `${prefix}:${name}` : name, written];
    });
    const children = node.childNodes.flatMap((child): readonly CapturedNode[] => {
      if ('value' in child) return [child.value];
      return 'attrs' in child && child.tagName !== 'script' ? [this.#copy(child, references)] : [];
    });
    return { name: node.tagName, attributes: Object.fromEntries(attributes), children };
  }
}
