import { expect, it } from 'vitest';
import { dwellMs } from '../../src/core/dwellMs';
import { initialPosition } from '../../src/core/position';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { initialShow, reduceShow, type ShowContext, type ShowState } from '../../src/core/show';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const step = fakeStep({ playMs: 700 });
const context: ShowContext = { timeline: createTimeline(fakeStory([[step, step], [step]]), describeFake), motion: true, wallTime: 5 };
const INITIAL = initialShow(initialPosition(context, 0, 0), { ...DEFAULT_SETTINGS, theme: 'light' });

it('reset leaves no field of the show state as a visitor left it', () => {
  // Whatever fields there are: each has a value that no fresh state has.
  const marked = Object.fromEntries(Object.keys(INITIAL).map((name) => [name, `left by the visitor: ${name}`]));
  const position = { stop: 2, phase: 'settled', since: 1, arrival: 7, lastPressAt: 3 } as const;
  const left = { ...marked, position, connected: false } as unknown as ShowState;
  expect(reduceShow(left, { type: 'reset', initial: INITIAL, at: 90 }, context)).toEqual({
    ...INITIAL,
    autoplay: true,
    position: { stop: 0, phase: 'play', since: 90, arrival: 8, lastPressAt: 3 },
  });
});

it('reset keeps whether a speaker window is connected', () => {
  const left = { ...INITIAL, connected: true, frozen: INITIAL.position, detourMs: 9 };
  expect(reduceShow(left, { type: 'reset', initial: INITIAL, at: 90 }, context)).toMatchObject({
    connected: true,
    freezeSign: undefined,
    detourMs: 0,
  });
});

it.each([
  ['nothing to read', {}, 3500, 3500],
  ['text of 170 cells', { textLines: ['x'.repeat(170)] }, 10_000, 10_000],
  ['a caption', { caption: 'x'.repeat(85) }, 3500, 5000],
  ['text and a caption', { textLines: ['x'.repeat(170)], caption: 'x'.repeat(85) }, 10_000, 15_000],
  ['a planned time', { dwell: 9, caption: 'x'.repeat(85) }, 9000, 9000],
  ['a planned time that is shorter than the caption', { dwell: 2, caption: 'x'.repeat(85) }, 2000, 5000],
  ['a caption of ideographs, which are two cells wide', { caption: '猫'.repeat(85) }, 3500, 10_000],
])('autoplay stays for %s, also with its caption', (_, shape, plain, withCaption) => {
  const [stop] = createTimeline(fakeStory([[fakeStep(shape)]]), describeFake).stops;
  expect([dwellMs(stop!), dwellMs(stop!, true)]).toEqual([plain, withCaption]);
});
