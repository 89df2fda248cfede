import { is, selectAll, type Options } from 'css-select';
import { attributeOf, childrenOf, isElement, isTemplate, textOf, walkTree } from './sanitize/htmlTree';
import type { HtmlElement, HtmlNode, HtmlParent } from './sanitize/htmlTree';

type Node = HtmlNode | HtmlParent;

const parentOf = (node: Node): HtmlParent | null => ('parentNode' in node ? node.parentNode : null);

/** Selectors on a tree of parse5. A shadow root is a tree of its own. */
const OPTIONS: Options<Node, HtmlElement> = {
  xmlMode: true,
  adapter: {
    isTag: isElement,
    getAttributeValue: (element, name) => attributeOf(element, name),
    getChildren: (node) => (isTemplate(node) ? [] : [...childrenOf(node)]),
    getName: ({ tagName }) => tagName,
    getParent: parentOf,
    getSiblings: (node) => [...childrenOf(parentOf(node) ?? node)],
    getText: textOf,
    hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
    removeSubsets: (nodes) => nodes.filter((node) => !ancestorsOf(node).some((ancestor) => nodes.includes(ancestor))),
  },
};

function ancestorsOf(node: Node): readonly Node[] {
  const ancestors: Node[] = [];
  for (let at = parentOf(node); at; at = parentOf(at)) ancestors.push(at);
  return ancestors;
}

/** Returns the elements that a selector matches, in the page and in each shadow root; undefined if it is no selector. */
export function selectElements(root: HtmlParent, selector: string): readonly HtmlElement[] | undefined {
  const roots: HtmlParent[] = [root];
  for (const node of walkTree(root)) if (isTemplate(node)) roots.push(node.content);
  try {
    return roots.flatMap((each) => selectAll<Node, HtmlElement>(selector, [...childrenOf(each)], OPTIONS));
  } catch {
    return undefined;
  }
}

/** Whether a selector matches an element; false if it is no selector. */
export function isMatch(element: HtmlElement, selector: string): boolean {
  try {
    return is<Node, HtmlElement>(element, selector, OPTIONS);
  } catch {
    return false;
  }
}
