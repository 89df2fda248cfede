import { describe, expect, test } from 'vitest';
import { movePosition, wayStopOf, type DetourAction } from '../../src/core/detours';
import { notesText } from '../../src/core/notesParts';
import { initialPosition, type Position } from '../../src/core/position';
import { progressAt } from '../../src/core/progress';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { initialShow, reduceShow, type Command, type ShowState } from '../../src/core/show';
import { lastTerminalStop, terminalSession } from '../../src/core/timeline';
import { stageContentAt, upcomingStopAt } from '../../src/core/stageContent';
import { formatHash, parseHash } from '../../src/core/stopHash';
import { describePlace, formatStopNumber, stopIndexForNumber, stopKey } from '../../src/core/stopNumber';
import { createTimeline, stopAt } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory, type FakeStep } from '../support/fakeStory';

const typing: FakeStep = fakeStep({ blocks: [{ type: 'text', lines: ['x'], tight: false }] as never, playMs: 1000 });
const naming = (say: string): FakeStep => fakeStep({ ...typing, notes: { say, point: '' } });

/** Files: s0 (2 steps), the detour s1 (2), s2 (3, the second optional), the detour s3 (1), s4 (1). On the way: 6 stops. */
const plain = fakeStory([
  [naming('[[s3]]'), typing],
  [typing, typing],
  [typing, { ...typing, optional: true }, typing],
  [typing],
  [typing],
]);
const STORY = { ...plain, scenes: plain.scenes.map((scene, at) => ({ ...scene, detour: at === 1 || at === 3 })) };
const TIMELINE = createTimeline(STORY, describeFake);
const CONTEXT = { timeline: TIMELINE, motion: true, wallTime: 5000 };
const at = (key: string): number => parseHash(TIMELINE, `#/${key}`);
const keyOf = ({ stop }: Position): string => stopKey(stopAt(TIMELINE, stop));
const start = (key: string, more: Partial<Position> = {}): Position => ({ stop: at(key), phase: 'settled', since: 0, arrival: 3, ...more });
const inDetour = (key: string, ...from: string[]): Position => start(key, { detours: from.map((each) => ({ from: each, since: 1000 })) });
const press = (type: 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene', repeat = false): DetourAction => ({
  type,
  at: 10_000,
  repeat,
});
const goTo = (key: string): DetourAction => ({ type: 'goTo', stop: at(key), at: 10_000 });

test('puts the stops of detours after those of the way', () => {
  expect(TIMELINE.stops.map(stopKey)).toEqual(['s0/0', 's0/1', 's2/0', 's2/1', 's2/2', 's4/0', 's1/0', 's1/1', 's3/0']);
  expect(TIMELINE.stops.map(formatStopNumber).join(' ')).toBe('1.1 1.2 2.1 2.2 2.3 3.1 D1.1 D1.2 D2.1');
  expect(TIMELINE.wayLength).toBe(6);
  expect(['1', '2.3', '3', '9.9'].map((number) => stopIndexForNumber(TIMELINE, number))).toEqual([0, 4, 5, 5]);
  expect(describePlace(TIMELINE, stopAt(TIMELINE, 7))).toBe('Detour D1.2, 2 of 2');
  expect(TIMELINE.stops.map((_, index) => parseHash(TIMELINE, formatHash(TIMELINE, index)))).toEqual(
    TIMELINE.stops.map(({ index }) => index),
  );
  expect(progressAt(TIMELINE, 7).groups).toEqual([
    {
      stops: 2,
      marks: [
        { state: 'done', shown: 1 },
        { state: 'now', shown: 1 },
      ],
    },
  ]);
  expect(progressAt(TIMELINE, 5).groups.map(({ stops }) => stops)).toEqual([2, 3, 1]);
});

test('a detour begins on an empty stage, and its end leads to nothing', () => {
  const first = stopAt(TIMELINE, at('s1/0'));
  expect([first.enterMs, lastTerminalStop(TIMELINE, first.index), terminalSession(TIMELINE, first)]).toEqual([0, first, [first]]);
  expect(terminalSession(TIMELINE, stopAt(TIMELINE, at('s1/1'))).map(stopKey)).toEqual(['s1/0', 's1/1']);
  expect(upcomingStopAt(TIMELINE, start('s4/0'))).toBeUndefined();
  expect(stageContentAt(TIMELINE, { ...start('s1/0'), phase: 'enter' }).over).toEqual([]);
});

