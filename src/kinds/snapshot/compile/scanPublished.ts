import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import type { ScenePath } from '../../compileContext';
import type { PublishedFile } from './captureAssets';
import { decodeForms } from './decodeForms';
import { textsOfHtml, textsOfSvg, type PublishedText } from './publishedTexts';
import { WordFinder } from './words';

/** A document that is published, and the file of the capture that it was made of. */
export interface PublishedDocument {
  readonly file: string;
  readonly address: string;
  readonly html: string;
  readonly files: readonly PublishedFile[];
}

interface Published {
  readonly documents: readonly PublishedDocument[];
  readonly files: readonly PublishedFile[];
  /** The scene as it is in the data of the page. */
  readonly scene: object;
}

/** Places that are reported of one file. */
const MAX_PLACES = 5;

/** Texts that the author has written, and knows: only whole words are found there. */
const AUTHORS_FIELD = /^(?:title|notes|icon|point|say)$/u;

/** Fields that have no text of a page. */
const CODE_FIELD = /^(?:kind|at|name|document|files|highlight|pointer|scroll|chrome|theme)$/u;

/**
 * Searches all that a scene publishes for the words that are not to be seen, in every form that is known. Each one that is left is an
 * error: a form that nothing replaces fails the build, and is never published.
 */
export function scanPublished(
  { documents, files, scene }: Published,
  replace: Readonly<Record<string, string>>,
  { report }: Pick<SceneCompileContext, 'report'>,
): void {
  const words = new WordFinder(replace);
  if (words.isEmpty) return;
  const whole = new WordFinder(replace, { match: 'whole' });
  for (const { file, address, html } of documents)
    reportWords(
      [{ text: address.replace(/-[\da-f]+\.\w+$/u, ''), place: 'its name' }, ...textsOfHtml(html)],
      file,
      ['replace'],
      words,
      report,
    );
  for (const { name, format, content } of files) {
    const texts: readonly PublishedText[] =
      format === 'svg'
        ? textsOfSvg(content.toString())
        : [{ text: Buffer.from(content).toString('utf8'), place: 'what programs wrote into it' }];
    const finder = format === 'svg' ? words : whole;
    reportWords(texts, name, ['replace'], finder, report);
  }
  for (const { path, text } of textsIn(scene)) {
    const isAuthors = path.some((key) => AUTHORS_FIELD.test(String(key))) && path[0] !== 'states';
    const place = isAuthors ? `the field ${path.join('.')}` : 'what the page shows';
    reportWords(
      [{ text, place }],
      isAuthors ? 'the scene' : 'the captured pages',
      isAuthors ? path : ['replace'],
      isAuthors ? whole : words,
      report,
    );
  }
}

function reportWords(
  texts: readonly PublishedText[],
  file: string,
  path: ScenePath,
  words: WordFinder,
  report: SceneCompileContext['report'],
): void {
  const reported = new Set<string>();
  for (const { text, place, isStyle = false } of texts) {
    const found = wordIn(text, words, isStyle);
    if (found === undefined || reported.size >= MAX_PLACES || reported.has(`${found} ${place}`)) continue;
    reported.add(`${found} ${place}`);
    report({
      path: path[0] === 'replace' ? ['replace', found] : path,
      found: `${JSON.stringify(found)} in what is published of ${file}: in ${place}, in a form that "replace" does not change`,
      expected: 'no such word in any published file: hide or blur the element, or put that form into "replace" too',
    });
  }
}

function wordIn(text: string, words: WordFinder, isStyle: boolean): string | undefined {
  for (const form of decodeForms(text)) {
    const found = words.leftIn(form);
    if (found !== undefined && !(isStyle && /^[\d\s.,%+-]+$/u.test(found))) return found;
  }
  return undefined;
}

/** Returns every text in a value, and where it is. */
function textsIn(value: unknown, path: ScenePath = []): readonly { readonly path: ScenePath; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    CODE_FIELD.test(key) ? [] : textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
