// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stopAt, timelineOf } from '../../src/core/timeline';
import { SceneBoundary } from '../../src/stage/SceneErrorBoundary';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

const timeline = timelineOf(
  fakeStory([[fakeStep({ lines: ['first line', 'second line'] })], [fakeStep({ lines: ['other'] })]]),
  describeFake,
);

function Broken(): ReactElement {
  throw new Error('the page has no name');
}

afterEach(cleanup);

describe('SceneBoundary', () => {
  it('puts a plain card with the reason and the stop’s words in place of a scene that throws', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    render(
      <SceneBoundary stop={stopAt(timeline, 0)}>
        <Broken />
      </SceneBoundary>,
    );
    const card = screen.getByRole('alert');
    expect(card.textContent).toContain('“Scene 0” cannot be shown');
    expect(card.textContent).toContain('the page has no name');
    expect(card.textContent).toContain('second line');
  });

  it('tries the next stop afresh', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { rerender } = render(
      <SceneBoundary stop={stopAt(timeline, 0)}>
        <Broken />
      </SceneBoundary>,
    );
    rerender(
      <SceneBoundary stop={stopAt(timeline, 1)}>
        <p>fine</p>
      </SceneBoundary>,
    );
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('fine')).toBeTruthy();
  });
});
