// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Position } from '../../src/core/position';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { StageView } from '../../src/stage/StageView';

const story = fillStory(builtStory);

const timeline = createTimeline(story, describeStep);
afterEach(cleanup);

/** jsdom has no layout, so no size ever changes. */
class FakeResizeObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', FakeResizeObserver);

function stageAt(stop: number, phase: Position['phase'] = 'settled', onNext = vi.fn<() => void>()) {
  return (
    <StageView
      timeline={timeline}
      position={{ stop, phase, since: 0, arrival: 0 }}
      onNext={onNext}
      renderTerminal={({ stop: { index } }) => <p>terminal {index}</p>}
    />
  );
}

describe('StageView', () => {
  it('shows the last terminal stop behind a page', () => {
    render(stageAt(3));
    expect(screen.getByText('terminal 1')).toBeTruthy();
    expect(screen.getByRole('region', { name: timeline.stops[3]!.address! })).toBeTruthy();
  });

  it('shows the previous page with its transition text, then the next page', () => {
    const { rerender } = render(stageAt(4, 'enter'));
    expect(screen.getByText('Verifying credentials & redirecting to Cognito...')).toBeTruthy();
    expect(screen.getByText('Verify & Continue')).toBeTruthy();
    rerender(stageAt(4));
    expect(screen.queryByText('Verifying credentials & redirecting to Cognito...')).toBeNull();
    expect(screen.getByText('Authorization Successful')).toBeTruthy();
  });

  it('shows both sides of the board and its closing line at the last stop', () => {
    const { container } = render(stageAt(11));
    const text = container.textContent;
    for (const line of [...timeline.stops[10]!.textLines, ...timeline.stops[11]!.textLines]) {
      for (const word of line.split(/\s+/u)) expect(text).toContain(word);
    }
    expect(container.querySelectorAll('.side')).toHaveLength(2);
  });

  it('renders the same for a stop reached directly and through its phases', () => {
    for (const { index } of timeline.stops) {
      const direct = render(stageAt(index));
      const stepped = render(stageAt(Math.max(0, index - 1), 'enter'));
      stepped.rerender(stageAt(index, 'enter'));
      stepped.rerender(stageAt(index, 'play'));
      stepped.rerender(stageAt(index));
      const withoutGenerated = (html: string): string => html.replaceAll(/ style="[^"]*"/gu, '').replaceAll(/_r_[^"]*_/gu, '');
      expect(withoutGenerated(stepped.container.innerHTML)).toBe(withoutGenerated(direct.container.innerHTML));
      cleanup();
    }
  });
});
