import { escapeReferences, referencesIn } from '../../../core/variables';
import type { NodeReference, Patch } from '../scene';
import { attributeOf, childrenOf, isElement, isTemplate, isText, setAttribute, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument, HtmlElement, HtmlParent, HtmlText } from './sanitize/htmlTree';
import { blurElement, concealElement } from './blurElement';
import { concealNames } from './concealStyles';
import { isNameAttribute } from './replaceNames';
import type { TextSlot, WordFinder } from './words';

/** The attribute that marks an element for the page. */
const MARK = 'data-snapshot';

/** Attributes whose values are not shown and not read. */
const STRUCTURAL = /^(?:style|src|href|type|d|points|viewBox|transform|shadowrootmode|charset|width|height)$/u;

/** What a page looks like at a step: all that differs from its document. */
export interface PageLook {
  readonly texts: ReadonlyMap<HtmlText, string>;
  readonly attributes: ReadonlyMap<HtmlElement, ReadonlyMap<string, string>>;
  readonly hidden: ReadonlySet<HtmlElement>;
}

/**
 * The tree of a captured page while the changes of its steps are applied. Texts have references to variables, and escapes, as those of
 * scene files do; the tree has the words that are shown.
 */
export class CapturedPage {
  readonly tree: HtmlDocument;
  readonly #fill: (text: string) => string;
  readonly #texts = new Map<HtmlText, string>();
  readonly #attributes = new Map<HtmlElement, Map<string, string>>();
  readonly #hidden = new Set<HtmlElement>();
  /** The values in the capture of all that was changed. */
  readonly #originalTexts = new Map<HtmlText, string>();
  readonly #originalAttributes = new Map<HtmlElement, Map<string, string | undefined>>();
  readonly #marks = new Map<HtmlElement, number>();
  readonly #concealed: HtmlElement[] = [];

  /** @param fill fills in the variables of a text */
  constructor(tree: HtmlDocument, fill: (text: string) => string) {
    this.tree = tree;
    this.#fill = fill;
  }

