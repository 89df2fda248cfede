import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import type { ScenePath } from '../../compileContext';
import type { PublishedFile } from './captureAssets';
import { textsOfHtml, textsOfSvg, type PublishedText } from './publishedTexts';
import { LABELS, normalize } from './findElements';
import { attributeOf, isElement, isText, walkTree, type HtmlElement } from './sanitize/htmlTree';
import { WordFinder } from './words';

/** A text that a step takes out of a page. */
export interface GoneText {
  readonly text: string;
  /** What stands in its place. */
  readonly value: string;
  /** Where the scene says so. */
  readonly path: ScenePath;
  /** Whether it may stand at other places of the page, as a word such as “Account” may. */
  readonly mayRepeat: boolean;
}

interface PublishedPage {
  readonly state: string;
  readonly html: string;
  readonly title: string;
  readonly files: readonly PublishedFile[];
}

/** Texts of a page that are looked for; a list of thousands is no secret. */
const MAX_TEXTS = 200;

/** Says where texts that the first step of a page takes out, or that are blurred, are published nevertheless. */
export function reportLeft(gone: readonly GoneText[], { state, html, title, files }: PublishedPage, context: SceneCompileContext): void {
  if (gone.length === 0) return;
  const published: readonly PublishedText[] = [
    { text: title, place: 'the title of the page' },
    ...files.flatMap((file) => svgTexts(file).map((text) => ({ text, place: `the drawing ${file.name}` }))),
    ...textsOfHtml(html),
  ];
  const all = published.map(({ text }) => text).join('\n');
  const others = published.filter(({ place }) => place !== 'its text');
  for (const { text, value, path, mayRepeat } of gone.slice(0, MAX_TEXTS)) {
    const words = new WordFinder({ [text]: value }, { match: 'whole' });
    if (words.leftIn(all) === undefined) continue;
    const left = (mayRepeat ? others : published).find((each) => words.leftIn(each.text) !== undefined);
    if (!left) continue;
    const problem = `“${text}” is taken out of the captured page “${state}” here, and published nevertheless, in ${left.place}`;
    context.warn(path, `${problem}. Put other words in its place in "replace" of the scene`);
  }
}

/** Returns the texts of a file that is a drawing. */
export function svgTexts({ format, content }: PublishedFile): readonly string[] {
  return format === 'svg' ? textsOfSvg(content.toString()).map(({ text }) => text) : [];
}

/** Returns the texts and labels of an element that are long enough to say something. */
export function goneTexts(element: HtmlElement, path: ScenePath): readonly GoneText[] {
  const texts = new Set<string>();
  for (const node of walkTree(element)) {
    if (isText(node)) texts.add(normalize(node.value));
    else if (isElement(node)) for (const name of LABELS) texts.add(normalize(attributeOf(node, name) ?? ''));
  }
  return [...texts].filter((text) => text.length >= 4).map((text) => ({ text, value: '', path, mayRepeat: !/[\d@]/u.test(text) }));
}
