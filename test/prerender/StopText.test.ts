import { JSDOM } from 'jsdom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StopText } from '../../src/prerender/StopText';
import { exampleStory } from '../../tools/reference/exampleStory';
import { compileStory } from '../../src/compiler/compileStory';
import { terminalLayoutAt } from '../../src/core/terminal/terminalLayout';
import { transcriptLines, createTimeline, type Stop } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { blockSchema } from '../../src/schema/block';
import { makeFolder } from '../support/folder';

interface Field {
  readonly meta: () => { readonly examples?: readonly unknown[] } | undefined;
}

/**
 * Returns an example of each type of block with every optional field, except `mark`, which depends on the code of the block, and `fold`,
 * which takes lines off the screen that the texts keep.
 */
function fullBlocks(): readonly object[] {
  return blockSchema.options.map((option) => {
    const { fold: _, ...example } = { fold: 0, ...(option.meta()?.examples?.[0] as object) };
    return Object.entries<Field>(option.shape).reduce((full, [name, field]) => {
      const more = { ...full, [name]: field.meta()?.examples?.[0] };
      return name in full || name === 'mark' || name === 'fold' || !blockSchema.safeParse(more).success ? full : more;
    }, example as object);
  });
}

async function stopsOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly stops: readonly Stop[]; readonly textsOnScreen: (stop: Stop) => readonly string[] }> {
  const { story } = await compileStory(await makeFolder(files));
  const timeline = createTimeline(fillStory(story), describeStep);
  const textsOnScreen = (stop: Stop): readonly string[] =>
    terminalLayoutAt(timeline, stop, 92)
      .rows.flat()
      .flatMap(({ text, interimStates = [] }) => [text, ...interimStates.flatMap(({ rows }) => rows.flat().map((run) => run.text))]);
  return { stops: timeline.stops, textsOnScreen };
}

/** Returns only letters and digits, as text and elements separate words differently. */
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Returns the text of a stop in the page without JavaScript. */
function documentText(stop: Stop): string {
  return new JSDOM(renderToStaticMarkup(createElement(StopText, { stop }))).window.document.body.textContent;
}

test('has the same text with and without JavaScript for every block and kind of scene', async () => {
  const { stops } = await stopsOf(exampleStory().files);
  expect(stops.length).toBeGreaterThan(20);
  expect(stops.filter(({ transitionText }) => transitionText !== undefined).length).toBeGreaterThan(0);
  for (const stop of stops) expect(lettersOf(documentText(stop)), stop.scene.id).toBe(lettersOf(transcriptLines(stop).join('\n')));
});

test('has all text that a block shows in both texts, with every optional field', async () => {
  const { files } = exampleStory();
  const step = (own: object, index: number): object => ({ title: `Step ${index}`, notes: { say: 'Say.', point: 'Point.' }, blocks: [own] });
  const scene = { kind: 'terminal', id: 'full', title: 'Full', window: 'Terminal', steps: fullBlocks().map(step) };
  const story = { ...(JSON.parse(files['story.json'] ?? '{}') as object), scenes: ['full.json'] };
  const { stops, textsOnScreen } = await stopsOf({ 'story.json': JSON.stringify(story), 'full.json': JSON.stringify(scene) });
  expect(stops).toHaveLength(blockSchema.options.length);
  for (const stop of stops) {
    const [transcript, page] = [lettersOf(stop.textLines.join('\n')), lettersOf(documentText(stop))];
    expect(page).toBe(transcript);
    for (const text of textsOnScreen(stop)) expect(transcript, `${stop.blocks?.[0]?.type}: ${text}`).toContain(lettersOf(text));
  }
});
