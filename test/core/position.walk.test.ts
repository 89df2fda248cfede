import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialPosition, reducePosition, type PositionAction, type Position } from '../../src/core/position';
import { TIMELINE } from '../support/timeline';

const LAST = TIMELINE.stops.length - 1;
const SCENE_STARTS = [0, 2, 3, 4, 5];

/** What may happen next, before the walk knows which arrival it meets. */
type Move =
  | { readonly type: 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene'; readonly wait: number; readonly repeat: boolean }
  | { readonly type: 'goTo'; readonly wait: number; readonly stop: number }
  | { readonly type: 'elapse'; readonly wait: number; readonly late: number; readonly phase: Position['phase'] | 'current' };

const wait = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 200, max: 300 }), fc.integer({ min: 300, max: 4000 }));
const move: fc.Arbitrary<Move> = fc.oneof(
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
      late: fc.constantFrom(0, 0, 0, 1, 2, -1),
      phase: fc.constantFrom('current' as const, 'enter' as const, 'play' as const),
    }),
  },
);

/** The rule of the stage, told the long way: what is left to play here, and when somebody last pressed. */
interface Model {
  stop: number;
  left: ('enter' | 'play')[];
  pressed: number;
}

function phasesOf(stop: number, motion: boolean): Model['left'] {
  const { enterMs, playMs } = TIMELINE.stops[stop]!;
  return motion ? [...(enterMs > 0 ? (['enter'] as const) : []), ...(playMs > 0 ? (['play'] as const) : [])] : [];
}

function follow(model: Model, action: PositionAction, fresh: boolean, motion: boolean): void {
  if (action.type === 'elapse') {
    if (fresh) model.left.shift();
    return;
  }
  const burst = action.type !== 'goTo' && (action.repeat === true || action.at - model.pressed < 250);
  if (action.type !== 'goTo') model.pressed = action.at;
  const playing = model.left.length > 0;
  model.left = [];
  if (action.type === 'next') {
    if ((playing && !burst) || model.stop === LAST) return;
    model.stop += 1;
    model.left = phasesOf(model.stop, motion);
  } else if (action.type === 'prev') model.stop = Math.max(0, model.stop - 1);
  else if (action.type === 'first') model.stop = 0;
  else if (action.type === 'last') model.stop = LAST;
  else if (action.type === 'goTo') model.stop = Math.min(LAST, Math.max(0, action.stop));
  else if (action.type === 'nextScene') model.stop = SCENE_STARTS.filter((start) => start > model.stop)[0] ?? LAST;
  else model.stop = SCENE_STARTS.filter((start) => start < model.stop).at(-1) ?? 0;
}

test('over 10,000 random actions follow the rule', () => {
  let actions = 0;
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 0, max: LAST }),
      fc.array(move, { minLength: 60, maxLength: 120 }),
      (motion, start, moves) => {
        const rules = { timeline: TIMELINE, motion };
        let position = initialPosition(rules, start, 0);
        const model: Model = { stop: start, left: start === 0 ? phasesOf(0, motion) : [], pressed: Number.NEGATIVE_INFINITY };
        let now = 0;
        for (const each of moves) {
          now += each.wait;
          actions += 1;
          const phase = each.type === 'elapse' && each.phase !== 'current' ? each.phase : position.phase;
          const action: PositionAction =
            each.type === 'elapse' ? { type: 'elapse', arrival: position.arrival - each.late, phase, at: now } : { ...each, at: now };
          const fresh = each.type === 'elapse' && each.late === 0 && phase === position.phase && model.left.length > 0;
          const before = position;
          position = reducePosition(position, action, rules);
          follow(model, action, fresh, motion);
          expect({ stop: position.stop, phase: position.phase }).toEqual({ stop: model.stop, phase: model.left[0] ?? 'settled' });
          if (each.type === 'elapse' && !fresh) expect(position).toBe(before);
          if (position.stop !== before.stop) expect(position.arrival).toBe(before.arrival + 1);
        }
      },
    ),
    { numRuns: 200, seed: 20_260_101 },
  );
  expect(actions).toBeGreaterThanOrEqual(10_000);
});
