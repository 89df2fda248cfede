import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { stageContentAt, terminalsOf, upcomingStopAt, type StageContent } from '../../src/core/stageContent';
import type { Position } from '../../src/core/position';
import type { Scene } from '../../src/core/story';
import { createTimeline, transcriptLines, type Timeline } from '../../src/core/timeline';
import { MOTION_MS } from '../../src/core/transition';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';

const terminal = (words = 'words', continues = false): FakeStep =>
  fakeStep({ surface: 'terminal', blocks: [{ type: 'text', lines: [words] }], textLines: [words], continues });
const page = (address = 'a'): FakeStep => fakeStep({ surface: 'browser', address, textLines: [address], images: [`${address}.png`] });
const leaving = fakeStep({ surface: 'browser', address: 'popup', leave: { text: 'Wait', ms: 1500 } });
const board = fakeStep({ surface: 'board' });

/** A story of scenes, of which those in `over` open over the scene before them. */
function timelineOf(scenes: readonly (readonly FakeStep[])[], over: readonly number[] = []): Timeline {
  const story = fakeStory(scenes);
  const list = story.scenes.map((scene, index): Scene => (over.includes(index) ? { ...scene, over: true } : scene));
  return createTimeline({ ...story, scenes: list }, describeFake);
}

function contentAt(timeline: Timeline, stop: number, phase: Position['phase'] = 'settled'): StageContent {
  return stageContentAt(timeline, { stop, phase, since: 7, arrival: 1 });
}

/** Returns the numbers of the stops in windows over the stage, and how each window moves. */
function windows(timeline: Timeline, stop: number, phase?: Position['phase']): readonly string[] {
  return contentAt(timeline, stop, phase).over.map((each) => `${each.stop.index} ${each.window}`);
}

describe('scenes over others', () => {
  const timeline = timelineOf([[terminal()], [page()], [page('chat'), page('chat 2')], [terminal('log')], [page('next')]], [2, 3]);

  it('keeps what the scene before showed below each window', () => {
    expect(windows(timeline, 3)).toEqual(['3 stay']);
    expect(contentAt(timeline, 3)).toMatchObject({ page: { stop: { index: 1 }, phase: 'settled' }, terminal: { stop: { index: 0 } } });
    expect(windows(timeline, 4)).toEqual(['3 stay', '4 stay']);
    expect(contentAt(timeline, 4).page?.stop.index).toBe(1);
  });

  it('opens the window of a scene at its first stop, and not again at the next', () => {
    expect(windows(timeline, 2, 'enter')).toEqual(['2 open']);
    expect(windows(timeline, 3, 'enter')).toEqual(['3 stay']);
    expect(windows(timeline, 4, 'enter')).toEqual(['3 stay', '4 open']);
    expect([2, 3, 4].map((stop) => timeline.stops[stop]!.enterMs)).toEqual([MOTION_MS.open, 0, MOTION_MS.open]);
  });

  it('closes all windows when the next scene opens over nothing', () => {
    expect(windows(timeline, 5, 'enter')).toEqual(['3 close', '4 close']);
    expect(contentAt(timeline, 5, 'enter').page).toMatchObject({ stop: { index: 5 }, window: 'stay' });
    expect(windows(timeline, 5, 'play')).toEqual([]);
    expect(timeline.stops[5]!.enterMs).toBe(MOTION_MS.close);
  });

  it('plays in the window alone', () => {
    const { over, page: below } = contentAt(timeline, 2, 'play');
    expect(over[0]?.pane.position).toMatchObject({ phase: 'play', since: 7 });
    expect(below?.phase).toBe('settled');
    const inside = stageContentAt(over[0]!.pane.timeline, over[0]!.pane.position);
    expect(inside).toMatchObject({ terminal: undefined, page: { stop: { step: 0, address: 'chat' } }, over: [] });
  });

  it('shows the text of a window that is left in that window', () => {
    const popup = timelineOf([[page()], [leaving], [page('b')]], [1]);
    const content = contentAt(popup, 2, 'enter');
    expect(content.over).toMatchObject([{ window: 'close', transitionText: 'Wait' }]);
    expect(content.page).toMatchObject({ stop: { index: 2 }, transitionText: undefined });
    expect(popup.stops[2]!.enterMs).toBe(1500 + MOTION_MS.close);
    expect(transcriptLines(popup.stops[2]!)[0]).toBe('Wait');
  });

  it('does not wait on the page below for the text it is left with', () => {
    const popup = timelineOf([[leaving], [page()], [page('b')]], [1]);
    expect(popup.stops[1]).toMatchObject({ enterMs: MOTION_MS.open, transitionText: undefined });
    expect(popup.stops[2]).toMatchObject({ enterMs: MOTION_MS.close, transitionText: undefined });
  });

  it('opens the browser below while a window over the terminal closes', () => {
    const mixed = timelineOf([[terminal()], [terminal('top')], [page()]], [1]);
    expect(contentAt(mixed, 2, 'enter')).toMatchObject({ page: { window: 'open' }, over: [{ window: 'close' }] });
    expect(mixed.stops[2]!.enterMs).toBe(MOTION_MS.open);
  });

  it('continues a terminal in a window with the output before it', () => {
    const continued = timelineOf([[terminal('one')], [page()], [terminal('two', true)]], [2]);
    const [window] = contentAt(continued, 2).over;
    expect(window?.pane.timeline.stops.map(({ textLines }) => textLines[0])).toEqual(['one', 'two']);
    expect(contentAt(continued, 2).terminal?.stop.index).toBe(0);
    expect(terminalsOf(continued, { stop: 2, phase: 'settled', since: 0, arrival: 0 })).toBe(2);
  });

  it('mounts nothing early below or in a window', () => {
    for (const stop of [1, 2, 3, 4]) expect(upcomingStopAt(timeline, { stop, phase: 'settled', since: 0, arrival: 0 })).toBeUndefined();
  });

  test('whatever the scenes are, each stop has as many windows as its depth, over a stage that has none', () => {
    const steps = [terminal(), page(), board];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...steps), fc.boolean()), { minLength: 1, maxLength: 8 }), (list) => {
        const over = list.flatMap(([, isOver], index) => (isOver ? [index] : []));
        const any = timelineOf(
          list.map(([step]) => [step]),
          over,
        );
        for (const { index, depth } of any.stops)
          for (const phase of ['enter', 'play', 'settled'] as const) {
            const content = contentAt(any, index, phase);
            const open = content.over.filter(({ window }) => window !== 'close');
            expect(open).toHaveLength(depth);
            expect(open.at(-1)?.stop.index ?? index).toBe(index);
            expect((content.page ?? content.board ?? content.terminal)?.stop.depth ?? 0).toBe(0);
          }
      }),
    );
  });
});

