import { typingTimes } from '../../../core/terminal/typingTimes';
import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import type { SnapshotSource, SnapshotStepSource } from '../schema';
import type { CapturedState, Patch, SnapshotStep, Typing } from '../scene';
import type { CaptureAssets } from './captureAssets';
import { CapturedPage, type PageLook } from './capturedPage';
import { ElementFinder } from './elementFinder';
import type { CaptureReader, CaptureState } from './readCapture';
import { readableLines } from './readableLines';
import { HTML, isElement, isTemplate, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument, HtmlElement, HtmlParent } from './sanitize/htmlTree';
import { replaceNames } from './replaceNames';
import { goneTexts, reportLeft, svgTexts, type GoneText } from './reportLeft';
import { reportPage, reportTexts } from './reportPage';
import { sanitizeDocument } from './sanitize/sanitizeDocument';
import { serializeHtml } from './sanitize/serializeHtml';
import type { PublishedDocument } from './scanPublished';
import { shownAddress } from './shownAddress';
import { emptyUnreadAttributes, removeUnseenContent } from './unseenContent';
import { WordFinder } from './words';

interface StateInput {
  readonly state: CaptureState;
  /** The steps that show the state. */
  readonly indexes: readonly number[];
  readonly source: SnapshotSource;
  readonly reader: CaptureReader;
  readonly assets: CaptureAssets;
  readonly words: WordFinder;
  readonly filledWords: WordFinder;
  readonly context: SceneCompileContext;
}

interface CompiledState {
  readonly state: CapturedState;
  readonly steps: readonly Omit<SnapshotStep, 'state'>[];
  readonly published: PublishedDocument;
}

/** A step before its nodes have names. */
interface AppliedStep {
  readonly look: PageLook;
  readonly typed: ReadonlyMap<HtmlElement, readonly number[]>;
  readonly highlight: readonly HtmlElement[];
  readonly pointer: HtmlElement | undefined;
  readonly scroll: HtmlElement | undefined;
  readonly lines: readonly string[];
}

/**
 * Ends every animation at once: the stage is a function of the stop. Without scrollbars, which have another width on each system.
 */
const STILL =
  '*,*::before,*::after{animation-duration:1ms!important;animation-delay:-1ms!important;animation-iteration-count:1!important;' +
  'transition:none!important;scroll-behavior:auto!important;caret-color:transparent!important}' +
  ':root{scrollbar-width:none;print-color-adjust:exact}::-webkit-scrollbar{display:none}';

/** Cleans the page of a state and applies the changes of its steps. Undefined if there is a problem with the page. */
export async function compileState({
  state,
  indexes,
  source,
  reader,
  assets,
  words,
  filledWords,
  context,
}: StateInput): Promise<CompiledState | undefined> {
  const html = await reader.readPage(state);
  if (html === undefined) return undefined;
  await assets.load(html);
  const selectors = JSON.stringify(indexes.map((index) => source.steps[index]));
  const sanitized = sanitizeDocument(html, { resolve: (address) => assets.resolve(address), selectors });
  if (!sanitized) {
    reader.report(state.file, 'which every browser would read otherwise', 'a page whose elements are nested as HTML allows');
    return undefined;
  }
  removeUnseenContent(sanitized.tree);
  const page = new CapturedPage(sanitized.tree, (text) => context.fillVariables(text));
  page.replaceWords(words);
  replaceNames(page.tree, filledWords);
  const finder = new ElementFinder(page, state.id, filledWords, context);
  const steps = indexes.map((index) => [index, source.steps[index]!] as const);
  const gone: GoneText[] = [];
  for (const [index, step] of steps)
    for (const element of finder.findAll(step.blur ?? [], ['steps', index, 'blur'])) {
      for (const each of goneTexts(element, ['steps', index, 'blur'])) gone.push(each);
      page.blur(element);
    }
  let base: PageLook | undefined;
  let scroll: HtmlElement | undefined;
  const applied = steps.map(([index, step]): AppliedStep => {
    const replaced = replaceTexts(page, step, index, finder);
    if (!base) for (const each of replaced) gone.push(each);
    for (const element of finder.findAll(step.hide ?? [], ['steps', index, 'hide'])) page.hide(element);
    // What is typed at the first step is not in the document.
    base ??= page.look;
    const typed = typeWords(page, step, index, finder, context);
    if (step.scroll !== undefined) scroll = finder.find(step.scroll, ['steps', index, 'scroll']) ?? scroll;
    return {
      look: page.look,
      typed,
      highlight: finder.findAll(step.highlight ?? [], ['steps', index, 'highlight']),
      pointer: step.pointer === undefined ? undefined : finder.find(step.pointer, ['steps', index, 'pointer']),
      scroll,
      lines: readableLines(page.tree, {
        isHidden: (element) => page.isHidden(element),
        written: (text) => page.written(text),
        writtenAttribute: (element, name) => page.writtenAttribute(element, name),
      }),
    };
  });
  const first = base!;
  page.setBase(first);
  const compiled = applied.map((each, at) => nameNodes(page, each, first, steps[at]![1]));
  const filled = page.variablesOf(first);
  emptyUnreadAttributes(page.tree);
  addStyles(page.tree);
  reportPage(
    { state: state.id, step: indexes[0]!, file: `${source.capture}/${state.file}`, removed: sanitized.removed },
    page.tree,
    context,
  );
  const { written, files } = assets.publishIn(serializeHtml(page.tree));
  const addresses = Object.fromEntries(files.map(({ address }) => [address.slice('./assets/'.length), address]));
  const document = context.emitAsset(`capture-${filledWords.replaceInName(state.id)}.txt`, written);
  const file = `${source.capture}/${state.file}`;
  const [address, title] = [shownAddress(state.address), state.title];
  reportLeft(gone, { state: state.id, html: written, title: filledWords.replace(title), files }, context);
  reportTexts([address, title, ...files.flatMap(svgTexts)], file, indexes[0]!, context);
  return {
    state: { document, files: addresses, address, title, scroll: state.scroll, filled },
    steps: compiled,
    published: { file, address: document, html: written, files },
  };
}

