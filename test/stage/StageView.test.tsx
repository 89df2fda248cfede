// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { afterEach, describe as group, expect, it, vi } from 'vitest';
import type { Position } from '../../src/core/position';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { StageView } from '../../src/stage/StageView';

const story = fillStory(builtStory);

const timeline = createTimeline(story, describeStep);
afterEach(cleanup);

/** jsdom has no layout, so nothing ever changes size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);

function show(stop: number, phase: Position['phase'] = 'settled', onNext = vi.fn<() => void>()) {
  return (
    <StageView
      timeline={timeline}
      position={{ stop, phase, since: 0, arrival: 0 }}
      onNext={onNext}
      renderTerminal={({ stop: { index } }) => <p>terminal {index}</p>}
    />
  );
}

group('StageView', () => {
  it('keeps the same terminal behind the pages', () => {
    render(show(3));
    expect(screen.getByText('terminal 1')).toBeTruthy();
    expect(screen.getByRole('region', { name: timeline.stops[3]!.address! })).toBeTruthy();
  });

  it('covers the page that is left with its words, then shows the next one', () => {
    const { rerender } = render(show(4, 'enter'));
    expect(screen.getByText('Verifying credentials & redirecting to Cognito...')).toBeTruthy();
    expect(screen.getByText('Verify & Continue')).toBeTruthy();
    rerender(show(4));
    expect(screen.queryByText('Verifying credentials & redirecting to Cognito...')).toBeNull();
    expect(screen.getByText('Authorization Successful')).toBeTruthy();
  });

  it('sets both ways side by side at the end, with the closing line', () => {
    const { container } = render(show(11));
    const words = container.textContent;
    for (const line of [...timeline.stops[10]!.textLines, ...timeline.stops[11]!.textLines]) {
      for (const word of line.split(/\s+/u)) expect(words).toContain(word);
    }
    expect(container.querySelectorAll('.side')).toHaveLength(2);
  });

  it('looks the same however a stop was reached', () => {
    for (const { index } of timeline.stops) {
      const fresh = render(show(index));
      const walked = render(show(Math.max(0, index - 1), 'enter'));
      walked.rerender(show(index, 'enter'));
      walked.rerender(show(index, 'play'));
      walked.rerender(show(index));
      const normal = (html: string): string => html.replaceAll(/ style="[^"]*"/gu, '').replaceAll(/_r_[^"]*_/gu, '');
      expect(normal(walked.container.innerHTML)).toBe(normal(fresh.container.innerHTML));
      cleanup();
    }
  });
});
