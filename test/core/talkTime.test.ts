import { describe, expect, it } from 'vitest';
import { scheduleTalk, talkTimeAt } from '../../src/core/talkTime';
import { createTimeline } from '../../src/core/timeline';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const step = fakeStep({ dwell: 60 });
const plain = fakeStory([[step, step], [step], [step, { ...step, optional: true }]]);
const story = { ...plain, scenes: plain.scenes.map((scene, at) => ({ ...scene, detour: at === 1 })) };
const whole = createTimeline(story, describeFake);
const START = 1_000_000;
const detours = [{ from: 's0/1', since: START + 70_000 }];
const at = (seconds: number): number => START + seconds * 1000;

describe('the time of a talk', () => {
  it.each([
    ['on the way', { stop: 1 }, 100, { wayStop: 1, inDetours: undefined, ahead: 0 }],
    ['in a detour', { stop: 4, detours }, 100, { wayStop: 1, inDetours: 30, ahead: 0 }],
    ['in a detour that just began', { stop: 4, detours }, 70, { wayStop: 1, inDetours: 0, ahead: 0 }],
    ['late in a detour', { stop: 4, detours }, 700, { wayStop: 1, inDetours: 630, ahead: 0 }],
    ['after a detour', { stop: 2, detourMs: 20_000 }, 140, { wayStop: 2, inDetours: 20, ahead: 0 }],
    ['behind the plan after a detour', { stop: 0, detourMs: 20_000 }, 140, { wayStop: 0, inDetours: 20, ahead: -60 }],
    ['in a detour by a link', { stop: 4 }, 100, { wayStop: 1, inDetours: undefined, ahead: 0 }],
  ])('%s counts the way only against the plan', (_, show, seconds, expected) => {
    const { pace, ...time } = talkTimeAt(whole, scheduleTalk(whole, whole, undefined), { startedAt: START, ...show }, at(seconds));
    expect({ ...time, ahead: pace.ahead }).toEqual({ ...expected, elapsed: seconds, total: 240 });
  });

  it('keeps the planned end when a stop is dropped', () => {
    const left = createTimeline(story, describeFake, undefined, ['s2/1']);
    const schedule = scheduleTalk(whole, left, undefined);
    expect(schedule.spare).toBe(60);
    const { total, pace } = talkTimeAt(left, schedule, { startedAt: START, stop: 0 }, at(150));
    expect([total, pace.ahead]).toEqual([240, -30]);
  });
});
