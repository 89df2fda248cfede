import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialPosition, reducePosition, type PositionAction, type Position } from '../../src/core/position';
import { TIMELINE } from '../support/timeline';

const LAST = TIMELINE.stops.length - 1;
const SCENE_STARTS = [0, 2, 3, 4, 5];

/** A random action. Its time and arrival are filled in during the walk. */
type RandomAction =
  | { readonly type: 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene'; readonly wait: number; readonly repeat: boolean }
  | { readonly type: 'goTo'; readonly wait: number; readonly stop: number }
  | { readonly type: 'elapse'; readonly wait: number; readonly arrivalsAgo: number; readonly phase: Position['phase'] | 'current' };

const wait = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 200, max: 300 }), fc.integer({ min: 300, max: 4000 }));
const randomAction: fc.Arbitrary<RandomAction> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('next' as const), wait, repeat: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('prev' as const), wait, repeat: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('first' as const, 'last' as const, 'nextScene' as const, 'prevScene' as const),
      wait,
      repeat: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('goTo' as const), wait, stop: fc.integer({ min: -3, max: 20 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('elapse' as const),
      wait,
      arrivalsAgo: fc.constantFrom(0, 0, 0, 1, 2, -1),
      phase: fc.constantFrom('current' as const, 'enter' as const, 'play' as const),
    }),
  },
);

/** A second, simpler implementation to compare with: the remaining phases of the stop and the time of the last press. */
interface Model {
  stop: number;
  remainingPhases: ('enter' | 'play')[];
  lastPressAt: number;
}

function phasesOf(stop: number, motion: boolean): Model['remainingPhases'] {
  const { enterMs, playMs } = TIMELINE.stops[stop]!;
  return motion ? [...(enterMs > 0 ? (['enter'] as const) : []), ...(playMs > 0 ? (['play'] as const) : [])] : [];
}

function updateModel(model: Model, action: PositionAction, isCurrentTimer: boolean, motion: boolean): void {
  if (action.type === 'elapse') {
    if (isCurrentTimer) model.remainingPhases.shift();
    return;
  }
  const isBurst = action.type !== 'goTo' && (action.repeat === true || action.at - model.lastPressAt < 250);
  if (action.type !== 'goTo') model.lastPressAt = action.at;
  const isPlaying = model.remainingPhases.length > 0;
  model.remainingPhases = [];
  if (action.type === 'next') {
    if ((isPlaying && !isBurst) || model.stop === LAST) return;
    model.stop += 1;
    model.remainingPhases = phasesOf(model.stop, motion);
  } else if (action.type === 'prev') model.stop = Math.max(0, model.stop - 1);
  else if (action.type === 'first') model.stop = 0;
  else if (action.type === 'last') model.stop = LAST;
  else if (action.type === 'goTo') model.stop = Math.min(LAST, Math.max(0, action.stop));
  else if (action.type === 'nextScene') model.stop = SCENE_STARTS.filter((start) => start > model.stop)[0] ?? LAST;
  else model.stop = SCENE_STARTS.filter((start) => start < model.stop).at(-1) ?? 0;
}

test('agrees with the model for more than 10,000 random actions', () => {
  let actions = 0;
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 0, max: LAST }),
      fc.array(randomAction, { minLength: 60, maxLength: 120 }),
      (motion, start, list) => {
        const context = { timeline: TIMELINE, motion, wallTime: 0 };
        let position = initialPosition(context, start, 0);
        const model: Model = {
          stop: start,
          remainingPhases: start === 0 ? phasesOf(0, motion) : [],
          lastPressAt: Number.NEGATIVE_INFINITY,
        };
        let now = 0;
        for (const each of list) {
          now += each.wait;
          actions += 1;
          const phase = each.type === 'elapse' && each.phase !== 'current' ? each.phase : position.phase;
          const action: PositionAction =
            each.type === 'elapse'
              ? { type: 'elapse', arrival: position.arrival - each.arrivalsAgo, phase, at: now }
              : { ...each, at: now };
          const isCurrentTimer =
            each.type === 'elapse' && each.arrivalsAgo === 0 && phase === position.phase && model.remainingPhases.length > 0;
          const before = position;
          position = reducePosition(position, action, context);
          updateModel(model, action, isCurrentTimer, motion);
          expect({ stop: position.stop, phase: position.phase }).toEqual({
            stop: model.stop,
            phase: model.remainingPhases[0] ?? 'settled',
          });
          if (each.type === 'elapse' && !isCurrentTimer) expect(position).toBe(before);
          if (position.stop !== before.stop) expect(position.arrival).toBe(before.arrival + 1);
        }
      },
    ),
    { numRuns: 200, seed: 20_260_101 },
  );
  expect(actions).toBeGreaterThanOrEqual(10_000);
});
