import { afterEach, describe, expect, it, vi } from 'vitest';
import { bindKeyboard } from '../../src/player/keyboard';
import type { KeyEffects } from '../../src/player/keyboard';
import { bindPointingKeys } from '../../src/pointing/bindPointingKeys';
import { PointingLink } from '../../src/pointing/pointingLink';
import { ChannelHub } from '../support/channelHub';
import { createTestPlayer } from '../support/testPlayer';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  vi.restoreAllMocks();
});

function setUp() {
  const player = createTestPlayer();
  const link = new PointingLink(new ChannelHub().open(), 'fake');
  cleanups.push(
    bindKeyboard(player, {} as KeyEffects),
    bindPointingKeys(player, link, () => 'a/0'),
  );
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const key = (type: 'keydown' | 'keyup', name: string, at: number): void => {
    now.mockReturnValue(at);
    const event = new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    document.body.dispatchEvent(event);
  };
  return { player, link, key, tool: () => player.getState().show.tool };
}

describe('the laser’s key', () => {
  it('leaves the laser on after a short press, and ends it with the next one', () => {
    const { key, tool } = setUp();
    key('keydown', 'i', 1000);
    key('keyup', 'i', 1100);
    expect(tool()).toBe('laser');
    key('keydown', 'i', 5000);
    key('keyup', 'i', 5900);
    expect(tool()).toBeUndefined();
  });
  it('ends the laser when it is let go after it was held', () => {
    const { key, tool } = setUp();
    key('keydown', 'i', 1000);
    expect(tool()).toBe('laser');
    key('keyup', 'i', 2000);
    expect(tool()).toBeUndefined();
  });
  it('ends the laser when the window loses the focus while it is held', () => {
    const { key, tool } = setUp();
    key('keydown', 'i', 1000);
    dispatchEvent(new Event('blur'));
    expect(tool()).toBeUndefined();
  });
});

it('Delete removes the ink of the stop, and only that', () => {
  const { link, key } = setUp();
  const stroke = { id: 's', colour: 'blue', straight: true, points: [0, 0, 1, 1] } as const;
  for (const stop of ['a/0', 'a/1']) link.dispatch({ type: 'draw', stop, ...stroke });
  key('keydown', 'Delete', 1000);
  expect(Object.keys(link.getState().ink)).toEqual(['a/1']);
});
