import { beforeAll, expect, test } from 'vitest';
import {
  MOTION_MS,
  enterDuration,
  terminalSession,
  transcriptLines,
  stopAt,
  lastTerminalStop,
  createTimeline,
  type StepDescription,
  type Timeline,
} from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { demoTimeline } from '../support/demoTimeline';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';

let timeline: Timeline;
beforeAll(async () => {
  timeline = await demoTimeline();
});

const column = <T>(pick: (stop: Timeline['stops'][number]) => T): T[] => timeline.stops.map(pick);

test('the demo has five scenes and twelve stops', () => {
  expect(timeline.sceneStarts).toEqual([0, 2, 3, 4, 5]);
  expect(column((stop) => stop.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(column((stop) => stop.sceneIndex)).toEqual([0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4]);
  expect(column((stop) => stop.step)).toEqual([0, 1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]);
  expect(column((stop) => stop.scene.id)).toEqual([
    'agent',
    'agent',
    'cognito',
    'sso',
    'callback',
    ...Array.from({ length: 7 }, () => 'comparison'),
  ]);
});

test('describes each stop once, and not when it is counted', () => {
  let described = 0;
  const long = createTimeline(timeline.story, (scene, step) => {
    described += 1;
    return describeStep(scene, step);
  });
  expect([long.stops.length, described]).toEqual([12, 0]);
  const [stop] = long.stops;
  expect([stop?.surface, stop?.playMs, stop?.enterMs, stop?.blocks?.length]).toEqual(['terminal', timeline.stops[0]?.playMs, 0, 4]);
  expect(described).toBe(1);
});

test('terminal and browser alternate, and the board comes last', () => {
  const [terminal, browser, board] = ['terminal', 'browser', 'board'];
  expect(column((stop) => stop.surface)).toEqual([
    terminal,
    terminal,
    browser,
    browser,
    browser,
    terminal,
    terminal,
    terminal,
    terminal,
    terminal,
    board,
    board,
  ]);
  expect(column((stop) => stop.blocks !== undefined)).toEqual(column((stop) => stop.surface === 'terminal'));
  expect(column((stop) => stop.address !== undefined)).toEqual(column((stop) => stop.surface === 'browser'));
  expect(column((stop) => stop.window !== undefined)).toEqual(column((stop) => stop.surface !== 'browser'));
});

test('windows move between surfaces, and the spinner belongs to the way from sso to callback', () => {
  const { open, close, board } = MOTION_MS;
  expect(column((stop) => stop.enterMs)).toEqual([0, 0, open, 0, 1500, close, 0, 0, 0, 0, board, board]);
});

test('what a page shows while it is left is read at the stop that it leads to, and nowhere else', () => {
  const page = (words?: string): FakeStep =>
    fakeStep({ surface: 'browser', textLines: ['page'], ...(words !== undefined && { leave: { text: words, ms: 100 } }) });
  const print = fakeStep({ textLines: ['print'] });
  const { stops } = createTimeline(
    fakeStory([[print], [page('one'), page('one')], [page('two')], [page()], [print], [page('last')]]),
    describeFake,
  );
  expect(stops.map(transcriptLines)).toEqual([['print'], ['page'], ['page'], ['one', 'page'], ['two', 'page'], ['print'], ['page']]);
});

test('every terminal stop plays for a while, long enough to see and short enough for a talk', () => {
  for (const stop of timeline.stops.filter((each) => each.blocks)) {
    expect(stop.playMs).toBeGreaterThan(500);
    expect(stop.playMs).toBeLessThan(8000);
  }
});

test('the same story gives the same timeline', () => {
  expect(createTimeline(timeline.story, describeStep)).toEqual(timeline);
});

test('every stop has text lines', () => {
  for (const stop of timeline.stops) {
    expect(stop.textLines.length).toBeGreaterThan(0);
    expect(stop.textLines.every((line) => line.trim() !== '')).toBe(true);
  }
});

test('scene 5 goes on in the terminal of scene 1, past the web pages', () => {
  const session = (index: number): number[] => terminalSession(timeline, stopAt(timeline, index)).map((stop) => stop.index);
  expect(session(0)).toEqual([0]);
  expect(session(1)).toEqual([0, 1]);
  expect(session(5)).toEqual([0, 1, 5]);
  expect(session(9)).toEqual([0, 1, 5, 6, 7, 8, 9]);
  expect(column((stop) => lastTerminalStop(timeline, stop.index)?.index)).toEqual([0, 1, 1, 1, 1, 5, 6, 7, 8, 9, 9, 9]);
});

test('a terminal scene that does not continue starts empty', () => {
  const scenes = timeline.story.scenes.map((scene) => (scene.id === 'comparison' ? { ...scene, continues: false } : scene));
  const cut = createTimeline({ ...timeline.story, scenes }, describeStep);
  expect(terminalSession(cut, stopAt(cut, 6)).map((stop) => stop.index)).toEqual([5, 6]);
});

test('stopAt returns the nearest stop, and throws for an empty story', () => {
  expect(stopAt(timeline, -5).index).toBe(0);
  expect(stopAt(timeline, 99).index).toBe(11);
  expect(() => stopAt({ ...timeline, stops: [] }, 0)).toThrow(RangeError);
});

const shape = (surface: StepDescription['surface'], leaveMs?: number): StepDescription => ({
  surface,
  textLines: [],
  ...(leaveMs && { leave: { text: 'leaving', ms: leaveMs } }),
});

test.each<[from: StepDescription | undefined, to: StepDescription, sameScene: boolean, ms: number]>([
  [undefined, shape('browser'), false, 0],
  [shape('terminal'), shape('terminal'), true, 0],
  [shape('terminal'), shape('browser'), false, MOTION_MS.open],
  [shape('board'), shape('browser'), false, MOTION_MS.open],
  [shape('browser'), shape('browser'), false, 0],
  [shape('browser'), shape('browser'), true, 0],
  [shape('browser', 700), shape('browser'), false, 700],
  [shape('browser', 700), shape('browser'), true, 0],
  [shape('browser', 700), shape('terminal'), false, 700 + MOTION_MS.close],
  [shape('browser'), shape('board'), false, MOTION_MS.close],
  [shape('terminal'), shape('board'), true, MOTION_MS.board],
  [shape('board'), shape('terminal'), true, 0],
])('from %o to %o (same scene: %s) takes %i ms', (from, to, sameScene, ms) => {
  expect(enterDuration(from, to, sameScene)).toBe(ms);
});
