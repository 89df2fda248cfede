// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { scheduleTalk } from '../../src/core/talkTime';
import { createTimeline } from '../../src/core/timeline';
import { TimePanel } from '../../src/speaker/TimePanel';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';

afterEach(cleanup);

const timeline = createTimeline(fakeStory([[fakeStep(), fakeStep({ optional: true })]]), describeFake);

test.each([
  [0, 'Drop 1.2: you end on time'],
  [0.4, 'Drop 1.2: you end on time'],
  [0.6, 'Drop 1.2: you end 0:01 late'],
  [75, 'Drop 1.2: you end 1:15 late'],
])('The advice for a talk that would still end %d s late names whole seconds', (late, text) => {
  const clock = new ManualClock();
  render(
    <TimePanel
      clock={clock}
      timeline={timeline}
      schedule={scheduleTalk(timeline, timeline, undefined)}
      show={{ stop: 0, startedAt: clock.wallTime() }}
      advise={() => ({ stops: timeline.stops.slice(1), late })}
      onDrop={() => {}}
      pausesWithBlack={false}
      onTogglePause={() => {}}
      onTimer={() => {}}
    />,
  );
  expect(screen.getByRole('button', { name: /Drop/u }).textContent).toBe(text);
});
