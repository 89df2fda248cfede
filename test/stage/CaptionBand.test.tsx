import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { CaptionBand } from '../../src/stage/CaptionBand';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { createFixedClock, createTestPlayer } from '../support/testPlayer';

afterEach(cleanup);

const story = {
  ...fakeStory([[fakeStep({ caption: 'A token for {{user}}.' }), fakeStep()], [fakeStep({ caption: 'قراءة /etc/hosts الآن' })]]),
  variables: { user: { value: 'Ann', open: false } },
};
const timeline = createTimeline(fillStory(story), describeFake);
const open = (stop: number) => {
  const player = createTestPlayer(stop, createFixedClock(), timeline);
  return { player, ...render(<CaptionBand player={player} />) };
};
const shown = (): string | null => screen.getByRole('status').textContent;

describe('the band with captions', () => {
  it('shows the caption of the stop, with variables filled in', () => {
    open(0);
    expect(shown()).toBe('A token for Ann.');
  });

  it('is empty at a stop without one, whose notes stay private', () => {
    const { container, player } = open(0);
    act(() => player.press('next'));
    expect(shown()).toBe('');
    expect(container.textContent).not.toContain('Say');
  });

  it('has space for every caption of the story at each stop', () => {
    const spaces = [0, 1, 2].map((stop) => {
      const { container, unmount } = open(stop);
      const texts = [...container.querySelectorAll('p[aria-hidden]')].map(({ textContent }) => textContent);
      unmount();
      return texts;
    });
    expect(spaces[0]).toEqual(['A token for Ann.', '', 'قراءة /etc/hosts الآن']);
    expect(spaces).toEqual([spaces[0], spaces[0], spaces[0]]);
  });

  it('does not exist in a story without captions', () => {
    expect(render(<CaptionBand player={createTestPlayer()} />).container.innerHTML).toBe('');
  });
});