  /** Replaces words in all texts and attributes, and in the page's title. Returns how many. */
  replaceWords(words: WordFinder): number {
    const texts: HtmlText[] = [];
    let count = 0;
    for (const node of walkTree(this.tree)) {
      if (isText(node) && !(node.parentNode && isElement(node.parentNode) && node.parentNode.tagName === 'style')) texts.push(node);
      if (!isElement(node)) continue;
      for (const { name } of node.attrs)
        if (!STRUCTURAL.test(name) && !isNameAttribute(name)) count += words.replaceIn([this.#attributeSlot(node, name)]);
    }
    count += words.replaceIn(texts.map((text) => this.#textSlot(text)));
    // Without those in shadow roots, which may stand between two parts of the page's own text.
    const own = texts.filter((text) => !this.#isInShadow(text));
    return count + (own.length < texts.length ? words.replaceIn(own.map((text) => this.#textSlot(text))) : 0);
  }

  /** Gives an element another text: its first one, or the value of a field. Returns false if it has none. */
  setText(element: HtmlElement, text: string): boolean {
    if (element.tagName === 'input') {
      const isPassword = attributeOf(element, 'type') === 'password';
      this.#setAttribute(element, 'value', isPassword ? '•'.repeat(Array.from(this.#fill(text)).length) : text);
      return true;
    }
    const texts = [...walkTree(element)].filter(isText);
    if (element.tagName === 'textarea' && texts.length === 0) {
      const empty: HtmlText = { nodeName: '#text', value: '', parentNode: element };
      element.childNodes.push(empty);
      texts.push(empty);
    }
    const first = texts.find(({ value }) => value.trim() !== '') ?? texts[0];
    if (!first) return false;
    for (const each of texts) if (each === first || each.value.trim() !== '') this.#setText(each, each === first ? text : '');
    return true;
  }

  /** Makes an element unreadable, for good. */
  blur(element: HtmlElement): void {
    blurElement(element);
    this.#concealed.push(element);
    for (const node of walkTree(element)) {
      if (isText(node)) {
        this.#texts.delete(node);
        this.#originalTexts.delete(node);
      } else if (isElement(node)) {
        this.#attributes.delete(node);
        this.#originalAttributes.delete(node);
      }
    }
  }

  /** Returns a text as it is in the scene's data. */
  written(text: HtmlText): string {
    return this.#textSlot(text).get();
  }

  writtenAttribute(element: HtmlElement, name: string): string {
    return this.#attributeSlot(element, name).get();
  }

  hide(element: HtmlElement): void {
    this.#hidden.add(element);
  }

  isHidden(element: HtmlElement): boolean {
    return this.#hidden.has(element);
  }

  /** What the page looks like now. */
  get look(): PageLook {
    const attributes = new Map([...this.#attributes].map(([element, values]) => [element, new Map(values)]));
    return { texts: new Map(this.#texts), attributes, hidden: new Set(this.#hidden) };
  }

  /** Makes a look that of the document, of which the other looks then differ. */
  setBase({ texts, attributes, hidden }: PageLook): void {
    for (const [text, original] of this.#originalTexts) {
      const written = texts.get(text);
      text.value = written === undefined ? original : this.#fill(written);
    }
    for (const [element, originals] of this.#originalAttributes) {
      for (const [name, original] of originals) {
        const written = attributes.get(element)?.get(name);
        setAttribute(element, name, written === undefined ? original : this.#fill(written));
      }
    }
    for (const element of hidden) {
      concealElement(element, () => '');
      this.#concealed.push(element);
      setAttribute(element, 'style', 'display:none!important');
    }
    concealNames(this.tree, this.#concealed);
  }

  /** Returns what a look has that the document has not, and marks the elements of it. */
  patchesOf({ texts, attributes, hidden }: PageLook, base: PageLook): readonly Patch[] {
    return [
      ...[...texts].flatMap(([text, written]): readonly Patch[] => {
        if (base.texts.get(text) === written) return [];
        return [{ ...this.#placeOf(text), text: written }];
      }),
      ...[...attributes].flatMap(([element, values]) =>
        [...values].flatMap(([name, value]): readonly Patch[] =>
          base.attributes.get(element)?.get(name) === value ? [] : [{ at: this.referenceTo(element), name, value }],
        ),
      ),
      ...[...hidden].flatMap((element): readonly Patch[] =>
        base.hidden.has(element) ? [] : [{ at: this.referenceTo(element), hide: true }],
      ),
    ];
  }

  /** Returns the texts of a look that have variables, which the address of the story may change. */
  variablesOf(look: PageLook): readonly Patch[] {
    const withVariables: PageLook = {
      texts: new Map([...look.texts].filter(([, text]) => referencesIn(text).length > 0)),
      attributes: new Map(
        [...look.attributes].map(([element, values]) => [
          element,
          new Map([...values].filter(([, text]) => referencesIn(text).length > 0)),
        ]),
      ),
      hidden: new Set(),
    };
    return this.patchesOf(withVariables, { texts: new Map(), attributes: new Map(), hidden: new Set() });
  }

  /** Returns the place of the text of an element that {@link setText} changes, as a patch has it. */
  textPlaceOf(element: HtmlElement): Pick<Patch, 'at'> & Partial<{ child: number; name: string }> {
    if (element.tagName === 'input') return { at: this.referenceTo(element), name: 'value' };
    const first = [...walkTree(element)].filter(isText).find((text) => this.#texts.get(text));
    return first ? this.#placeOf(first) : { at: this.referenceTo(element) };
  }

  /** Returns the name of an element, and marks it and the elements whose shadow roots it lies in. */
  referenceTo(element: HtmlElement): NodeReference {
    return [...this.#hostsOf(element), element].map((each) => this.#markOf(each)).join('>');
  }

  #placeOf(text: HtmlText): { readonly at: NodeReference; readonly child: number } {
    const parent = text.parentNode!;
    const siblings = childrenOf(parent).filter((each) => !isTemplate(each));
    const hosts = this.#hostsOf(text).map((each) => this.#markOf(each));
    const at = isElement(parent) ? [...hosts, this.#markOf(parent)].join('>') : `${hosts.join('>')}>`;
    return { at, child: siblings.indexOf(text) };
  }

  #markOf(element: HtmlElement): number {
    const known = this.#marks.get(element);
    if (known !== undefined) return known;
    const mark = this.#marks.size + 1;
    this.#marks.set(element, mark);
    setAttribute(element, MARK, String(mark));
    return mark;
  }

  /** Returns the elements whose shadow roots a node lies in, the outermost first. */
  #hostsOf(node: HtmlElement | HtmlText): readonly HtmlElement[] {
    const hosts: HtmlElement[] = [];
    let at: HtmlParent | null = node.parentNode;
    while (at) {
      const template = isElement(at) ? undefined : this.#templateOf(at);
      if (template?.parentNode && isElement(template.parentNode)) hosts.unshift(template.parentNode);
      at = template ? template.parentNode : 'parentNode' in at ? at.parentNode : null;
    }
    return hosts;
  }

  #templates: ReadonlyMap<HtmlParent, HtmlElement> | undefined;

  #templateOf(fragment: HtmlParent): HtmlElement | undefined {
    this.#templates ??= new Map([...walkTree(this.tree)].filter(isTemplate).map((each) => [each.content, each]));
    return this.#templates.get(fragment);
  }

  #isInShadow(text: HtmlText): boolean {
    return this.#hostsOf(text).length > 0;
  }

  #textSlot(text: HtmlText): TextSlot {
    return { get: () => this.#texts.get(text) ?? escapeReferences(text.value), set: (value) => this.#setText(text, value) };
  }

  #attributeSlot(element: HtmlElement, name: string): TextSlot {
    return {
      get: () => this.#attributes.get(element)?.get(name) ?? escapeReferences(attributeOf(element, name) ?? ''),
      set: (value) => this.#setAttribute(element, name, value),
    };
  }

  #setText(text: HtmlText, written: string): void {
    if (!this.#originalTexts.has(text)) this.#originalTexts.set(text, text.value);
    this.#texts.set(text, written);
    text.value = this.#fill(written);
  }

  #setAttribute(element: HtmlElement, name: string, written: string): void {
    const values = this.#attributes.get(element) ?? new Map<string, string>();
    const originals = this.#originalAttributes.get(element) ?? new Map<string, string | undefined>();
    if (!originals.has(name)) this.#originalAttributes.set(element, originals.set(name, attributeOf(element, name)));
    this.#attributes.set(element, values.set(name, written));
    setAttribute(element, name, this.#fill(written));
  }
}
