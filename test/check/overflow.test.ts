import { expect, test } from 'vitest';
import { statusBarRule } from '../../src/check/rules/status-bar';
import { overflowRule } from '../../src/check/rules/overflow';
import { smallTextRule } from '../../src/check/rules/small-text';
import type { StopLayout } from '../../src/check/checkInput';
import { recordingScene, asciicastV3 } from '../support/recording';
import { STORY } from '../support/folder';
import { found, pageOf, storyOf } from './runRule';

const viewport = { width: 1280, height: 720 };
const TWO = storyOf({ steps: [{}, {}] });
const fine: StopLayout = { problems: [], wrappedTexts: [], smallestText: { px: 20, text: 'large' }, pictures: [] };
const seen = (...stops: Partial<StopLayout>[]) => ({ viewport, stops: stops.map((stop) => ({ ...fine, ...stop })) });

test('finds nothing at a stop whose text is all visible', async () => {
  expect(await found(overflowRule, TWO, seen({}, {}))).toEqual([]);
});

test('reports cut-off text at the step that adds it', async () => {
  expect(await found(overflowRule, TWO, seen({}, { problems: ['“too low” cut off by 12 px', '“lower” cut off by 30 px'] }))).toEqual([
    'error a.json:22:3  steps[1]: at 1280×720 “too low” is cut off by 12 px, and 1 more; the room cannot scroll. ' +
      'Use fewer or shorter words, or make two steps of it',
  ]);
});

test('reports covered text without class names, once for all steps of a page', async () => {
  const problems = ['“under” covered by <div class="x">'];
  expect(await found(overflowRule, TWO, seen({ problems }, { problems }))).toEqual([
    expect.stringContaining('“under” is covered by something that lies over it; the room'),
  ]);
});

test('ignores text under the terminal’s scroll cue', async () => {
  expect(await found(overflowRule, TWO, seen({ problems: ['“x” covered by <button class="terminal__cue">'] }, {}))).toEqual([]);
});

test('warns when there is no browser, and reports an error when the page does not build', async () => {
  expect(await found(overflowRule, TWO, { skipped: 'No Chromium found.' })).toEqual([
    'warning story.json:1:1  not measured whether every stop fits the stage: No Chromium found.',
  ]);
  expect(await found(overflowRule, TWO, { failed: 'Over the budget.' })).toEqual([
    expect.stringMatching(/^error story\.json:1:1 .*Over the budget\.$/u),
  ]);
  expect(await found(smallTextRule, TWO, { skipped: 'No Chromium found.' })).toEqual([]);
});

test('quotes text with letters rather than an arrow of the browser’s bar', async () => {
  expect(await found(overflowRule, TWO, seen({ problems: ['“← →” cut off by 1 px', '“Sign in” cut off by 2 px'] }, {}))).toEqual([
    expect.stringContaining('“Sign in” is cut off by 2 px, and 1 more'),
  ]);
});

test('reports a text of the status bar that wraps once, at its place in story.json', async () => {
  expect(
    await found(statusBarRule, TWO, seen({ wrappedTexts: ['topic', 'footer'] }, { wrappedTexts: ['topic', 'footer', 'end'] })),
  ).toEqual([
    expect.stringMatching(/^warning story\.json:6:12 {2}status\.topic: takes more than one row at 1280×720/u),
    expect.stringMatching(/^warning story\.json:10:12 {2}footer: takes/u),
    expect.stringMatching(/^warning story\.json:8:10 {2}status\.end: takes/u),
  ]);
  expect(await found(statusBarRule, TWO, { skipped: 'No Chromium found.' })).toEqual([]);
});

test('reports text below 24 of 1080 pixels, once per scene', async () => {
  expect(await found(smallTextRule, TWO, seen({ smallestText: { px: 15.6, text: 'nearly' } }, { smallestText: undefined }))).toEqual([]);
  const tiny = { smallestText: { px: 12, text: 'tiny' } };
  expect(await found(smallTextRule, TWO, seen(tiny, tiny))).toEqual([
    expect.stringMatching(/^warning a\.json:7:3 {2}steps\[0\]: “tiny” is only 18 px high .*24 can be read/u),
  ]);
});

test('points to the text with the problem, with advice for its surface', async () => {
  const cut = { problems: ['“two” cut off by 5 px'] };
  const page = storyOf({
    scenes: [
      pageOf('localhost/', [
        { label: 'One', value: 'one' },
        { label: 'Two', value: 'two' },
      ]),
    ],
  });
  expect(await found(overflowRule, page, seen({}, cut))).toEqual([
    expect.stringMatching(
      /^error b\.json:\d+:\d+ {2}rows\[1\]\.value: at 1280×720 “two” is cut off by 5 px; .*it can do without; more steps would not help/u,
    ),
  ]);
  expect(await found(overflowRule, TWO, seen({}, cut))).toEqual([expect.stringContaining('or make two steps of it')]);
});

test('advises a smaller terminal for a recording that is too large', async () => {
  const cast = asciicastV3([[0, 'o', '\x1b[60;200Hx']], { term: { cols: 200, rows: 60 } });
  const files = { 'story.json': STORY, 'a.json': recordingScene(), 'demo.cast': cast };
  const remedy = 'The recording uses 200 columns and 60 rows. Record it in a smaller terminal: 80 by 24';
  expect(await found(smallTextRule, files, seen({ smallestText: { px: 6, text: 'tiny' } }))).toEqual([
    `warning a.json:6:11  file: “tiny” is only 9 px high on a projector of 1080 lines, and 24 can be read from the back row. ${remedy}`,
  ]);
  expect(await found(overflowRule, files, seen({ problems: ['“low” cut off by 12 px'] }))).toEqual([
    `error a.json:6:11  file: at 1280×720 “low” is cut off by 12 px; the room cannot scroll. ${remedy}`,
  ]);
});