/** Replaces the words and texts of a step. Returns the words. */
function replaceTexts(page: CapturedPage, step: SnapshotStepSource, index: number, finder: ElementFinder): readonly GoneText[] {
  const replaced: GoneText[] = [];
  for (const [name, value] of Object.entries(step.replace ?? {})) {
    const path = ['steps', index, 'replace', name];
    const text = name.replace(/^words:\s*/u, '');
    if (!name.startsWith('css:') && page.replaceWords(new WordFinder({ [text]: value }, { match: 'exact' })) > 0) {
      replaced.push({ text, value, path, mayRepeat: false });
      continue;
    }
    const element = finder.find(name, path);
    if (!element) continue;
    for (const each of goneTexts(element, path)) replaced.push({ ...each, value, mayRepeat: true });
    if (!page.setText(element, value)) finder.reportKind(element, path, 'an element with a text');
  }
  return replaced;
}

/** Types words into fields, one after the other. Returns when each character appears, in milliseconds. */
function typeWords(
  page: CapturedPage,
  step: SnapshotStepSource,
  index: number,
  finder: ElementFinder,
  { timing, fillVariables }: SceneCompileContext,
): ReadonlyMap<HtmlElement, readonly number[]> {
  const typed = new Map<HtmlElement, readonly number[]>();
  let start = timing.pause;
  for (const [name, text] of Object.entries(step.type ?? {})) {
    const path = ['steps', index, 'type', name];
    const element = finder.findField(name, path);
    if (!element) continue;
    if (!page.setText(element, text)) finder.reportKind(element, path, 'a field');
    const times = typingTimes(fillVariables(text), timing, index).map((time) => time + start);
    typed.set(element, times);
    start = (times.at(-1) ?? start) + timing.pause;
  }
  return typed;
}

function nameNodes(page: CapturedPage, applied: AppliedStep, base: PageLook, step: SnapshotStepSource): Omit<SnapshotStep, 'state'> {
  const patches = page.patchesOf(applied.look, base);
  const isPlace = (patch: Patch, place: object): boolean =>
    Object.entries(place).every(([key, value]) => (patch as Record<string, unknown>)[key] === value);
  const typed = [...applied.typed].flatMap(([element, times]): readonly Typing[] => {
    const patch = patches.findIndex((each) => isPlace(each, page.textPlaceOf(element)));
    return patch < 0 ? [] : [{ patch, times }];
  });
  const { title, notes, dwell } = step;
  return {
    title,
    notes,
    ...(dwell !== undefined && { dwell }),
    patches,
    ...(typed.length > 0 && { typed }),
    ...(applied.highlight.length > 0 && { highlight: applied.highlight.map((each) => page.referenceTo(each)) }),
    ...(applied.pointer && { pointer: page.referenceTo(applied.pointer) }),
    ...(applied.scroll && { scroll: page.referenceTo(applied.scroll) }),
    lines: applied.lines,
  };
}

/** Adds the styles that keep a page still, to the page and to each shadow root. */
function addStyles(tree: HtmlDocument): void {
  const roots: HtmlParent[] = [];
  for (const node of walkTree(tree)) {
    if (isTemplate(node)) roots.push(node.content);
    else if (isElement(node) && node.tagName === 'head') roots.push(node);
  }
  for (const root of roots) {
    const style: HtmlElement = {
      nodeName: 'style',
      tagName: 'style',
      attrs: [],
      namespaceURI: HTML as HtmlElement['namespaceURI'],
      childNodes: [],
      parentNode: root,
    };
    style.childNodes.push({ nodeName: '#text', value: STILL, parentNode: style });
    root.childNodes.push(style);
  }
}
