// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stubDialogApis, renderOverlay } from '../support/renderOverlay';
import { createTestPlayer } from '../support/testPlayer';

beforeEach(stubDialogApis);
afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const STOP_NUMBERS = ['1.1', '1.2', '2.1', '2.2'];
/** Returns the number of a stop, counted from 1 over all scenes. */
const numberOf = (option: Element): number => STOP_NUMBERS.indexOf(option.querySelector('b')?.textContent ?? '') + 1;
const listed = () => screen.queryAllByRole('option').map(numberOf);
const selected = () => numberOf(screen.getByRole('option', { selected: true }));

describe('GoTo', () => {
  it('lists every stop, selects the current one and focuses the field', () => {
    renderOverlay('goto');
    expect(document.activeElement).toBe(field());
    expect(listed()).toEqual([1, 2, 3, 4]);
    expect(selected()).toBe(2);
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('here');
  });

  it('filters while typing and goes to the stop on Enter', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('clos');
    expect(listed()).toEqual([4]);
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
  ])('finds %j', async (query, stop) => {
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
  ])('moves the selection with %s', async (keys, stop) => {
    const room = renderOverlay('goto');
    await room.user.keyboard(keys);
    expect(selected()).toBe(stop);
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    expect(room.stop()).toBe(2);
    await room.user.keyboard('{Enter}');
    expect(room.stop()).toBe(stop);
  });

  it('selects the best match when the query changes', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('ing{ArrowDown}');
    expect(selected()).toBe(listed()[1]);
    await room.user.keyboard(' ');
    expect(selected()).toBe(listed()[0]);
    await room.user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(selected()).toBe(2);
  });

  it('goes to the stop that is clicked', async () => {
    const room = renderOverlay('goto');
    await room.user.click(screen.getByText('Signing in'));
    expect(room.stop()).toBe(3);
  });

  it('keeps the focus in the field when the list is clicked', async () => {
    const room = renderOverlay('goto');
    await room.user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('listbox') });
    expect(document.activeElement).toBe(field());
  });

  it('says when nothing is found; Enter then does nothing', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('xyzzy{Enter}');
    expect(listed()).toEqual([]);
    expect(screen.getByText(/No stop has “xyzzy”/u)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Nothing found');
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
    expect(room.overlay()).toBe('goto');
  });

  it('closes with Esc and does not move the stage', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('4{ArrowDown}{Escape}');
    expect(room.overlay()).toBeUndefined();
    expect(room.stop()).toBe(2);
  });

  it('takes key bindings of the stage as text', async () => {
    const room = renderOverlay('goto');
    await room.user.keyboard('b.nd5 g');
    expect(field().value).toBe('b.nd5 g');
    expect(room.player.getState().show).toMatchObject({ curtain: 'open', overlay: 'goto', pendingNumber: undefined });
  });
});
