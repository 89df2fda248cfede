import type { NodeReference, Patch } from './scene';

/** Returns the element or shadow root that a reference names; undefined if it is not there. */
export function nodeAt(root: Document, at: NodeReference): Element | ShadowRoot | undefined {
  let [scope, found]: [Document | ShadowRoot, Element | ShadowRoot | undefined] = [root, undefined];
  for (const mark of at.split('>')) {
    const next: Element | ShadowRoot | null = mark === '' ? (scope as ShadowRoot) : scope.querySelector(`[data-snapshot="${mark}"]`);
    if (!next) return undefined;
    found = next;
    scope = 'shadowRoot' in next ? (next.shadowRoot ?? scope) : scope;
  }
  return found;
}

/** Applies patches to a document. Returns a function that restores what was there. */
export function applyPatches(root: Document, patches: readonly Patch[]): () => void {
  const restores = patches.map((patch) => {
    const node = nodeAt(root, patch.at);
    return node ? applyPatch(node, patch) : undefined;
  });
  return () => {
    for (const restore of restores.toReversed()) restore?.();
  };
}

/** Applies a patch to its node. Returns a function that restores what was there. */
export function applyPatch(node: Element | ShadowRoot, patch: Patch): () => void {
  if ('child' in patch) return setChildText(node, patch.child, patch.text);
  const element = node as Element;
  const name = 'name' in patch ? patch.name : 'style';
  const before = element.getAttribute(name);
  element.setAttribute(name, 'name' in patch ? patch.value : hiddenStyle(element, before));
  return () => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before));
}

/** Returns a style with which an element is hidden. Added as text, it could be read as a part of what stands before. */
function hiddenStyle({ ownerDocument }: Element, style: string | null): string {
  // Of an element of its own: a field called “style” hides the property of its form.
  const element = ownerDocument.createElement('span');
  element.setAttribute('style', style ?? '');
  element.style.setProperty('display', 'none', 'important');
  return element.getAttribute('style')!;
}

/** Sets the text of a child. A long text has several nodes in the browser, and an empty one has none. */
function setChildText(parent: Element | ShadowRoot, child: number, text: string): () => void {
  let index = -1;
  let node: ChildNode | null = parent.firstChild;
  for (; node; node = node.nextSibling) {
    const continues = node.nodeType === Node.TEXT_NODE && node.previousSibling?.nodeType === Node.TEXT_NODE;
    if (!continues) index += 1;
    if (index === child) break;
  }
  if (node?.nodeType !== Node.TEXT_NODE) {
    const created = parent.ownerDocument.createTextNode(text);
    parent.insertBefore(created, node);
    return () => created.remove();
  }
  const nodes: Text[] = [];
  for (let each: ChildNode | null = node; each?.nodeType === Node.TEXT_NODE; each = each.nextSibling) nodes.push(each as Text);
  const before = nodes.map(({ data }) => data);
  nodes.forEach((each, at) => (each.data = at === 0 ? text : ''));
  return () => nodes.forEach((each, at) => (each.data = before[at]!));
}
