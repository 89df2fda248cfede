// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { scheduleTalk } from '../../src/core/talkTime';
import { createTimeline } from '../../src/core/timeline';
import { PhoneTime } from '../../src/speaker/phone/PhoneTime';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';

afterEach(cleanup);

test('A phone does not count a detour against the plan', () => {
  const step = fakeStep({ dwell: 60 });
  const plain = fakeStory([[step, step, step], [step]]);
  const timeline = createTimeline({ ...plain, scenes: plain.scenes.map((scene, at) => ({ ...scene, detour: at === 1 })) }, describeFake);
  const clock = new ManualClock();
  const now = clock.wallTime();
  const show = { stop: 3, startedAt: now - 300_000, detours: [{ from: 's0/0', since: now - 260_000 }] };
  render(<PhoneTime clock={clock} timeline={timeline} schedule={scheduleTalk(timeline, timeline, undefined)} show={show} />);
  expect(screen.getByText(/on time/u)).toBeTruthy();
  expect(screen.getByText('5:00')).toBeTruthy();
});
