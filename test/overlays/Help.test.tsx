// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bindingsFor, KEYMAP } from '../../src/core/keymap';
import { keyCaps } from '../../src/overlays/keyCaps';
import { stubDialogApis, renderOverlay } from '../support/renderOverlay';
import { createFullPlayer } from '../support/testPlayer';

beforeEach(stubDialogApis);
afterEach(cleanup);

describe('Help', () => {
  it('lists every key with its label and other gestures', () => {
    renderOverlay('help', createFullPlayer());
    for (const { label, keys, otherGestures } of KEYMAP) {
      const row = screen.getByText(label, { selector: 'dt' }).closest('div');
      const shown = [...(row?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].map((each) => each.dataset['key']);
      expect(shown).toEqual(keys);
      if (otherGestures !== undefined) expect(row?.textContent).toContain(otherGestures);
    }
  });

  it('groups the keys', () => {
    renderOverlay('help', createFullPlayer());
    for (const group of new Set(KEYMAP.map((each) => each.group))) {
      const section = screen.getByRole('heading', { name: group }).closest('section');
      expect(section?.querySelectorAll('dt')).toHaveLength(KEYMAP.filter((each) => each.group === group).length);
    }
  });

  it('omits keys for features that the story does not use', () => {
    const { player } = renderOverlay('help');
    expect(bindingsFor(player.getState().timeline.story)).not.toEqual(KEYMAP);
    expect(screen.queryByText('On the wire')).toBeNull();
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
  ])('labels the key %j as keyboards do', (key, caps) => {
    expect(keyCaps(key).map(({ label }) => label)).toEqual(caps);
  });

  it('has a spoken name for every symbol', () => {
    for (const { label, spokenName } of KEYMAP.flatMap(({ keys }) => keys).flatMap(keyCaps))
      if (!/^[\p{L}\d]+$/u.test(label)) expect(spokenName, label).toBeTruthy();
  });

  it.each([
    ['Check the room', 'preflight'],
    ['Rehearse', 'rehearsal'],
  ] as const)('opens %s', async (name, overlay) => {
    const room = renderOverlay('help');
    await room.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: new RegExp(name, 'u') }));
    expect(room.overlay()).toBe(overlay);
  });

  it.each(['{Escape}', '?', '{ArrowRight}'])('closes with %s and does not move the stage', async (key) => {
    const room = renderOverlay('help');
    await room.user.keyboard(key);
    expect(room.overlay()).toBeUndefined();
    expect(room.stop()).toBe(2);
  });
});
