import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { CapturedNode, CapturedPage } from './capturedPage';

type ParsedNode = DefaultTreeAdapterTypes.Node;

/** Elements of which a parser adds some, or which a document may leave out. */
const PASSED_OVER = /^(?:tbody|colgroup|style)$/u;

/** Elements whose content has rules of its own. */
const CLOSED = /^(?:svg|math)$/u;

/**
 * Scripts make trees that no text in HTML stands for, such as a `div` in a `p`. Returns the first element that a parser puts elsewhere,
 * with what it is in; undefined if the document is read as the tree that was captured.
 */
export function misplacedElement({ root }: CapturedPage, html: string): { readonly name: string; readonly parent: string } | undefined {
  const parsed = placesIn(parse(html, { scriptingEnabled: false }), '');
  for (const place of capturedPlaces(root, '')) {
    const { value } = parsed.next() as { readonly value: string | undefined };
    const [parent = '', name = ''] = place.split('>');
    if (place !== value) return { name, parent };
  }
  return undefined;
}

/** Yields `parent>name` of each element of the body. */
function* capturedPlaces(node: CapturedNode, parent: string): Generator<string> {
  if (typeof node === 'string' || node.name === 'head') return;
  const isPassedOver = PASSED_OVER.test(node.name) || node.css !== undefined;
  if (!isPassedOver) yield `${parent}>${node.name}`;
  if (CLOSED.test(node.name) || node.css) return;
  for (const child of node.shadow ?? []) yield* capturedPlaces(child, `${node.name} shadow`);
  for (const child of node.children) yield* capturedPlaces(child, isPassedOver ? parent : node.name);
}

function* placesIn(node: ParsedNode, parent: string): Generator<string> {
  if ('tagName' in node) {
    if (node.tagName === 'head') return;
    if ('content' in node) {
      for (const child of node.content.childNodes) yield* placesIn(child, `${parent} shadow`);
      return;
    }
    const isPassedOver = PASSED_OVER.test(node.tagName);
    if (!isPassedOver) yield `${parent}>${node.tagName}`;
    if (CLOSED.test(node.tagName) || node.tagName === 'style') return;
    for (const child of node.childNodes) yield* placesIn(child, isPassedOver ? parent : node.tagName);
  } else if ('childNodes' in node) for (const child of node.childNodes) yield* placesIn(child, parent);
}