describe('movePosition', () => {
  test.each<[what: string, from: Position, action: DetourAction, to: string, phase: Position['phase'], detours: readonly string[]]>([
    ['goTo enters a detour and plays its first stop', start('s2/1'), goTo('s1/0'), 's1/0', 'play', ['s2/1']],
    ['goTo settles a later stop of a detour', start('s2/1'), goTo('s1/1'), 's1/1', 'settled', ['s2/1']],
    ['goTo enters a detour from a detour', inDetour('s1/1', 's2/1'), goTo('s3/0'), 's3/0', 'play', ['s2/1', 's1/1']],
    ['goTo back to an outer detour ends the inner one', inDetour('s3/0', 's2/1', 's1/1'), goTo('s1/1'), 's1/1', 'settled', ['s2/1']],
    ['goTo the way ends all detours', inDetour('s3/0', 's2/1', 's1/1'), goTo('s0/0'), 's0/0', 'settled', []],
    ['next goes on in a detour', inDetour('s1/0', 's2/1'), press('next'), 's1/1', 'play', ['s2/1']],
    ['next settles what plays in a detour', { ...inDetour('s1/1', 's2/1'), phase: 'play' }, press('next'), 's1/1', 'settled', ['s2/1']],
    ['next at its end returns', inDetour('s1/1', 's2/1'), press('next'), 's2/1', 'settled', []],
    ['next at the end of a nested one returns one level', inDetour('s3/0', 's2/1', 's1/0'), press('next'), 's1/0', 'settled', ['s2/1']],
    ['prev goes back in a detour', inDetour('s1/1', 's2/1'), press('prev'), 's1/0', 'settled', ['s2/1']],
    ['prev at its first stop returns', inDetour('s1/0', 's2/1'), press('prev'), 's2/1', 'settled', []],
    ['Home returns to the way', inDetour('s3/0', 's2/1', 's1/0'), press('first'), 's2/1', 'settled', []],
    ['End goes to the end of the way', inDetour('s3/0', 's2/1', 's1/0'), press('last'), 's4/0', 'settled', []],
    ['nextScene returns', inDetour('s1/0', 's2/1'), press('nextScene'), 's2/1', 'settled', []],
    ['prevScene goes to the first stop of the detour', inDetour('s1/1', 's2/1'), press('prevScene'), 's1/0', 'settled', ['s2/1']],
    ['prevScene at the first stop returns', inDetour('s1/0', 's2/1'), press('prevScene'), 's2/1', 'settled', []],
    ['leaveDetour returns one level', inDetour('s3/0', 's2/1', 's1/0'), { type: 'leaveDetour', at: 1 }, 's1/0', 'settled', ['s2/1']],
    ['after a deep link, next at the end returns to the way before it', inDetour('s1/1'), press('next'), 's0/1', 'settled', []],
    ['after a deep link, Home returns to the way before it', inDetour('s3/0'), press('first'), 's2/2', 'settled', []],
    ['End of the way is not followed by a detour', start('s4/0'), press('next'), 's4/0', 'settled', []],
    ['nextScene in the last scene of the way goes to its end', start('s4/0'), press('nextScene'), 's4/0', 'settled', []],
  ])('%s', (_, from, action, to, phase, detours) => {
    const moved = movePosition(from, action, CONTEXT);
    expect([keyOf(moved), moved.phase, (moved.detours ?? []).map(({ from: key }) => key)]).toEqual([to, phase, detours]);
  });

  test.each(['next', 'prev'] as const)('a burst of %s leaves a detour, and does nothing else', (type) => {
    let position = inDetour(type === 'next' ? 's1/0' : 's1/1', 's2/1');
    for (let time = 0; time < 2000; time += 40) position = movePosition(position, { type, at: time, repeat: time > 0 }, CONTEXT);
    expect(keyOf(position)).toBe('s2/1');
    position = movePosition(position, { type, at: 2000 + 100 }, CONTEXT);
    expect(keyOf(position)).toBe('s2/1');
    position = movePosition(position, { type, at: 2000 + 500 }, CONTEXT);
    expect(keyOf(position)).toBe(type === 'next' ? 's2/2' : 's2/0');
  });

  test('a deep link plays the first stop of a detour', () => {
    expect(initialPosition(CONTEXT, at('s1/0'), 0).phase).toBe('play');
    expect(initialPosition(CONTEXT, at('s1/1'), 0).phase).toBe('settled');
  });

  test('the way stop is where the outermost detour was left from', () => {
    const stops = [inDetour('s3/0', 's2/1', 's1/0'), inDetour('s1/0'), start('s2/0')].map((each) => stopKey(wayStopOf(TIMELINE, each)));
    expect(stops).toEqual(['s2/1', 's0/1', 's2/0']);
  });
});

