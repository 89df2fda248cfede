import { cleanup, render, screen, within } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Story } from '../../src/core/story';
import { createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { Handout } from '../../src/handout/Handout';
import { loadHandoutOptions } from '../../src/handout/loadHandoutOptions';
import { mountHandout } from '../../src/handout/mountHandout';
import { describeStep } from '../../src/kinds/registry';

const timeline = createTimeline(fillStory(builtStory), describeStep);
afterEach(cleanup);

/** jsdom has no layout, so nothing ever changes size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);

const renderHandout = async (search: string, story: Pick<Story, 'id' | 'wire'> = timeline.story) =>
  render(<Handout timeline={timeline} options={await loadHandoutOptions(new URLSearchParams(search), story)} />);

describe('Handout', () => {
  it('has headings for the story, each scene and each stop only', async () => {
    const { container } = await renderHandout('');
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

  it('shows the terminal as text that assistive technology can read', async () => {
    const { container } = await renderHandout('');
    const page = container.querySelector<HTMLElement>('#agent-1')!;
    expect(
      within(page).getByText('Server returned: 401 Unauthorized — Bearer token required').closest('[aria-hidden], [inert]'),
    ).toBeNull();
  });

  it('has no controls in the tab order', async () => {
    const { container } = await renderHandout('');
    const controls = [...container.querySelectorAll<HTMLElement>('a, button, input')];
    expect(controls.length).toBeGreaterThan(3);
    expect(controls.filter(({ tabIndex }) => tabIndex >= 0)).toEqual([]);
  });

  it('shows notes, transcript, one scene and a theme only when asked', async () => {
    const { say } = timeline.stops[0]!.source.notes;
    const { container, unmount } = await renderHandout('scene=agent&notes&transcript&theme=dark');
    expect(screen.getByText(say)).toBeTruthy();
    expect(container.querySelectorAll('.handout__transcript')).toHaveLength(2);
    expect(container.querySelectorAll('.handout__page')).toHaveLength(2);
    expect(container.querySelector('[data-theme="dark"]')).toBeTruthy();
    unmount();
    const plain = (await renderHandout('theme=<b>')).container;
    expect(screen.queryByText(say)).toBeNull();
    expect(plain.querySelector('.handout__transcript')).toBeNull();
    expect(plain.querySelector('[data-theme="light"]')).toBeTruthy();
  });

  it('shows captions only when asked, below each picture, on pages that have space for them', async () => {
    const { caption } = timeline.stops[0]!.source;
    const { container, unmount } = await renderHandout('captions');
    expect([...container.querySelectorAll('.handout__caption')].map(({ textContent }) => textContent)).toEqual(
      timeline.stops.map(({ source }) => source.caption),
    );
    expect(container.querySelector('style')?.textContent).toContain('size: 1280px 880px');
    unmount();
    await renderHandout('notes&transcript');
    expect(screen.queryByText(caption!)).toBeNull();
  });

  it('lists the messages of each stop with their clarifications when asked, and the legend once', async () => {
    const { container } = await renderHandout('wire');
    const groups = [...container.querySelectorAll('[aria-label="On the wire"]')];
    expect(groups).toHaveLength(timeline.stops.length);
    const first = within(container.querySelector<HTMLElement>('#agent-0')!);
    expect(first.getByText('POST /mcp initialize').closest('li')?.textContent).toBe(
      'Agent → MCP server: POST /mcp initialize as deployed No Authorization header: the agent has no token.',
    );
    expect(first.getByText(/The published backend does this/u)).toBeTruthy();
    expect(screen.getAllByText(/The published backend does this/u)).toHaveLength(1);
    const legend = [...container.querySelectorAll<HTMLElement>('.handout__legend .mark')];
    expect(legend.map(({ textContent }) => textContent)).toEqual(['as deployed', 'AWS', 'added']);
    expect(legend[0]!.style.getPropertyValue('--mark')).toBe('var(--role-ok)');
    expect(
      within(container.querySelector<HTMLElement>('#agent-1')!).getByText(
        'No tools/call crosses: there is no session yet. What is refused is initialize.',
      ),
    ).toBeTruthy();
  });

  it('ignores the query for a story without wire data', async () => {
    const { container } = await renderHandout('wire', { id: 'fake', wire: undefined });
    expect(container.querySelector('.handout__wire')).toBeNull();
    expect(container.querySelector('style')?.textContent).toContain('1280px 720px');
  });
});

it('says above the pages what is wrong with the address', () => {
  const options = {
    theme: 'light',
    captions: false,
    notes: false,
    transcript: false,
    wire: undefined,
    marks: undefined,
    scene: undefined,
  } as const;
  const notice = 'There is no such short version.';
  const unmount = mountHandout(timeline, { ...options, notice, mode: 'page', page: ({ children }) => children });
  const shown = document.querySelector('[role=status]');
  expect(shown?.textContent).toBe(notice);
  // It has the colours of the pages.
  expect(shown?.closest('.handout')?.getAttribute('data-theme')).toBe('light');
  unmount();
  expect(document.querySelector('[role=status]')).toBeNull();
});
