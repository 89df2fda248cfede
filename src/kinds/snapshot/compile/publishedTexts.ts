import { readableCss } from './cssWords';
import { readSvg } from './svgWords';
import { attributeOf, isElement, isText, parseHtml, childrenOf, textOf } from './sanitize/htmlTree';
import type { HtmlElement, HtmlNode, HtmlParent } from './sanitize/htmlTree';

/** A text that is published, and where, in words. */
export interface PublishedText {
  readonly text: string;
  readonly place: string;
  /** Whether it is part of a style, where a number alone is a measure. */
  readonly isStyle?: boolean;
}

/** Attributes with words of HTML, SVG and ARIA, or numbers. */
const LANGUAGE = new RegExp(
  '^(?:type|role|dir|scope|shadowrootmode|method|media|data-snapshot|data-capture-scroll|charset|preserveAspectRatio|src|version' +
    '|xmlns.*)$',
  'u',
);

/** Shapes, places and sizes. */
const GEOMETRY = /^(?:[\d\s.,%()+-]|[Zz]|[MmLlHhVvCcSsQqTtAaEe](?![A-Za-z])|px|em|deg|translate|rotate|scale|skew[XY]|matrix)*$/u;

/** Elements whose text is not in the line that they stand in. */
const APART = /^(?:style|title|svg|textarea|select|option|datalist|template)$/u;

/** Returns every text that a document publishes, decoded, and the texts of its elements put together as a reader may see them. */
export function textsOfHtml(html: string): readonly PublishedText[] {
  const tree = parseHtml(html);
  const found: (readonly PublishedText[])[] = [];
  const lines = { all: '', own: '', shown: '', withValues: '' };
  const visit = (node: HtmlNode | HtmlParent, isShown: boolean, isOwn: boolean): void => {
    if (isText(node)) {
      lines.all += node.value;
      if (isOwn) lines.own += node.value;
      if (isShown) lines.shown += node.value;
      if (isShown) lines.withValues += node.value;
      return;
    }
    if (!isElement(node)) return childrenOf(node).forEach((each) => visit(each, isShown, isOwn));
    found.push(textsOfAttributes(node));
    if (node.tagName === 'style') {
      found.push(textsOfCss(textOf(node), 'a style'));
      return;
    }
    if (node.tagName.includes('-')) found.push([{ text: node.tagName, place: 'the name of an element' }]);
    if (node.tagName === 'bdo') found.push([{ text: reversed(childrenOf(node)), place: 'a <bdo>' }]);
    const value = attributeOf(node, 'value');
    if (value !== undefined) lines.withValues += value;
    childrenOf(node).forEach((each) =>
      visit(each, isShown && !APART.test(node.tagName) && !isClosed(node), isOwn && node.tagName !== 'template'),
    );
  };
  visit(tree, true, true);
  const texts = [...new Set(Object.values(lines))].map((text) => ({ text, place: 'its text' }));
  return [...texts, ...found.flat()];
}

function isClosed(element: HtmlElement): boolean {
  return attributeOf(element, 'hidden') !== undefined || /(?:display\s*:\s*none)/iu.test(attributeOf(element, 'style') ?? '');
}

function reversed(nodes: readonly HtmlNode[]): string {
  return Array.from(nodes.map((each) => (isText(each) ? each.value : '')).join(''))
    .toReversed()
    .join('');
}

function textsOfAttributes({ tagName, attrs }: HtmlElement): readonly PublishedText[] {
  return attrs.flatMap(({ name, value }): readonly PublishedText[] => {
    const place = `the attribute ${name} of <${tagName}>`;
    const own = name.includes('-') ? [{ text: name, place: `the name of an attribute of <${tagName}>` }] : [];
    if (name === 'style' || value.includes('url(')) return [...own, ...textsOfCss(value, place)];
    return value === '' || LANGUAGE.test(name) || (isGeometry(value) && isShape(name)) ? own : [...own, { text: value, place }];
  });
}

/** Whether the value of an attribute is a shape, a place or a size. */
export function isGeometry(value: string): boolean {
  return GEOMETRY.test(value);
}

function isShape(name: string): boolean {
  return !/^(?:value|placeholder|title|alt|label|class|id|for|name|abbr|summary|datetime|content|aria-.*|data-.*)$/u.test(name);
}

/** Returns the texts of a style: together, as some are shown beside each other, and each. */
function textsOfCss(css: string, place: string): readonly PublishedText[] {
  const { joined, texts, names } = readableCss(css);
  return [
    { text: joined, place, isStyle: true },
    // Texts of several rules may be shown beside each other.
    { text: texts.join(''), place },
    ...texts.map((text) => ({ text, place })),
    ...names.map((text) => ({ text, place: `a name in ${place}`, isStyle: true })),
  ];
}

/** Returns every text of a drawing. */
export function textsOfSvg(svg: string): readonly PublishedText[] {
  const parts = readSvg(svg);
  const text = parts.map((part) => (part.kind === 'text' && !part.isStyle ? part.text : '')).join('');
  return [
    { text, place: 'its text' },
    ...parts.flatMap((part): readonly PublishedText[] => {
      if (part.kind === 'text') return part.isStyle ? textsOfCss(part.text, 'a style') : [];
      if (part.kind === 'close') return [];
      return [...part.attributes].flatMap(([name, value]) => {
        if (/^xmlns\b/u.test(name) || /^data:/iu.test(value.trim())) return [];
        const place = `the attribute ${name} of <${part.name}>`;
        if (name === 'style' || value.includes('url(')) return textsOfCss(value, place);
        return isGeometry(value) && isShape(name) ? [] : [{ text: value, place }];
      });
    }),
  ];
}
