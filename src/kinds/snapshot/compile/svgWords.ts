import { SaxesParser } from 'saxes';
import { assetFormat } from './assetFormat';
import { replaceInCss } from './cssWords';
import { readDataAddress } from './dataAddress';
import { isNameAttribute, replaceInNames } from './replaceNames';
import { withoutMetadata } from './withoutMetadata';
import type { TextSlot, WordFinder } from './words';

/** A part of a drawing. Texts are without references and CDATA. */
export type SvgPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Map<string, string>; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; text: string; readonly isStyle: boolean };

/** Elements that are not drawn. */
const UNSEEN = /^(?:metadata|title|desc)$/u;

/** Reads a drawing, without comments, and without what is about it and not in it. */
export function readSvg(svg: string): readonly SvgPart[] {
  const parts: SvgPart[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const isUnseen = (): boolean => open.some((name) => UNSEEN.test(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, local, attributes, isSelfClosing }) => {
    open.push(local);
    if (isUnseen()) return;
    const values = Object.values(attributes).map((each) => [each.name, each.value] as const);
    parts.push({ kind: 'open', name, attributes: new Map(values), isEmpty: isSelfClosing });
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (!isUnseen() && !isSelfClosing) parts.push({ kind: 'close', name });
    open.pop();
  });
  const addText = (text: string): void => {
    const last = parts.at(-1);
    if (isUnseen() || open.length === 0) return;
    if (last?.kind === 'text') last.text += text;
    else parts.push({ kind: 'text', text, isStyle: open.at(-1) === 'style' });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(svg).close();
  return parts;
}

/** Writes a drawing again with words replaced in its texts, names and styles. */
export function rewriteSvg(svg: string, words: WordFinder): string {
  const parts = readSvg(svg);
  const texts: TextSlot[] = [];
  for (const part of parts) {
    if (part.kind === 'text' && part.isStyle) part.text = replaceInCss(part.text, words);
    else if (part.kind === 'text') texts.push({ get: () => part.text, set: (text) => (part.text = text) });
    else if (part.kind === 'open')
      for (const [name, value] of part.attributes) {
        const written = rewriteAttribute(name, value, words);
        if (written === undefined) part.attributes.delete(name);
        else part.attributes.set(name, written);
      }
  }
  words.replaceIn(texts);
  return parts.map(writePart).join('');
}

function rewriteAttribute(name: string, value: string, words: WordFinder): string | undefined {
  if (/^xmlns\b/u.test(name)) return value;
  const bytes = readDataAddress(value.trim());
  if (bytes) return pictureAddress(bytes);
  if (name === 'style' || value.includes('url(')) return replaceInCss(value, words);
  return isNameAttribute(name) ? replaceInNames(value, words) : words.replace(value);
}

/** Returns a picture in a drawing without what programs wrote into it; nothing if it is none. */
function pictureAddress(bytes: Uint8Array): string | undefined {
  const format = assetFormat(bytes);
  if (format === undefined || !/^(?:png|jpg|gif|webp|avif)$/u.test(format)) return undefined;
  return `data:image/${format.replace('jpg', 'jpeg')};base64,${Buffer.from(withoutMetadata(bytes, format)).toString('base64')}`;
}

function writePart(part: SvgPart): string {
  if (part.kind === 'text') return escapeXml(part.text);
  if (part.kind === 'close') return `</${part.name}>`;
  const attributes = [...part.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${part.name}${attributes.join('')}${part.isEmpty ? '/' : ''}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/gu, (each) => ESCAPES[each] ?? (each === '\n' ? each : `&#${each.codePointAt(0)};`));
}
