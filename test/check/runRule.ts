import path from 'node:path';
import { createCheckInput, type LayoutMeasurement } from '../../src/check/checkInput';
import type { CheckRule } from '../../src/check/finding';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';

const NOT_MEASURED: LayoutMeasurement = { skipped: 'not looked' };

/** Returns the findings of a rule in a story of these files, as the report prints them, each after its level. */
export async function found(
  rule: CheckRule,
  files: Readonly<Record<string, string | Uint8Array>>,
  layout: LayoutMeasurement = NOT_MEASURED,
): Promise<readonly string[]> {
  const folder = await makeFolder(files);
  const findings = rule.check(createCheckInput(await compileStory(folder), layout));
  return findings.map(({ level, file, line, column, message }) => `${level} ${path.relative(folder, file)}:${line}:${column}  ${message}`);
}

interface Parts {
  readonly blocks?: readonly unknown[] | undefined;
  readonly story?: Readonly<Record<string, unknown>> | undefined;
  /** Fields of each step besides a title, notes and a line of text. */
  readonly steps?: readonly Readonly<Record<string, unknown>>[] | undefined;
  /** Further scenes. */
  readonly scenes?: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/** Returns the files of a story with these parts, a key on each line. The first scene is a.json. */
export function storyOf({
  blocks = [{ type: 'text', lines: ['hello'] }],
  story = {},
  steps = [{}],
  scenes = [],
}: Parts): Readonly<Record<string, string>> {
  const step = (own: object, index: number): object => ({
    title: `Step ${index}`,
    notes: { say: `Say ${index}.`, point: `Point ${index}.` },
    blocks,
    ...own,
  });
  const all: readonly Readonly<Record<string, unknown>>[] = [
    { kind: 'terminal', id: 'a', title: 'A', window: 'Terminal', steps: steps.map(step) },
    ...scenes,
  ];
  const index = {
    id: 'demo',
    title: 'Demo',
    description: 'A demo.',
    status: { topic: 'topic', hint: 'hint', end: 'end' },
    footer: [],
    scenes: all.map(({ id }) => `${String(id)}.json`),
    ...story,
  };
  return Object.fromEntries([
    ['story.json', JSON.stringify(index, null, 1)],
    ...all.map((scene) => [`${String(scene['id'])}.json`, JSON.stringify(scene, null, 1)]),
  ]);
}

/** Returns a scene of kind `callback` with this address and these rows. */
export function pageOf(address: string, rows: readonly unknown[] = [{ label: 'Note', value: 'none' }]): Readonly<Record<string, unknown>> {
  return {
    kind: 'callback',
    id: 'b',
    title: 'B',
    address,
    mark: '✓',
    heading: 'Done',
    tagline: 'Done',
    rows,
    done: 'Done',
    steps: [{ title: 'Page', notes: { say: 'Say page.', point: 'Point page.' } }],
  };
}
