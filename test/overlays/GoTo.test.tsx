// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stubDialogApis, renderOverlay } from '../support/renderOverlay';
import { createTestPlayer } from '../support/testPlayer';

beforeEach(stubDialogApis);
afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('combobox');
/** Every stop by its name, as the counts of the four of them, from 1. */
const NAMES = ['1.1', '1.2', '2.1', '2.2'];
const numberOf = (option: Element): number => NAMES.indexOf(option.querySelector('b')?.textContent ?? '') + 1;
const shown = () => screen.queryAllByRole('option').map(numberOf);
const chosen = () => numberOf(screen.getByRole('option', { selected: true }));

describe('GoTo', () => {
  it('begins in the field, at the current stop, with every stop listed', () => {
    renderOverlay('goto');
    expect(document.activeElement).toBe(field());
    expect(shown()).toEqual([1, 2, 3, 4]);
    expect(chosen()).toBe(2);
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('here');
  });

  it('filters while typing and goes with Enter', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('clos');
    expect(shown()).toEqual([4]);
    expect(screen.getByText('Clos').tagName).toBe('MARK');
    expect(screen.getByRole('status').textContent).toBe('1 of 4 stops');
    expect(room.stop()).toBe(2);
    await room.user.keyboard('{Enter}');
    expect(room.stop()).toBe(4);
    expect(room.overlay()).toBeUndefined();
  });

  it.each([
    ['2', 3],
    ['2.2', 4],
    ['unauth', 2],
  ])('goes to %j', async (query, stop) => {
    const room = renderOverlay('goto', createTestPlayer(0));
    await room.user.keyboard(`${query}{Enter}`);
    expect(room.stop()).toBe(stop);
  });

  it.each([
    ['{ArrowDown}', 3],
    ['{ArrowUp}', 1],
    ['{ArrowUp}{ArrowUp}{ArrowUp}', 1],
    ['{End}', 4],
    ['{End}{ArrowDown}', 4],
    ['{Home}', 1],
    ['{PageDown}', 4],
    ['{PageUp}', 1],
  ])('chooses with %s', async (keys, stop) => {
    const room = renderOverlay('goto');
    await room.user.keyboard(keys);
    expect(chosen()).toBe(stop);
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    expect(room.stop()).toBe(2);
    await room.user.keyboard('{Enter}');
    expect(room.stop()).toBe(stop);
  });

  it('chooses the best again whenever the question changes', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('ing{ArrowDown}');
    expect(chosen()).toBe(shown()[1]);
    await room.user.keyboard(' ');
    expect(chosen()).toBe(shown()[0]);
    await room.user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(chosen()).toBe(2);
  });

  it('goes with a click', async () => {
    const room = renderOverlay('goto');
    await room.user.click(screen.getByText('Signing in'));
    expect(room.stop()).toBe(3);
  });

  it('keeps the field’s focus when a mouse presses the list', async () => {
    const room = renderOverlay('goto');
    await room.user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('listbox') });
    expect(document.activeElement).toBe(field());
  });

  it('says when nothing is found, and Enter then stays', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('xyzzy{Enter}');
    expect(shown()).toEqual([]);
    expect(screen.getByText(/No stop has “xyzzy”/u)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Nothing found');
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
    expect(room.overlay()).toBe('goto');
  });

  it('closes with Esc and leaves the stage where it was', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('4{ArrowDown}{Escape}');
    expect(room.overlay()).toBeUndefined();
    expect(room.stop()).toBe(2);
  });

  it('takes keys that mean something on stage as text', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('b.nd5 g');
    expect(field().value).toBe('b.nd5 g');
    expect(room.player.getState().show).toMatchObject({ curtain: 'open', overlay: 'goto', pendingNumber: undefined });
  });
});
