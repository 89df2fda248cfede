import { cleanup, render, screen, within } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { afterEach, describe as group, expect, it, vi } from 'vitest';
import { timelineOf } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { Handout } from '../../src/handout/Handout';
import { handoutOptions } from '../../src/handout/options';
import { describe } from '../../src/kinds/registry';

const timeline = timelineOf(fillStory(builtStory), describe);
afterEach(cleanup);

/** jsdom has no layout, so nothing ever changes size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);

/** The handout an address asks for. */
const show = (search: string) => render(<Handout timeline={timeline} options={handoutOptions(new URLSearchParams(search))} />);

group('Handout', () => {
  it('has a heading for the story, each scene and each stop, in order, and none of the pictures’ own', () => {
    const { container } = show('');
    const headings = [...container.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((each) => each.getAttribute('role') !== 'presentation');
    const { story, stops } = timeline;
    const expected = stops.flatMap((stop) => [
      ...(stop.index === 0 ? [`1 ${story.title}`] : []),
      ...(stop.step === 0 ? [`2 ${stop.sceneIndex + 1}. ${stop.scene.title}`] : []),
      `3 ${stop.source.title}`,
    ]);
    expect(headings.map((each) => `${each.tagName.at(-1)} ${each.textContent}`)).toEqual(expected);
  });

  it('holds every word of the terminal as text that is not hidden from anybody', () => {
    const { container } = show('');
    const page = container.querySelector<HTMLElement>('#agent-1')!;
    expect(within(page).getByText('Server returned: 401 Unauthorized — Bearer token required').closest('[aria-hidden], [inert]')).toBeNull();
  });

  it('has nothing to press or to move to', () => {
    const { container } = show('');
    const controls = [...container.querySelectorAll<HTMLElement>('a, button, input')];
    expect(controls.length).toBeGreaterThan(3);
    expect(controls.filter(({ tabIndex }) => tabIndex >= 0)).toEqual([]);
  });

  it('shows notes, words, one scene and a theme when asked, and not otherwise', () => {
    const { say } = timeline.stops[0]!.source.notes;
    const { container, unmount } = show('scene=agent&notes&transcript&theme=dark');
    expect(screen.getByText(say)).toBeTruthy();
    expect(container.querySelectorAll('.handout__words')).toHaveLength(2);
    expect(container.querySelectorAll('.handout__page')).toHaveLength(2);
    expect(container.querySelector('[data-theme="dark"]')).toBeTruthy();
    unmount();
    const plain = show('theme=<b>').container;
    expect(screen.queryByText(say)).toBeNull();
    expect(plain.querySelector('.handout__words')).toBeNull();
    expect(plain.querySelector('[data-theme="light"]')).toBeTruthy();
  });
});
