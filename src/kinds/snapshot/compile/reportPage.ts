import { realEmails } from '../../../core/realEmails';
import type { SceneCompileContext } from '../../../compiler/story/compileScene';
import type { SnapshotStep } from '../scene';
import { isElement, isText, walkTree } from './sanitize/htmlTree';
import type { HtmlDocument } from './sanitize/htmlTree';
import { isGeometry } from './publishedTexts';
import { describeRemovals, type RemovalKind, type Removals } from './sanitize/removals';

interface CleanedPage {
  readonly state: string;
  /** The first step that shows it. */
  readonly step: number;
  /** Its file, from the scene. */
  readonly file: string;
  readonly removed: Removals;
}

/** What was taken out of a page and leaves a gap in it. */
const GAPS: readonly RemovalKind[] = ['foreign', 'missing', 'resource', 'frame', 'plugin', 'media', 'style', 'deep', 'repeat'];

const SAME_STEP =
  'shows the same as the step before, so the room waits for something that does not come. Say both at one step, or change something: ' +
  '"state", "replace", "type", "hide", "scroll", "highlight" or "pointer"';

/** Says what was taken out of a page, and what the author should look at before it is published. */
export function reportPage({ state, step, file, removed }: CleanedPage, tree: HtmlDocument, context: SceneCompileContext): void {
  const words = describeRemovals(removed);
  if (words !== '') context.addBuildNote(`Taken out of ${file}: ${words}.`);
  const path = ['steps', step];
  if (GAPS.some((kind) => Object.hasOwn(removed, kind))) {
    const problem = `The captured page “${state}” asks for what is not in its folder, or shows other pages: the build took out ${words}`;
    context.warn(path, `${problem}. Look whether something is missing, and capture it again if so`);
  }
  const texts = textsIn(tree);
  for (const [domain, address] of emailDomains(texts)) {
    const problem = `The captured page “${state}” shows everybody “${address}”, an address at a real domain`;
    context.warn(path, `${problem}. Put another in its place: "replace": { "${domain}": "example.com" }`);
  }
  reportTexts(texts, file, step, context);
}

/** Gives `check` the texts that are published of a page, for its search for secrets. */
export function reportTexts(texts: readonly string[], file: string, step: number, { addText }: Pick<SceneCompileContext, 'addText'>): void {
  for (const text of texts) if (text.trim() !== '') addText({ text, file, firstLine: 1, path: ['steps', step] });
}

/** Says which steps look the same as the one before. */
export function reportSameSteps(steps: readonly SnapshotStep[], { warn }: Pick<SceneCompileContext, 'warn'>): void {
  const looks = steps.map(({ state, patches, typed, highlight, pointer, scroll }) =>
    JSON.stringify([state, patches, typed, highlight, pointer, scroll]),
  );
  for (const [index, look] of looks.entries()) if (index > 0 && look === looks[index - 1]) warn(['steps', index], SAME_STEP);
}

/** Returns the domains of real e-mail addresses, each with an address. */
function emailDomains(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of texts)
    for (const { address, domain } of realEmails(text)) if (!found.has(domain.toLowerCase())) found.set(domain.toLowerCase(), address);
  return found;
}

/** Returns every text and value that a page publishes. */
function textsIn(tree: HtmlDocument): readonly string[] {
  const texts: string[] = [];
  for (const node of walkTree(tree)) {
    if (isText(node)) texts.push(node.value);
    else if (isElement(node)) for (const { name, value } of node.attrs) if (name !== 'd' || !isGeometry(value)) texts.push(value);
  }
  return texts.filter((text) => text.trim() !== '');
}
