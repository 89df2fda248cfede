// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getRecorder } from '../../src/player/rehearsalRecorder';
import { RecordingBadge } from '../../src/stage/RecordingBadge';
import { stubDialogApis, renderOverlay } from '../support/renderOverlay';
import { createFixedClock, createTestPlayer } from '../support/testPlayer';

const STORAGE_KEY = 'understudy:/fake:rehearsal';
const stored = {
  understudy: 'rehearsal',
  version: 1,
  story: 'fake',
  recordedAt: '2026-03-01T09:30:00.000Z',
  seconds: { 's0/0': 15, 's0/1': 18, 's1/0': 30 },
};

beforeEach(() => {
  stubDialogApis();
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td:not([aria-hidden])')].map(({ textContent }) => textContent).join(' | '));
const button = (name: RegExp) => screen.getByRole('button', { name });
const file = (value: unknown) =>
  new File([typeof value === 'string' ? value : JSON.stringify(value)], 'times.json', { type: 'application/json' });

describe('Rehearsal', () => {
  it('compares the recorded times with the plan', () => {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
    renderOverlay('rehearsal');
    expect(rows()).toEqual([
      '1.1 Opening | 0:10 | 0:15 | +0:05',
      '1.2 Refused | 0:20 | 0:18 | −0:02',
      '2.1 Signing in | 0:30 | 0:30 | 0:00',
      '2.2 Closing | – | – | –',
      '3 of 4 stops | 1:00 | 1:03 | +0:03',
    ]);
  });

  it('records from the start while the talk goes on, and stores the result', async () => {
    const clock = createFixedClock();
    const room = renderOverlay('rehearsal', createTestPlayer(1, clock));
    expect(rows().at(-1)).toBe('All stops | 1:00 | – | –');
    await room.user.click(button(/from the start/u));
    expect(room.overlay()).toBeUndefined();
    expect(room.stop()).toBe(1);
    clock.time = 12_000;
    await room.user.keyboard('n');
    clock.time = 15_000;
    await room.user.keyboard('r');
    expect(screen.getByText('● Recording 0:15')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('On pace with the plan');
    expect(rows().slice(0, 2)).toEqual(['1.1 Opening | 0:10 | 0:12 | +0:02', '1.2 Refused | 0:20 | 0:03 | –']);
    await room.user.click(button(/Stop and keep/u));
    expect(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '')).toMatchObject({ story: 'fake', seconds: { 's0/0': 12, 's0/1': 3 } });
  });

  it('records from the current stop, and says how far behind or ahead it is', async () => {
    const clock = createFixedClock();
    const room = renderOverlay('rehearsal', createTestPlayer(1, clock));
    await room.user.click(button(/From stop 1\.2/u));
    clock.time = 27_000;
    await room.user.keyboard('r');
    expect(screen.getByRole('status').textContent).toBe('0:07 behind the plan');
    await room.user.keyboard('{Escape}nr');
    clock.time = 28_000;
    expect(screen.getByRole('status').textContent).toBe('On pace with the plan');
    await room.user.click(button(/Throw away/u));
    expect(localStorage.getItem(STORAGE_KEY)).toBeNull();
  });

  it('imports a file', async () => {
    const room = renderOverlay('rehearsal');
    await room.user.upload(screen.getByLabelText('Rehearsal file'), file({ ...stored, seconds: { ...stored.seconds, 'gone/7': 1 } }));
    expect(await screen.findByText('Imported 3 of 4 stops. 1 more is not in this story.')).toBeTruthy();
    expect(rows()[0]).toContain('+0:05');
  });

  it.each([
    ['no json', /not JSON/u],
    [{ ...stored, story: 'other' }, /another story, "other"/u],
    [{ ...stored, seconds: { 's0/0': 'x' } }, /"s0\/0" should be a number/u],
  ])('rejects %j with a message and changes nothing', async (value, message) => {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
    const room = renderOverlay('rehearsal');
    await room.user.upload(screen.getByLabelText('Rehearsal file'), file(value));
    expect((await screen.findByText(message)).textContent).toMatch(/^times\.json: .* Nothing was changed\.$/u);
    expect(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '')).toEqual(stored);
    expect(rows()[0]).toContain('+0:05');
  });

  it('exports a file that it can import', async () => {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
    let saved: Blob | undefined;
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => ((saved = blob), 'blob:x'), revokeObjectURL: () => {} }));
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const room = renderOverlay('rehearsal');
    await room.user.click(button(/Export/u));
    expect(names).toEqual(['rehearsal-fake.json']);
    expect(JSON.parse((await saved?.text()) ?? '')).toEqual(stored);
  });

  it('clears the rehearsal and restores it', async () => {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(stored));
    const room = renderOverlay('rehearsal');
    await room.user.click(button(/Clear/u));
    expect(rows()[0]).toBe('1.1 Opening | 0:10 | – | –');
    expect(screen.queryByRole('button', { name: /Export/u })).toBeNull();
    expect(document.activeElement).toBe(button(/from the start/u));
    await room.user.click(button(/Undo/u));
    expect(rows()[0]).toContain('+0:05');
    expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toBe('Taken back.');
  });
});

describe('RecordingBadge', () => {
  it('shows the time while recording, and nothing otherwise', () => {
    vi.useFakeTimers();
    const clock = createFixedClock();
    const player = createTestPlayer(0, clock);
    const { container } = render(<RecordingBadge player={player} />);
    expect(container.textContent).toBe('');
    act(() => getRecorder(player).start());
    expect(container.textContent).toBe('Rec 0:00');
    clock.time = 192_000;
    act(() => vi.advanceTimersByTime(1000));
    expect(container.textContent).toBe('Rec 3:12');
    act(() => getRecorder(player).stop());
    expect(container.textContent).toBe('');
  });
});
