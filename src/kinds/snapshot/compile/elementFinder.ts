import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import type { ScenePath } from '../../compileContext';
import type { CapturedPage } from './capturedPage';
import { replaceInSelector } from './cssWords';
import { closestName, findElements } from './findElements';
import { attributeOf, isElement, walkTree } from './sanitize/htmlTree';
import type { HtmlElement } from './sanitize/htmlTree';
import type { WordFinder } from './words';

const FIELD = /^(?:input|textarea)$/u;

/** Finds the elements that the steps of a state name, and reports names that stand for none or for several. */
export class ElementFinder {
  readonly #page: CapturedPage;
  readonly #words: WordFinder;
  readonly #state: string;
  readonly #report: SceneCompileContext['report'];

  /** @param words those that are replaced in the names of the page, which selectors may have as they were captured */
  constructor(page: CapturedPage, state: string, words: WordFinder, { report }: SceneCompileContext) {
    this.#page = page;
    this.#words = words;
    this.#state = state;
    this.#report = report;
  }

  /** Returns the one element that a name stands for. */
  find(name: string, path: ScenePath): HtmlElement | undefined {
    return this.#one(name, this.#named(name), path);
  }

  /** Returns the elements that names stand for, one each. */
  findAll(names: readonly string[], path: ScenePath): readonly HtmlElement[] {
    return names.flatMap((name) => this.find(name, path) ?? []);
  }

  /** Returns the field that a name stands for, or the words of its label. */
  findField(name: string, path: ScenePath): HtmlElement | undefined {
    const found = this.#named(name);
    const fields = found.flatMap((each) => this.#fieldsOf(each));
    return this.#one(name, fields.length > 0 ? [...new Set(fields)] : found, path);
  }

  /** Reports an element that cannot take what a step does. */
  reportKind({ tagName }: HtmlElement, path: ScenePath, expected: string): void {
    this.#report({ path, found: `a <${tagName}>`, expected });
  }

  #named(name: string): readonly HtmlElement[] {
    const found = findElements(this.#page.tree, name);
    const renamed = found.length > 0 ? name : replaceInSelector(name, this.#words);
    return renamed === name ? found : findElements(this.#page.tree, renamed);
  }

  #one(name: string, found: readonly HtmlElement[], path: ScenePath): HtmlElement | undefined {
    if (found.length === 1) return found[0];
    const count = found.length === 0 ? 'no element' : `${found.length} elements`;
    const suggestion = found.length === 0 ? closestName(this.#page.tree, name) : undefined;
    const expected =
      found.length === 0 ? 'a selector or words of an element' : 'a selector or words of one element, such as ' + example(found[0]!);
    this.#report({
      path,
      found: `${JSON.stringify(name)}, which is ${count} of state ${JSON.stringify(this.#state)}`,
      expected,
      suggestion,
    });
    return undefined;
  }

  /** Returns an element that is a field, or the fields that it labels or contains. */
  #fieldsOf(element: HtmlElement): readonly HtmlElement[] {
    if (FIELD.test(element.tagName)) return [element];
    const target = element.tagName === 'label' ? attributeOf(element, 'for') : undefined;
    if (target !== undefined) return findElements(this.#page.tree, `css:[id=${JSON.stringify(target)}]`);
    return [...walkTree(element)].filter((node): node is HtmlElement => isElement(node) && FIELD.test(node.tagName));
  }
}

/** Returns a selector that names one of several elements. */
function example(element: HtmlElement): string {
  const id = attributeOf(element, 'id');
  if (id) return JSON.stringify(`#${id}`);
  const siblings = (element.parentNode?.childNodes ?? []).filter(isElement);
  return JSON.stringify(`${element.tagName}:nth-child(${siblings.indexOf(element) + 1})`);
}