describe('panes', () => {
  const [left, right] = fakeStory([
    [terminal('left 1'), terminal('left 2')],
    [page('right 1'), page('right 2')],
  ]).scenes as [Scene, Scene];
  const at = (leftStep: number, rightStep: number, moves: readonly boolean[]): FakeStep =>
    fakeStep({
      surface: 'panes',
      panes: [
        { scene: left, step: leftStep, width: 1, moves: moves[0]! },
        { scene: right, step: rightStep, width: 2, moves: moves[1]! },
      ],
    });
  const timeline = timelineOf([[terminal('before')], [at(0, 0, [true, true]), at(1, 0, [true, false]), at(1, 1, [false, true])], [page()]]);

  it('has the position of the story in panes that move, and settles the others', () => {
    expect(contentAt(timeline, 2, 'play').panes?.list.map(({ position }) => position)).toEqual([
      { stop: 1, phase: 'play', since: 7, arrival: 1 },
      { stop: 0, phase: 'settled', since: 0, arrival: 1 },
    ]);
  });

  it('has the whole stage, and comes in once', () => {
    expect(contentAt(timeline, 1)).toMatchObject({ terminal: undefined, page: undefined, board: undefined });
    expect([1, 2].map((stop) => contentAt(timeline, stop, 'enter').panes?.entering)).toEqual([true, false]);
    expect([1, 2, 3].map((stop) => timeline.stops[stop]!.enterMs)).toEqual([MOTION_MS.open, 0, 0]);
  });

  it('says what moves, takes its time, and needs the pictures of all panes', () => {
    expect([1, 2, 3].map((stop) => timeline.stops[stop]!.textLines)).toEqual([
      ['left 1', 'right 1'],
      ['Scene 0', 'left 2'],
      ['Scene 1', 'right 2'],
    ]);
    expect(timeline.stops[2]!.playMs).toBe(timeline.stops[2]!.panes![0]!.stop.playMs);
    expect(timeline.stops[2]!.playMs).toBeGreaterThan(0);
    expect(timeline.stops[3]!.playMs).toBe(0);
    expect(timeline.stops[2]!.images).toEqual(['right 1.png']);
    expect(timeline.stops[2]!.readableBlocks).toEqual([
      { type: 'text', lines: ['Scene 0'] },
      { type: 'text', lines: ['left 2'] },
    ]);
  });

  it('shows an empty terminal until it begins to play', () => {
    const [pane] = contentAt(timeline, 1, 'enter').panes!.list;
    const inside = stageContentAt(pane!.timeline, pane!.position);
    expect(inside.terminal).toMatchObject({ stop: { step: 0 }, since: Number.POSITIVE_INFINITY });
  });

  it('counts the terminals that are seen', () => {
    const count = (stop: number): number => terminalsOf(timeline, { stop, phase: 'settled', since: 0, arrival: 0 });
    expect([0, 1, 2, 3, 4].map(count)).toEqual([1, 1, 1, 1, 1]);
  });
});
