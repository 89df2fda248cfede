import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** Something in an SVG that a picture may not have, and where it is. Lines and columns count from 1. */
interface SvgProblem {
  readonly line: number;
  readonly column: number;
  /** For example `<script>` or `<image> with href="https://example.com/a.png"`. */
  readonly found: string;
}

export interface CheckedSvg {
  readonly problems: readonly SvgProblem[];
  /** The size in pixels that the file says, or else that of its viewBox; undefined if it says neither. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Elements that run code, contain other documents or move. A picture stands still: the stage is a function of the stop. */
const REFUSED_ELEMENTS = /^(?:script|foreignObject|iframe|object|embed|audio|video|link|handler|listener|discard|set|animate\w*)$/iu;

/** Attributes whose value is an address. */
const ADDRESS_ATTRIBUTES = /^(?:href|src|srcset|base|data|action|formaction|ping|poster|background)$/iu;

/** References that stay in the file: its own parts, pictures of pixels and fonts as data. */
const OWN_REFERENCE = /^(?:#|data:(?:image\/(?:png|jpe?g|webp|avif|gif)|font\/[\w-]+|application\/(?:x-)?font-[\w-]+)[;,])/iu;

/** Attributes whose value is a style, or the value of a property that takes pictures. */
const STYLE_ATTRIBUTES = /^(?:style|fill|stroke|mask|filter|clip-path|cursor|marker(?:-\w+)?)$/iu;

/** At-rules of styles that load files or move. */
const REFUSED_AT_RULE = /^(?:import|namespace|(?:-\w+-)?keyframes)$/iu;

/** Functions of styles that take an address as a plain text, or run code. */
const REFUSED_FUNCTION = /^(?:(?:-\w+-)?image-set|src|image|expression)$/iu;

/** Longer sides are mistakes. */
const MAX_LENGTH = 1_000_000;

/** Problems that are reported of one file. */
const MAX_PROBLEMS = 20;

/**
 * Finds in an SVG what must not be in a picture: code, other documents, references to other files, entities, animation.
 * A file that is no well-formed XML has one problem.
 */
export function checkSvg(text: string): CheckedSvg {
  const problems: SvgProblem[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let style: { readonly at: number; text: string } | undefined;
  let size: CheckedSvg['size'];
  let isFirst = true;
  const addAt = (index: number, found: string): void => {
    // Finding a position takes the time of reading the text up to it.
    if (problems.length < MAX_PROBLEMS) problems.push({ ...positionAt(text, index), found });
  };
  /** The place where the tag begins that the parser has just read. */
  const tagStart = (): number => text.lastIndexOf('<', parser.position - 1);

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/iu.test(encoding)) addAt(0, `the encoding ${JSON.stringify(encoding)}`);
  });
  parser.on('processinginstruction', ({ target }) => addAt(text.lastIndexOf('<?', parser.position), `<?${target}?>`));
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) addAt(text.search(/<!DOCTYPE/iu), 'a doctype with declarations');
  });
  parser.on('opentag', (tag) => {
    const at = tagStart();
    if (isFirst) {
      size = sizeOf(tag);
      if (tag.uri !== SVG_NAMESPACE) addAt(at, `<${tag.name}> without xmlns="${SVG_NAMESPACE}"`);
      isFirst = false;
    }
    for (const found of problemsOfTag(tag)) addAt(at, found);
    if (style) addAt(at, `<${tag.name}> in a <style>`);
    if (tag.local === 'style') style ??= { at, text: '' };
  });
  const addText = (more: string): void => void (style && (style.text += more));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ local }) => {
    if (local !== 'style' || !style) return;
    const refused = refusedInStyle(style.text);
    if (refused !== undefined) addAt(style.at, `<style> with ${refused}`);
    style = undefined;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    // The message begins with the parser's own position.
    const reason = (error as Error).message.replace(/^\d+:\d+: /u, '');
    addAt(Math.min(parser.position, text.length), `a mistake in its XML (${reason})`);
  }
  return { problems, size };
}

function problemsOfTag({ name, local, uri, attributes }: SaxesTagNS): readonly string[] {
  const found: string[] = [];
  if (REFUSED_ELEMENTS.test(local) || uri === 'http://www.w3.org/1999/xhtml') found.push(`<${name}>`);
  for (const { name: attribute, local: localName, value } of Object.values(attributes)) {
    const written = `<${name}> with ${attribute}="${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
    const isAddress = ADDRESS_ATTRIBUTES.test(localName) && uri === SVG_NAMESPACE;
    if (/^on/iu.test(localName)) found.push(`<${name}> with ${attribute}`);
    else if (isAddress && !OWN_REFERENCE.test(value.trim())) found.push(written);
    else if (!isAddress && (STYLE_ATTRIBUTES.test(localName) ? refusedInStyle(value) : foreignUrl(value)) !== undefined)
      found.push(written);
  }
  return found;
}

/** Returns the first part of a style that reaches outside of the file, runs code or moves. */
function refusedInStyle(css: string): string | undefined {
  for (const [type, written, , , details] of tokenize({ css })) {
    const value = details && 'value' in details ? String(details.value) : '';
    if (type === TokenType.AtKeyword && REFUSED_AT_RULE.test(value)) return `@${value}`;
    if (type === TokenType.Function && REFUSED_FUNCTION.test(value)) return `${value}(`;
    if (type === TokenType.Ident && /^-moz-binding$/iu.test(value)) return value;
    if (type === TokenType.BadURL || type === TokenType.BadString) return written.slice(0, 60);
  }
  return foreignUrl(css);
}

/** Returns the first `url()` in a value that is not a part of the file. */
function foreignUrl(css: string): string | undefined {
  let isInUrl = false;
  for (const [type, , , , details] of tokenize({ css })) {
    const value = details && 'value' in details ? String(details.value) : '';
    const isAddress = type === TokenType.URL || (isInUrl && type === TokenType.String);
    if (isAddress && !OWN_REFERENCE.test(value.trim())) return `url(${value.slice(0, 60)})`;
    if (type === TokenType.Function) isInUrl = /^url$/iu.test(value);
    else if (type !== TokenType.Whitespace && type !== TokenType.Comment) isInUrl = false;
  }
  return undefined;
}

/** Pixels in a unit. Source: CSS Values 4, 6.2 */
const PIXELS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 96 / 72, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6 };

function sizeOf({ attributes }: SaxesTagNS): CheckedSvg['size'] {
  const lengthOf = (name: string): number | undefined => {
    const [, number = '', unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)([a-z]*)\s*$/iu.exec(attributes[name]?.value ?? '') ?? [];
    const factor = PIXELS[unit.toLowerCase()];
    return factor === undefined || !(Number(number) > 0 && Number(number) < MAX_LENGTH) ? undefined : Number(number) * factor;
  };
  const [, , boxWidth = 0, boxHeight = 0] = (attributes['viewBox']?.value ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const [width, height] = [lengthOf('width'), lengthOf('height')];
  if (width !== undefined && height !== undefined) return { width, height };
  if (!hasBox) return undefined;
  if (width !== undefined) return { width, height: (width * boxHeight) / boxWidth };
  return height === undefined ? { width: boxWidth, height: boxHeight } : { width: (height * boxWidth) / boxHeight, height };
}

function positionAt(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(0, index)).split(/\r\n|[\r\n]/u);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
