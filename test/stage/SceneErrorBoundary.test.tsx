// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stopAt, createTimeline } from '../../src/core/timeline';
import { SceneErrorBoundary } from '../../src/stage/SceneErrorBoundary';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const timeline = createTimeline(
  fakeStory([[fakeStep({ textLines: ['first line', 'second line'] })], [fakeStep({ textLines: ['other'] })]]),
  describeFake,
);

function Broken(): ReactElement {
  throw new Error('the page has no name');
}

afterEach(cleanup);

describe('SceneErrorBoundary', () => {
  it('shows a card with the error and the text of the stop when a scene throws', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    render(
      <SceneErrorBoundary stop={stopAt(timeline, 0)}>
        <Broken />
      </SceneErrorBoundary>,
    );
    const card = screen.getByRole('alert');
    expect(card.textContent).toContain('“Scene 0” cannot be shown');
    expect(card.textContent).toContain('the page has no name');
    expect(card.textContent).toContain('second line');
  });

  it('renders the next stop after an error', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { rerender } = render(
      <SceneErrorBoundary stop={stopAt(timeline, 0)}>
        <Broken />
      </SceneErrorBoundary>,
    );
    rerender(
      <SceneErrorBoundary stop={stopAt(timeline, 1)}>
        <p>fine</p>
      </SceneErrorBoundary>,
    );
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('fine')).toBeTruthy();
  });
});
