import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { NAMES } from './blurElement';
import { isOwnAttribute, readableCss } from './cssWords';
import { attributeOf, isElement, isText, textOf, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './sanitize/htmlTree';
import { isMatch, selectElements } from './selectElements';
import { selectorIn } from './styleRules';

/** Returns the names and texts that the styles of a page have, and the names of its slots. */
function namesInStyles(tree: HtmlDocument): { readonly names: ReadonlySet<string>; readonly texts: ReadonlySet<string> } {
  const found = { names: new Set<string>(), texts: new Set<string>() };
  for (const node of walkTree(tree)) {
    if (!isElement(node)) continue;
    if (node.tagName === 'slot') found.names.add((attributeOf(node, 'name') ?? '').toLowerCase());
    if (node.tagName !== 'style') continue;
    const { names, texts } = readableCss(textOf(node));
    for (const each of names) found.names.add(each.toLowerCase());
    for (const each of texts) found.texts.add(each.toLowerCase());
  }
  return found;
}

/**
 * Takes out of a page what names and styles say of elements that are concealed: their own names that no style has, and texts and pictures
 * of rules that match only such elements.
 */
export function concealNames(tree: HtmlDocument, concealed: readonly HtmlElement[]): void {
  if (concealed.length === 0) return;
  concealStyles(tree, concealed);
  const { names: styled, texts } = namesInStyles(tree);
  const isStyled = (value: string): boolean => styled.has(value) || texts.has(value);
  for (const node of concealed.flatMap((each) => [...walkTree(each)]).filter(isElement))
    node.attrs = node.attrs.flatMap(({ name, value }) => {
      const names = value.split(/\s+/u).filter((each) => styled.has(each.toLowerCase()));
      if (NAMES.test(name)) return names.length > 0 ? [{ name, value: names.join(' ') }] : [];
      if (!isOwnAttribute(name)) return [{ name, value }];
      return styled.has(name) ? [{ name, value: isStyled(value.toLowerCase()) ? value : '' }] : [];
    });
}

function concealStyles(tree: HtmlDocument, concealed: readonly HtmlElement[]): void {
  const inside = new Set<HtmlNode | HtmlParent>(concealed.flatMap((each) => [...walkTree(each)]));
  const elements = [...inside].filter(isElement);
  const isOnlyFor = (selector: string): boolean => {
    if (!elements.some((each) => isMatch(each, selector))) return false;
    return (selectElements(tree, selector) ?? []).every((each) => inside.has(each));
  };
  for (const node of walkTree(tree)) {
    if (isText(node) && node.parentNode && isElement(node.parentNode) && node.parentNode.tagName === 'style')
      node.value = concealRules(node.value, isOnlyFor);
  }
}

function concealRules(css: string, isOnlyFor: (selector: string) => boolean): string {
  const tokens = tokenize({ css });
  /** The selector of each block that is open. */
  const open: string[] = [];
  const concealed = new Map<string, boolean>();
  let [start, head] = [0, ''];
  return tokens
    .map((token, at) => {
      const [type, written] = token;
      if (type === TokenType.OpenCurly) {
        head = tokens
          .slice(start, at)
          .map(([, each]) => each)
          .join('')
          .trim();
        open.push(selectorIn(open.at(-1) ?? '', head));
      } else if (type === TokenType.CloseCurly) open.pop();
      if (type === TokenType.OpenCurly || type === TokenType.CloseCurly || type === TokenType.Semicolon) start = at + 1;
      const selector = open.at(-1) ?? '';
      if (selector === '' || (type !== TokenType.String && type !== TokenType.URL)) return written;
      if (!concealed.has(selector)) concealed.set(selector, isOnlyFor(selector));
      if (!concealed.get(selector)) return written;
      return type === TokenType.URL ? 'none' : '""';
    })
    .join('')
    .replaceAll(/\burl\(\s*""\s*\)/gu, 'none');
}