describe('reduceShow', () => {
  const show = (position: Position, more: Partial<ShowState> = {}): ShowState => ({
    ...initialShow(position, DEFAULT_SETTINGS),
    connected: true,
    ...more,
  });
  const run = (from: ShowState, ...types: Command['type'][]): ShowState =>
    types.reduce((state, type, index) => reduceShow(state, { type, at: (index + 1) * 1000 } as Command, CONTEXT), from);

  test.each<[what: string, from: string, to: string]>([
    ['that its notes name', 's0/0', 's3/0'],
    ['that follows, of two that are as near', 's2/0', 's3/0'],
    ['that is nearest', 's0/1', 's1/0'],
  ])('q enters the detour %s, and goes back', (_, from, to) => {
    const entered = run(show(start(from)), 'detour');
    expect(keyOf(entered.position)).toBe(to);
    expect(keyOf(run(entered, 'detour').position)).toBe(from);
  });

  test('Esc closes what is on top, then leaves the detour, then ends autoplay', () => {
    const there = show(inDetour('s1/1', 's2/1'), { overlay: 'help', curtain: 'black', autoplay: true });
    const states = ['escape', 'escape', 'escape'].reduce<ShowState[]>((list) => [...list, run(list.at(-1)!, 'escape')], [there]).slice(1);
    expect(states.map(({ overlay, curtain, position }) => [overlay, curtain, keyOf(position)])).toEqual([
      [undefined, 'black', 's1/1'],
      [undefined, 'open', 's1/1'],
      [undefined, 'open', 's2/1'],
    ]);
  });

  test('counts the time of detours when the last one is left', () => {
    const left = run(show(inDetour('s1/1', 's2/1')), 'escape');
    expect(left.detourMs).toBe(4000);
    expect(run(show(inDetour('s3/0', 's2/1', 's1/1')), 'escape').detourMs).toBe(0);
  });

  test('autoplay goes on after a detour', () => {
    const playing = show(inDetour('s1/1', 's2/1'), { autoplay: true });
    const returned = reduceShow(playing, { type: 'autoAdvance', arrival: 3, at: 1 }, CONTEXT);
    const next = reduceShow(returned, { type: 'autoAdvance', arrival: returned.position.arrival, at: 2 }, CONTEXT);
    expect([returned, next].map(({ position }) => keyOf(position))).toEqual(['s2/1', 's2/2']);
  });

  test.each<[what: string, from: ShowState, dropped: readonly string[]]>([
    ['an optional stop ahead', show(start('s0/0')), ['s2/1']],
    ['no stop that is on stage', show(start('s2/1')), []],
    ['no stop behind', show(start('s2/2')), []],
    ['no stop behind what the room sees', show(start('s0/0'), { frozen: start('s2/2') }), []],
    ['no stop that a detour was left from', show(inDetour('s1/0', 's2/1')), []],
    ['one that is ahead of where the detour was left from', show(inDetour('s1/0', 's0/1')), ['s2/1']],
  ])('drops %s', (_, from, dropped) => {
    const command = { type: 'drop', stops: ['s2/1', 's0/1', 'unknown/0'], at: 1 } as const;
    expect(reduceShow(from, command, CONTEXT).dropped).toEqual(dropped);
    const restore = { type: 'restore', stops: ['s2/1'], at: 1 } as const;
    expect(reduceShow({ ...from, dropped: ['s2/1'] }, restore, CONTEXT).dropped).toEqual(dropped.length > 0 ? [] : ['s2/1']);
  });
});

test('notes show the titles of detours', () => {
  expect(notesText(STORY, 'If asked: [[s1]], not \\[[s1]].')).toBe('If asked: Scene 1, not [[s1]].');
});
