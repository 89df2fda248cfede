import { beforeAll, expect, test } from 'vitest';
import {
  terminalSession,
  transcriptLines,
  stopAt,
  lastTerminalStop,
  createTimeline,
  type StepDescription,
  type Timeline,
} from '../../src/core/timeline';
import { enterDuration, MOTION_MS } from '../../src/core/transition';
import { describeStep } from '../../src/kinds/registry';
import { demoTimeline } from '../support/demoTimeline';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';

let timeline: Timeline;
beforeAll(async () => {
  timeline = await demoTimeline();
});

const mapStops = <T>(pick: (stop: Timeline['stops'][number]) => T): T[] => timeline.stops.map(pick);

test('the demo has five scenes and twelve stops', () => {
  expect(timeline.sceneStarts).toEqual([0, 2, 3, 4, 5]);
  expect(mapStops((stop) => stop.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(mapStops((stop) => stop.sceneIndex)).toEqual([0, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4]);
  expect(mapStops((stop) => stop.step)).toEqual([0, 1, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]);
  expect(mapStops((stop) => stop.scene.id)).toEqual([
    'agent',
    'agent',
    'cognito',
    'sso',
    'callback',
    ...Array.from({ length: 7 }, () => 'comparison'),
  ]);
});

test('describes a stop once, when a property of its description is first read', () => {
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

test('the demo shows terminal, browser, terminal and board, each with the fields of its surface', () => {
  const [terminal, browser, board] = ['terminal', 'browser', 'board'];
  expect(mapStops((stop) => stop.surface)).toEqual([
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
  expect(mapStops((stop) => stop.blocks !== undefined)).toEqual(mapStops((stop) => stop.surface === 'terminal'));
  expect(mapStops((stop) => stop.address !== undefined)).toEqual(mapStops((stop) => stop.surface === 'browser'));
  expect(mapStops((stop) => stop.window !== undefined)).toEqual(mapStops((stop) => stop.surface !== 'browser'));
});

test('a stop has a transition when the surface changes or the previous page has a transition text', () => {
  const { open, close, board } = MOTION_MS;
  expect(mapStops((stop) => stop.enterMs)).toEqual([0, 0, open, 0, 1500, close, 0, 0, 0, 0, board, board]);
});

test('puts the transition text of a page into the transcript of the next page, and of no other stop', () => {
  const page = (transitionText?: string): FakeStep =>
    fakeStep({
      surface: 'browser',
      textLines: ['page'],
      ...(transitionText !== undefined && { leave: { text: transitionText, ms: 100 } }),
    });
  const print = fakeStep({ textLines: ['print'] });
  const { stops } = createTimeline(
    fakeStory([[print], [page('one'), page('one')], [page('two')], [page()], [print], [page('last')]]),
    describeFake,
  );
  expect(stops.map(transcriptLines)).toEqual([['print'], ['page'], ['page'], ['one', 'page'], ['two', 'page'], ['print'], ['page']]);
});

test('every terminal stop of the demo plays for 0.5 to 8 s', () => {
  for (const stop of timeline.stops.filter((each) => each.blocks)) {
    expect(stop.playMs).toBeGreaterThan(500);
    expect(stop.playMs).toBeLessThan(8000);
  }
});

test('returns equal timelines for the same story', () => {
  expect(createTimeline(timeline.story, describeStep)).toEqual(timeline);
});

test('every stop of the demo has text lines, and none of them is blank', () => {
  for (const stop of timeline.stops) {
    expect(stop.textLines.length).toBeGreaterThan(0);
    expect(stop.textLines.every((line) => line.trim() !== '')).toBe(true);
  }
});

test('continues the terminal of scene 1 in scene 5, past the web pages between', () => {
  const session = (index: number): number[] => terminalSession(timeline, stopAt(timeline, index)).map((stop) => stop.index);
  expect(session(0)).toEqual([0]);
  expect(session(1)).toEqual([0, 1]);
  expect(session(5)).toEqual([0, 1, 5]);
  expect(session(9)).toEqual([0, 1, 5, 6, 7, 8, 9]);
  expect(mapStops((stop) => lastTerminalStop(timeline, stop.index)?.index)).toEqual([0, 1, 1, 1, 1, 5, 6, 7, 8, 9, 9, 9]);
});

test('starts a terminal scene empty if it does not continue the previous one', () => {
  const scenes = timeline.story.scenes.map((scene) => (scene.id === 'comparison' ? { ...scene, continues: false } : scene));
  const separate = createTimeline({ ...timeline.story, scenes }, describeStep);
  expect(terminalSession(separate, stopAt(separate, 6)).map((stop) => stop.index)).toEqual([5, 6]);
});

test('stopAt returns the nearest stop, and throws for an empty story', () => {
  expect(stopAt(timeline, -5).index).toBe(0);
  expect(stopAt(timeline, 99).index).toBe(11);
  expect(() => stopAt({ ...timeline, stops: [] }, 0)).toThrow(RangeError);
});

const describeSurface = (surface: StepDescription['surface'], leaveMs?: number): StepDescription => ({
  surface,
  textLines: [],
  ...(leaveMs && { leave: { text: 'leaving', ms: leaveMs } }),
});

test.each<[from: StepDescription | undefined, to: StepDescription, sameScene: boolean, ms: number]>([
  [undefined, describeSurface('browser'), false, 0],
  [describeSurface('terminal'), describeSurface('terminal'), true, 0],
  [describeSurface('terminal'), describeSurface('browser'), false, MOTION_MS.open],
  [describeSurface('board'), describeSurface('browser'), false, MOTION_MS.open],
  [describeSurface('browser'), describeSurface('browser'), false, 0],
  [describeSurface('browser'), describeSurface('browser'), true, 0],
  [describeSurface('browser', 700), describeSurface('browser'), false, 700],
  [describeSurface('browser', 700), describeSurface('browser'), true, 0],
  [describeSurface('browser', 700), describeSurface('terminal'), false, 700 + MOTION_MS.close],
  [describeSurface('browser'), describeSurface('board'), false, MOTION_MS.close],
  [describeSurface('terminal'), describeSurface('board'), true, MOTION_MS.board],
  [describeSurface('board'), describeSurface('terminal'), true, 0],
])('a transition from %o to %o (same scene: %s) takes %i ms', (from, to, sameScene, ms) => {
  expect(enterDuration(from, to, sameScene)).toBe(ms);
});
