// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundIn, KEYMAP } from '../../src/core/keymap';
import { keyNames } from '../../src/overlays/keyCaps';
import { furnish, openOverlay } from '../support/renderOverlay';
import { wiredPlayer } from '../support/testPlayer';

beforeEach(furnish);
afterEach(cleanup);

describe('Help', () => {
  it('shows every key there is, with what it does and what does the same', () => {
    openOverlay('help', wiredPlayer());
    for (const { label, keys, also } of KEYMAP) {
      const row = screen.getByText(label, { selector: 'dt' }).closest('div');
      const shown = [...(row?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].map((each) => each.dataset['key']);
      expect(shown).toEqual(keys);
      if (also !== undefined) expect(row?.textContent).toContain(also);
    }
  });

  it('groups them', () => {
    openOverlay('help', wiredPlayer());
    for (const group of new Set(KEYMAP.map((each) => each.group))) {
      const section = screen.getByRole('heading', { name: group }).closest('section');
      expect(section?.querySelectorAll('dt')).toHaveLength(KEYMAP.filter((each) => each.group === group).length);
    }
  });

  it('leaves out what the story has not', () => {
    const { player } = openOverlay('help');
    expect(boundIn(player.getState().timeline.story)).not.toEqual(KEYMAP);
    expect(screen.queryByText('Under the wire')).toBeNull();
  });

  it.each([
    ['n', ['N']],
    [' ', ['Space']],
    ['Shift+ ', ['Shift', 'Space']],
    ['Alt+ArrowLeft', ['Alt', '←']],
    ['+', ['+']],
    ['-', ['−']],
    ['PageDown', ['PageDown']],
    ['F5', ['F5']],
    ['Ctrl+Shift+F5', ['Ctrl', 'Shift', 'F5']],
    ['Escape', ['Esc']],
    ['é', ['É']],
  ])('names the key %j as keyboards do', (key, caps) => {
    expect(keyNames(key).map(({ cap }) => cap)).toEqual(caps);
  });

  it('says signs in words', () => {
    for (const { cap, said } of KEYMAP.flatMap(({ keys }) => keys).flatMap(keyNames))
      if (!/^[\p{L}\d]+$/u.test(cap)) expect(said, cap).toBeTruthy();
  });

  it.each([
    ['Check the room', 'preflight'],
    ['Rehearse', 'rehearsal'],
  ] as const)('leads to %s', async (name, overlay) => {
    const room = openOverlay('help');
    await room.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: new RegExp(name, 'u') }));
    expect(room.overlay()).toBe(overlay);
  });

  it.each(['{Escape}', '?', '{ArrowRight}'])('closes with %s, and the stage has not moved', async (key) => {
    const room = openOverlay('help');
    await room.user.keyboard(key);
    expect(room.overlay()).toBeUndefined();
    expect(room.stop()).toBe(2);
  });
});
