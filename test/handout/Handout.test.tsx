import { cleanup, render, screen, within } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { afterEach, describe as group, expect, it, vi } from 'vitest';
import type { Story } from '../../src/core/story';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { Handout } from '../../src/handout/Handout';
import { loadHandoutOptions } from '../../src/handout/loadHandoutOptions';
import { describeStep } from '../../src/kinds/registry';

const timeline = createTimeline(fillStory(builtStory), describeStep);
afterEach(cleanup);

/** jsdom has no layout, so nothing ever changes size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);

/** The handout an address asks for. */
const show = async (search: string, told: Pick<Story, 'wire'> = timeline.story) =>
  render(<Handout timeline={timeline} options={await loadHandoutOptions(new URLSearchParams(search), told)} />);

group('Handout', () => {
  it('has a heading for the story, each scene and each stop, in order, and none of the pictures’ own', async () => {
    const { container } = await show('');
    const headings = [...container.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
      (each) => each.getAttribute('role') !== 'presentation',
    );
    const { story, stops } = timeline;
    const expected = stops.flatMap((stop) => [
      ...(stop.index === 0 ? [`1 ${story.title}`] : []),
      ...(stop.step === 0 ? [`2 ${stop.sceneIndex + 1}. ${stop.scene.title}`] : []),
      `3 ${stop.source.title}`,
    ]);
    expect(headings.map((each) => `${each.tagName.at(-1)} ${each.textContent}`)).toEqual(expected);
  });

  it('holds every word of the terminal as text that is not hidden from anybody', async () => {
    const { container } = await show('');
    const page = container.querySelector<HTMLElement>('#agent-1')!;
    expect(
      within(page).getByText('Server returned: 401 Unauthorized — Bearer token required').closest('[aria-hidden], [inert]'),
    ).toBeNull();
  });

  it('has nothing to press or to move to', async () => {
    const { container } = await show('');
    const controls = [...container.querySelectorAll<HTMLElement>('a, button, input')];
    expect(controls.length).toBeGreaterThan(3);
    expect(controls.filter(({ tabIndex }) => tabIndex >= 0)).toEqual([]);
  });

  it('shows notes, words, one scene and a theme when asked, and not otherwise', async () => {
    const { say } = timeline.stops[0]!.source.notes;
    const { container, unmount } = await show('scene=agent&notes&transcript&theme=dark');
    expect(screen.getByText(say)).toBeTruthy();
    expect(container.querySelectorAll('.handout__transcript')).toHaveLength(2);
    expect(container.querySelectorAll('.handout__page')).toHaveLength(2);
    expect(container.querySelector('[data-theme="dark"]')).toBeTruthy();
    unmount();
    const plain = (await show('theme=<b>')).container;
    expect(screen.queryByText(say)).toBeNull();
    expect(plain.querySelector('.handout__transcript')).toBeNull();
    expect(plain.querySelector('[data-theme="light"]')).toBeTruthy();
  });

  it('lists what crosses at each stop when asked, where the screen simplifies, and once what the marks mean', async () => {
    const { container } = await show('wire');
    const groups = [...container.querySelectorAll('[aria-label="On the wire"]')];
    expect(groups).toHaveLength(timeline.stops.length);
    const first = within(container.querySelector<HTMLElement>('#agent-0')!);
    expect(first.getByText('POST /mcp initialize').closest('li')?.textContent).toBe(
      'Agent → MCP server: POST /mcp initialize (as deployed) No Authorization header: the agent has no token.',
    );
    expect(first.getByText(/The published backend does this/u)).toBeTruthy();
    expect(screen.getAllByText(/The published backend does this/u)).toHaveLength(1);
    expect(
      within(container.querySelector<HTMLElement>('#agent-1')!).getByText(
        'No tools/call crosses: there is no session yet. What is refused is initialize.',
      ),
    ).toBeTruthy();
  });

  it('of a story that does not tell is as if nobody had asked', async () => {
    const { container } = await show('wire', { wire: undefined });
    expect(container.querySelector('.handout__wire')).toBeNull();
    expect(container.querySelector('style')?.textContent).toContain('1280px 720px');
  });
});
