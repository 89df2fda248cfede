import type { CapturedElement, CapturedNode, CapturedPage } from './capturedPage';
import { absoluteAddress, rewriteCss, type CssFiles } from './rewriteCss';
import type { SvgSprite } from './svgSprite';

/** The files that a document may name. Addresses are absolute. */
export interface DocumentFiles extends CssFiles {
  /** Returns the parts of an SVG file that the page loaded. */
  readonly sprite: (address: string) => SvgSprite | undefined;
}

const VOID_ELEMENTS = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;

/** Attributes that run code, ask for something, or say how a file is chosen that is already chosen. */
const DROPPED_ATTRIBUTES = new RegExp(
  '^(?:on.*|nonce|integrity|crossorigin|referrerpolicy|srcset|sizes|loading|fetchpriority|decoding|autofocus|ping|background' +
    '|manifest|srcdoc)$',
  'u',
);

/** Returns a captured page as a document in HTML that needs no file but those of the capture, and no script. */
export function writeDocument({ title, base, root }: CapturedPage, files: DocumentFiles): string {
  const writer = new DocumentWriter(base, files);
  const [head, ...others] = root.children as readonly CapturedElement[];
  const first: CapturedNode[] = [
    { name: 'meta', attributes: { charset: 'utf-8' }, children: [] },
    { name: 'title', attributes: {}, children: [title] },
  ];
  const html: CapturedElement = { ...root, children: [{ ...head!, children: [...first, ...head!.children] }, '\n', ...others] };
  return `<!doctype html>\n${writer.write([html], new Set())}\n`;
}

class DocumentWriter {
  readonly #base: string;
  readonly #files: DocumentFiles;

  constructor(base: string, files: DocumentFiles) {
    this.#base = base;
    this.#files = files;
  }

  /** @param known ids of the parts of SVG files that the tree has already; each shadow root is a tree of its own */
  write(nodes: readonly CapturedNode[], known: Set<string>): string {
    return nodes.map((node) => (typeof node === 'string' ? escapeText(node) : this.#writeElement(node, known))).join('');
  }

  #writeElement(element: CapturedElement, known: Set<string>): string {
    const { name, attributes, children, shadow, css } = element;
    if (css) return this.#writeStyle(element);
    if (name === 'use') return this.#writeUse(element, known);
    const tag = `<${name}${this.#writeAttributes(name, attributes)}>`;
    if (VOID_ELEMENTS.test(name)) return tag;
    const template = shadow ? `<template shadowrootmode="open">${this.write(shadow, new Set())}</template>` : '';
    // A parser skips a line break at the beginning of these.
    const isSkipped = /^(?:pre|textarea|listing)$/u.test(name) && typeof children[0] === 'string' && children[0].startsWith('\n');
    return `${tag}${isSkipped ? '\n' : ''}${template}${this.write(children, known)}</${name}>`;
  }

  #writeStyle({ attributes, css }: CapturedElement): string {
    const { base, text = this.#files.sheet(base) ?? '' } = css!;
    const written = rewriteCss(text, { base, importers: [base] }, this.#files).replaceAll(/<\/(?=style)/giu, String.raw`<\/`);
    return written === '' ? '' : `<style${this.#writeAttributes('style', attributes)}>${written}</style>`;
  }

  /** Parts of other files are put into the page: `use` draws no other file where scripts are off. */
  #writeUse(element: CapturedElement, known: Set<string>): string {
    const { attributes, children } = element;
    const { href = attributes['xlink:href'] ?? '', 'xlink:href': _, ...others } = attributes;
    const [file = '', part = ''] = absoluteAddress(href, this.#base).split('#');
    const sprite = href.startsWith('#') ? undefined : this.#files.sprite(file);
    const id = sprite?.idOf(decodeURIComponent(part));
    const definitions = sprite?.take(decodeURIComponent(part), known) ?? [];
    const written = this.#writeAttributes('use', { ...others, href: id === undefined ? href : `#${id}` });
    const defs = definitions.length > 0 ? `<defs>${this.write(definitions, known)}</defs>` : '';
    return `${defs}<use${written}>${this.write(children, known)}</use>`;
  }

  #writeAttributes(element: string, attributes: Readonly<Record<string, string>>): string {
    return Object.entries(attributes)
      .flatMap(([name, value]) => {
        const written = this.#attributeValue(element, name, value);
        return written === undefined ? [] : [` ${name}="${escapeAttribute(written)}"`];
      })
      .join('');
  }

  #attributeValue(element: string, name: string, value: string): string | undefined {
    if (DROPPED_ATTRIBUTES.test(name) || /[\s"'<>/=]/u.test(name)) return undefined;
    if (name === 'style' && value === '') return undefined;
    if (name === 'style') return value.includes('(') ? rewriteCss(value, { base: this.#base, isAttribute: true }, this.#files) : value;
    if (name === 'src') return /^(?:img|input)$/u.test(element) ? this.#files.asset(absoluteAddress(value, this.#base)) : undefined;
    if (!/^(?:xlink:)?href$/u.test(name) || value.startsWith('#')) return value;
    if (element === 'image') return this.#files.asset(absoluteAddress(value, this.#base));
    return /^(?:a|area)$/u.test(element) && !/^\s*javascript:/iu.test(value) ? absoluteAddress(value, this.#base) : '#';
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
