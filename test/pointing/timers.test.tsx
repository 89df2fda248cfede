// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TOOLS, type Tool } from '../../src/core/tools';
import { PointingLayer } from '../../src/pointing/PointingLayer';
import { PointingLink } from '../../src/pointing/pointingLink';
import { ChannelHub } from '../support/channelHub';
import { createMemoryStore } from '../support/testPlayer';

const BOX = { width: 800, height: 450, unit: 0.5 };
/** Milliseconds after which a message to the other windows has been sent; shorter than any time of a tool. */
const SENT_MS = 200;

beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.setPointerCapture = () => {};
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function setUp(tool: Tool) {
  const link = new PointingLink(new ChannelHub().open(), 'fake', createMemoryStore());
  const disconnect = link.connect();
  const view = (shown: Tool | undefined) => (
    <PointingLayer link={link} tool={shown} stop="a/0" box={BOX} motion zoomsFocus={false} isStage />
  );
  const { container, rerender, unmount } = render(view(tool));
  const surface = container.querySelector('.pointing__surface')!;
  act(() => {
    link.dispatch({ type: 'lit', area: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } });
    fireEvent.pointerDown(surface, { pointerId: 1, button: 0, clientX: 10, clientY: 10 });
    for (const clientX of [20, 30, 40]) fireEvent.pointerMove(surface, { pointerId: 1, clientX, clientY: 10 });
    fireEvent.wheel(surface, { deltaY: 100 });
  });
  return { disconnect, unmount, end: () => rerender(view(undefined)) };
}

describe.each(TOOLS)('%s', (tool) => {
  it('leaves no timer when it ends', () => {
    const { end, disconnect } = setUp(tool);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    end();
    disconnect();
    vi.advanceTimersByTime(SENT_MS);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer when the stage goes away', () => {
    const { unmount, disconnect } = setUp(tool);
    unmount();
    disconnect();
    vi.advanceTimersByTime(SENT_MS);
    expect(vi.getTimerCount()).toBe(0);
  });
});
